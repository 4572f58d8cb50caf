import type { ArchiveEntry } from '../archive/entry-table';
import type { EntryHead } from '../archive/entry-head';
import type { Result } from '../base/result';
import { findLayout } from '../dicom/part10-layout';
import type { HeldScan } from '../review/held/held-scan';

interface ScannedHead {
  readonly entry: ArchiveEntry;
  /** Its summary was read, so all before the pixels is there. */
  readonly head: EntryHead;
  readonly inflate: (bytes: Uint8Array) => Result<Uint8Array>;
}

/** Reads what the review holds of the header of a file. */
export function holdHeader(held: HeldScan, { entry, head, inflate }: ScannedHead): void {
  const found = findLayout(head, entry.path);
  if (found.outcome !== 'found') return;
  const { layout } = found;
  const bytes = head.bytes.subarray(0, head.available);
  const inflated = layout.isDeflated ? inflate(bytes.subarray(layout.dataSetStart)) : null;
  held.addFile(
    entry.index,
    { bytes, layout, inflated: inflated?.ok === true ? inflated.value : null },
    'short',
  );
}

import type { ArchiveAccess } from '../archive/archive-access';
import type { ArchiveEntry, EntryTable } from '../archive/entry-table';
import type { EntryHead } from '../archive/entry-head';
import { inflateRaw } from '../archive/inflate-raw';
import { scanEntries, type ScanTotals } from '../archive/scan';
import type { WindowLimits } from '../archive/scan-windows';
import { fileKindOf, KIND_BYTES } from '../base/file-kind';
import type { Problem } from '../base/problem';
import type { Result } from '../base/result';
import type { FileKind } from '../catalog/catalog-types';
import type { ScanRow } from '../catalog/file-columns';
import { SummaryBatchEncoder, type EncodedBatch } from '../catalog/summary-batch';
import type { Dictionary } from '../dicom/dictionary';
import { readSummary } from '../dicom/summary-reader';
import type { HeldColumns } from '../review/held/held-columns';
import { HeldScan } from '../review/held/held-scan';
import { holdHeader } from './hold-header';

export interface ArchiveScan {
  readonly access: ArchiveAccess;
  readonly table: EntryTable;
  readonly share: Uint32Array<ArrayBuffer>;
  readonly signal: AbortSignal;
  readonly dictionary: Dictionary;
  readonly onBatch: (batch: EncodedBatch, held: HeldColumns) => void;
  readonly limits?: WindowLimits;
}

/** The first batch is small, so that the first series shows at once. */
const FIRST_BATCH_ROWS = 4;
const BATCH_INTERVAL_MS = 150;
const MAX_BATCH_ROWS = 2000;

/** Reads what the catalog needs of each entry of a share; every entry ends in one row of one batch. */
export async function scanArchive(scan: ArchiveScan): Promise<Result<ScanTotals>> {
  const encoder = new SummaryBatchEncoder();
  const held = new HeldScan(scan.dictionary);
  const inflate = (bytes: Uint8Array): Result<Uint8Array> => inflateRaw(bytes, scan.access.inflater);
  let flushedAt: number | null = null;
  let inflatedBefore = scan.access.inflater.inflatedBytes;

  function add(entry: ArchiveEntry, row: Omit<ScanRow, 'entryIndex'>): void {
    const inflated = scan.access.inflater.inflatedBytes;
    encoder.add({
      ...row,
      entryIndex: entry.index,
      compressedBytes: entry.compressedBytes,
      inflatedBytes: inflated - inflatedBefore,
    });
    inflatedBefore = inflated;
    const isDue =
      flushedAt === null
        ? encoder.count >= FIRST_BATCH_ROWS
        : performance.now() - flushedAt > BATCH_INTERVAL_MS;
    if (isDue || encoder.count >= MAX_BATCH_ROWS) flush();
  }

  function flush(): void {
    if (encoder.count > 0) scan.onBatch(encoder.flush(), held.flush());
    flushedAt = performance.now();
  }

  const result = await scanEntries({
    access: scan.access,
    table: scan.table,
    share: scan.share,
    signal: scan.signal,
    ...(scan.limits && { limits: scan.limits }),
    visit: (entry, head) => {
      if (entry.isSymlink) {
        add(entry, { kind: 'symlink', state: 'notDicom', summary: null, problems: [] });
        return 'done';
      }
      const row = readRow(entry, head, inflate);
      if (row === null) return 'need-more';
      if (row.summary !== null) holdHeader(held, { entry, head, inflate });
      add(entry, row);
      return 'done';
    },
    fail: (entry, problem) => {
      add(entry, { kind: 'other', state: 'unreadable', summary: null, problems: [problem] });
    },
  });
  flush();
  return result;
}

/** Null: more of the entry has to be loaded first. */
function readRow(
  entry: ArchiveEntry,
  head: EntryHead,
  inflate: (bytes: Uint8Array) => Result<Uint8Array>,
): Omit<ScanRow, 'entryIndex'> | null {
  const found = readSummary(head, entry.path, inflate);
  switch (found.outcome) {
    case 'need-more':
      return null;
    case 'not-dicom':
      return notDicom(entry, head);
    case 'unreadable':
      return {
        kind: 'dicom',
        state: 'unreadable',
        summary: null,
        problems: withDamage([found.problem], head),
      };
    case 'dicom':
    case 'dicomdir': {
      const hasImage = found.summary.hasPixelData === 1;
      return {
        kind: found.outcome,
        state: hasImage ? 'shown' : 'headerOnly',
        summary: found.summary,
        problems: withDamage(found.problems, head),
      };
    }
  }
}

function notDicom(entry: ArchiveEntry, head: EntryHead): Omit<ScanRow, 'entryIndex'> | null {
  if (head.require(Math.min(KIND_BYTES, head.totalBytes)) === 'not-loaded') return null;
  const start = head.bytes.subarray(0, Math.min(KIND_BYTES, head.available));
  const kind: FileKind = fileKindOf(start, entry.path);
  // A damaged stream may have been anything.
  const state = head.problem === null ? 'notDicom' : 'unreadable';
  return { kind, state, summary: null, problems: withDamage([], head) };
}

function withDamage(problems: readonly Problem[], head: EntryHead): readonly Problem[] {
  return head.problem === null ? problems : [...problems, head.problem];
}

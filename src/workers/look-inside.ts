import type { ArchiveAccess } from '../archive/archive-access';
import type { EntryFlag } from '../archive/entry-flags';
import type { ArchiveEntry } from '../archive/entry-table';
import { formatField } from '../base/file-metadata/metadata-field';
import { problem, type Problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import type { Dictionary } from '../dicom/dictionary';
import { HeldScan } from '../review/held/held-scan';
import { readDocumentContent } from './document-content';
import { lookIntoDicom } from './look-into-dicom';
import { openToLookInto, type FileToLookInto } from './open-to-look-into';
import type { LookedInto } from './protocol';

const INTERVAL_MS = 150;

export interface EntriesToLookInto {
  /** None of them a directory. */
  readonly entries: Iterable<ArchiveEntry>;
  readonly dictionary: Dictionary;
  readonly signal: AbortSignal;
  readonly onLooked: (looked: LookedInto) => void;
}

/**
 * Looks into one entry after the other for what the scan leaves out: values that are long, what stands behind the
 * pixels, in their fragments and in documents; and the texts of files that are not DICOM. Tells of them a few times
 * each second; every entry ends in a row. No file of more than 64 MB is held.
 */
export async function lookInside(
  access: ArchiveAccess,
  { entries, dictionary, signal, onLooked }: EntriesToLookInto,
): Promise<Result<null>> {
  const scan = new HeldScan(dictionary);
  let toldAt = performance.now();
  let compressedBytes = 0;
  let problems: EntryFlag[] = [];

  function tell(): void {
    const { count } = scan;
    onLooked({ held: scan.flush(), entries: count, compressedBytes, problems });
    toldAt = performance.now();
    compressedBytes = 0;
    problems = [];
  }

  for (const entry of entries) {
    const opened = await openToLookInto(access, entry, signal);
    if (signal.aborted) return err(problem('cancelled', access.source.name, {}));
    const found = opened.ok
      ? await look(scan, opened.value, { entry, access, dictionary, signal })
      : [opened.error];
    if (!opened.ok) scan.endRow(entry.index);
    for (const each of found) problems.push([entry.index, each]);
    compressedBytes += entry.compressedBytes;
    if (performance.now() - toldAt > INTERVAL_MS) tell();
  }
  tell();
  return ok(null);
}

interface LookContext {
  readonly entry: ArchiveEntry;
  readonly access: ArchiveAccess;
  readonly dictionary: Dictionary;
  readonly signal: AbortSignal;
}

/** Adds what is in a file, ends its row, and gives what is wrong with it. */
async function look(
  scan: HeldScan,
  file: FileToLookInto,
  { entry, access: { inflater }, dictionary, signal }: LookContext,
): Promise<readonly Problem[]> {
  const { problems } = file;
  if (file.dicom !== null) {
    const looked = await lookIntoDicom(scan, { file: file.dicom, entry, dictionary, inflater, signal });
    return looked.ok ? problems : [...problems, looked.error];
  }
  const read = await readDocumentContent({ bytes: file.bytes, where: entry.path, inflater, signal });
  if (read.ok) {
    scan.addText('non-dicom', read.value.text);
    for (const field of read.value.fields) scan.addText('picture-metadata', formatField(field));
  }
  scan.endRow(entry.index);
  return read.ok ? problems : [...problems, read.error];
}

import { problem, type Problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import { beginsWithLocalHeader, locateDirectory, type DirectoryLocation } from './directory-location';
import { appendRecords } from './directory-records';
import type { Comments } from './comments';
import { decodeComments } from './decode-comments';
import { createTable, finishTable, type GrowingTable } from './entry-columns';
import { readName } from './entry-name';
import type { NamedTable } from './legacy-names';
import { LOOK_BYTES, looksLike } from './looks-like';
import type { Source } from './source';
import { readTail, type TailedSource } from './tail-first';

const CHUNK_BYTES = 8 << 20;
/** Room for 5 million entries, and a limit to what a hostile archive can make us hold. */
const MAX_DIRECTORY_BYTES = 2 ** 29;

export interface Directory extends NamedTable {
  /** What is wrong with the directory although it could be read. */
  readonly problems: readonly Problem[];
  readonly comments: Comments;
}

/**
 * The central directory of a ZIP archive (APPNOTE 4.3.6), with one read of the file's end and more only where the
 * directory is longer than a megabyte. An archive without entries is an empty table.
 * `empty-file`, `not-a-zip`, `truncated-archive`, `bad-directory` or `source-unreadable` where there is none.
 */
export async function readDirectory(source: Source): Promise<Result<Directory>> {
  if (source.bytes === 0) return err(problem('empty-file', source.name, {}));
  const tailed = await readTail(source);
  if (!tailed.ok) return tailed;
  const location = await locateDirectory(tailed.value);
  if (!location.ok) return location;
  return location.value ? parseDirectory(tailed.value, location.value) : refuse(tailed.value);
}

async function refuse(source: TailedSource): Promise<Result<never>> {
  const { name, bytes } = source;
  if (await beginsWithLocalHeader(source)) return err(problem('truncated-archive', name, { bytes }));
  const head = await source.read(0, Math.min(bytes, LOOK_BYTES));
  if (!head.ok) return head;
  return err(problem('not-a-zip', name, { bytes, looksLike: looksLike(head.value, name) }));
}

async function parseDirectory(source: TailedSource, location: DirectoryLocation): Promise<Result<Directory>> {
  if (location.end - location.start > MAX_DIRECTORY_BYTES) {
    const reason = 'longer than any directory that can be held';
    return err(problem('bad-directory', source.name, { offset: location.start, reason }));
  }
  const growing = createTable({ hasLocalHeaders: true });
  const end = await appendAllRecords(growing, source, location);
  if (!end.ok) return end;
  const { statedCount, countModulus } = location;
  const { count } = growing.columns;
  const isAsStated = count % countModulus === statedCount % countModulus;
  const mismatch = problem('bad-directory', source.name, {
    offset: end.value,
    reason: `it should list ${String(statedCount)} entries, it lists ${String(count)}`,
  });
  if (count === 0 && !isAsStated) return err(mismatch);
  const named = finishTable(growing);
  const archive = readName({ bytes: location.comment, isUtf8: false, unicodePath: null });
  return ok({
    ...named,
    comments: decodeComments({ archive, entries: growing.comments }, named.legacyNames?.encoding ?? null),
    problems: isAsStated ? [] : [mismatch],
  });
}

/** Returns the offset after the last record: that of the end record, or of what is no record. */
async function appendAllRecords(
  growing: GrowingTable,
  source: TailedSource,
  { start, end, baseOffset }: DirectoryLocation,
): Promise<Result<number>> {
  let at = start;
  while (at < end) {
    const chunk = await source.read(at, Math.min(end, at + CHUNK_BYTES));
    if (!chunk.ok) return chunk;
    const parsed = appendRecords(growing, chunk.value, { baseOffset, partStarts: source.partStarts });
    if (parsed === 0) break;
    at += parsed;
  }
  return ok(at);
}

import { problem, type Problem } from '../base/problem';
import { pathOf, type EntryTable } from './entry-table';
import { LOCAL_HEADER_BYTES } from './zip-format';

/** What is wrong with an entry although it can be read, by its index. */
export type EntryFlag = readonly [index: number, problem: Problem];

/** An archive with more than this has been made to have them: the first ones tell enough. */
const MAX_FLAGS = 5000;
/** The longest that file systems allow is 255 for each part and 4,096 for a path. */
const MAX_PATH_BYTES = 4096;

/** Entries that claim the same bytes of the archive as another, and paths that lead out of it or cannot be right. */
export function flagEntries(table: EntryTable, fileOrder: Uint32Array): readonly EntryFlag[] {
  const flags: EntryFlag[] = [];
  let last = -1;
  let reach = 0;
  for (const index of fileOrder) {
    if (flags.length >= MAX_FLAGS) break;
    const start = table.headerOffset[index] ?? 0;
    if (last >= 0 && start < reach) flags.push([index, overlap(table, index, last)]);
    const end = start + headBytesOf(table) + (table.compressedBytes[index] ?? 0);
    if (end > reach) {
      reach = end;
      last = index;
    }
    const reason = reasonAgainst(table, index);
    if (reason !== null) flags.push([index, problem('entry-path-unsafe', pathOf(table, index), { reason })]);
  }
  return flags;
}

function headBytesOf({ hasLocalHeaders }: EntryTable): number {
  return hasLocalHeaders ? LOCAL_HEADER_BYTES : 0;
}

function overlap(table: EntryTable, index: number, other: number): Problem {
  return problem('entry-overlaps', pathOf(table, index), { other: pathOf(table, other) });
}

/** Why a path must not be used to write a file; null where nothing speaks against it. */
function reasonAgainst(table: EntryTable, index: number): string | null {
  const start = table.nameStarts[index] ?? 0;
  const end = table.nameStarts[index + 1] ?? 0;
  if (end - start > MAX_PATH_BYTES) return `it is ${String(end - start)} bytes long`;
  if (end === start) return 'it is empty';
  const path = pathOf(table, index);
  if (/^([/\\]|[a-z]:)/i.test(path)) return 'it begins at the root of a drive';
  if (/(^|[/\\])\.\.([/\\]|$)/.test(path)) return 'it leads out of the folder that it is unpacked in';
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  return /[\x00-\x1f\x7f]/.test(path) ? 'it holds control characters' : null;
}

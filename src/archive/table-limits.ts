import type { GrowingTable } from './entry-columns';

/** Five times what the largest archives met so far have; a bound to what a hostile one can make us hold. */
const MAX_ENTRIES = 5_000_000;
const MAX_NAME_BYTES = 2 ** 29;

/** Of containers whose entries are found one by one: whether no more of them can be held. */
export function isTableFull({ columns }: GrowingTable): boolean {
  return columns.count >= MAX_ENTRIES || (columns.nameStarts[columns.count] ?? 0) >= MAX_NAME_BYTES;
}

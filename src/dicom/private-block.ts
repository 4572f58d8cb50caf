import type { DataSet } from './data-set';
import { textOf } from './elements';
import { tagKey, type TagKey } from './tag';

/** The blocks of a group that creators can reserve: (gggg,0010) to (gggg,00FF) (PS3.5 7.8.1). */
const FIRST_BLOCK = 0x10;
const LAST_BLOCK = 0xff;

/** A private element by its creator and its place in the block that this has reserved; null where it has none. */
export function privateTag(
  dataSet: DataSet,
  { creator, group, element }: { readonly creator: string; readonly group: number; readonly element: number },
): TagKey | null {
  for (let block = FIRST_BLOCK; block <= LAST_BLOCK; block++) {
    const reservation = tagKey(group * 0x10000 + block);
    if (dataSet.elements[reservation] === undefined || textOf(dataSet, reservation) !== creator) continue;
    return tagKey(group * 0x10000 + block * 0x100 + element);
  }
  return null;
}

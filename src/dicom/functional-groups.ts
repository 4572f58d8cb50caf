import type { DataSet } from './data-set';
import { sequenceOf } from './elements';
import type { TagKey } from './tag';

/**
 * The item of a functional group macro that counts for a frame (PS3.3 C.7.6.16): its own, else that of all frames;
 * the data set itself where there is none, since an image of one frame has the same attributes there.
 */
export function functionalGroupOf(dataSet: DataSet, frameIndex: number, macro: TagKey): DataSet {
  const perFrame = sequenceOf(dataSet, 'x52009230')[frameIndex];
  const shared = sequenceOf(dataSet, 'x52009229')[0];
  for (const groups of [perFrame, shared]) {
    const item = groups === undefined ? undefined : sequenceOf(groups, macro)[0];
    if (item !== undefined) return item;
  }
  return dataSet;
}

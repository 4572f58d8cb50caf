import type { DataSet } from './data-set';
import { sequenceOf } from './elements';
import type { TagKey } from './tag';

/** The functional groups of a multi-frame object (PS3.3 C.7.6.16). */
export interface FunctionalGroups {
  /** How many frames have groups of their own. */
  readonly frames: number;
  /** The item of a macro that counts for a frame, as `functionalGroupOf`. */
  readonly groupOf: (frameIndex: number, macro: TagKey) => DataSet;
}

/** For reading many frames: what is looked up once for all of them. */
export function functionalGroupsOf(dataSet: DataSet): FunctionalGroups {
  const perFrame = sequenceOf(dataSet, 'x52009230');
  const shared = sequenceOf(dataSet, 'x52009229')[0];
  return {
    frames: perFrame.length,
    groupOf(frameIndex, macro) {
      for (const groups of [perFrame[frameIndex], shared]) {
        const item = groups === undefined ? undefined : sequenceOf(groups, macro)[0];
        if (item !== undefined) return item;
      }
      return dataSet;
    },
  };
}

/**
 * The item of a functional group macro that counts for a frame (PS3.3 C.7.6.16): its own, else that of all frames;
 * the data set itself where there is none, since an image of one frame has the same attributes there.
 */
export function functionalGroupOf(dataSet: DataSet, frameIndex: number, macro: TagKey): DataSet {
  return functionalGroupsOf(dataSet).groupOf(frameIndex, macro);
}

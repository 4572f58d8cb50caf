import type { DataSet } from '../dicom/data-set';
import { parseDateTime } from '../dicom/date-time';
import { decimalsOf, intOf, numbersOf, textOf } from '../dicom/elements';
import { functionalGroupsOf, type FunctionalGroups } from '../dicom/functional-groups';
import { imagePlaneOf } from './image-plane';
import type { PartFacts } from './part-facts';

/** One frame of an enhanced multi-frame object. */
export interface FrameFacts extends PartFacts {
  readonly frameIndex: number;
  /** PS3.3 C.7.6.16.2.2; NaN where absent. */
  readonly inStackPosition: number;
  /** PS3.3 C.7.6.17, in the order of the dimensions; none where absent. */
  readonly dimensionIndexValues: readonly number[];
}

/** What the functional groups say of each frame; nothing unless each frame has groups of its own. */
export function readFrameFacts(dataSet: DataSet): readonly FrameFacts[] {
  const groups = functionalGroupsOf(dataSet);
  const frames = decimalsOf(dataSet, 'x00280008')[0] ?? 1;
  if (groups.frames !== frames) return [];
  const size = { rows: intOf(dataSet, 'x00280010') ?? NaN, columns: intOf(dataSet, 'x00280011') ?? NaN };
  return Array.from({ length: frames }, (_, frameIndex) => ({
    ...size,
    ...readFrame(groups, frameIndex),
    frameIndex,
  }));
}

function readFrame(
  { groupOf }: FunctionalGroups,
  frameIndex: number,
): Omit<FrameFacts, 'frameIndex' | 'rows' | 'columns'> {
  const content = groupOf(frameIndex, 'x00209111');
  return {
    plane: readFramePlane(groupOf(frameIndex, 'x00209113'), groupOf(frameIndex, 'x00209116')),
    imageType:
      textOf(groupOf(frameIndex, 'x00189226'), 'x00089007') ||
      textOf(groupOf(frameIndex, 'x00189329'), 'x00089007'),
    stackId: textOf(content, 'x00209056'),
    inStackPosition: intOf(content, 'x00209057', 'UL') ?? NaN,
    dimensionIndexValues: numbersOf(content, 'x00209157', 'UL'),
    temporalPosition: intOf(content, 'x00209128', 'UL') ?? NaN,
    timeSeconds: parseDateTime(textOf(content, 'x00189074') || textOf(content, 'x00189151')),
    segmentNumber: intOf(groupOf(frameIndex, 'x0062000a'), 'x0062000b') ?? NaN,
    echoTime: numbersOf(groupOf(frameIndex, 'x00189114'), 'x00189082', 'FD')[0] ?? NaN,
    echoNumber: NaN,
    diffusionBValue: numbersOf(groupOf(frameIndex, 'x00189117'), 'x00189087', 'FD')[0] ?? NaN,
    triggerTime: numbersOf(groupOf(frameIndex, 'x00189118'), 'x00209153', 'FD')[0] ?? NaN,
    acquisitionNumber: intOf(content, 'x00209156') ?? NaN,
  };
}

function readFramePlane(position: DataSet, orientation: DataSet): PartFacts['plane'] {
  const [positionX = NaN, positionY = NaN, positionZ = NaN] = decimalsOf(position, 'x00200032');
  const [rowX = NaN, rowY = NaN, rowZ = NaN, columnX = NaN, columnY = NaN, columnZ = NaN] = decimalsOf(
    orientation,
    'x00200037',
  );
  return imagePlaneOf({ positionX, positionY, positionZ, rowX, rowY, rowZ, columnX, columnY, columnZ });
}

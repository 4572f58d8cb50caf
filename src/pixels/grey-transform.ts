import type { DataSet } from '../dicom/data-set';
import { functionalGroupOf } from '../dicom/functional-groups';
import { characterSetOf, decimalsOf, intOf, textOf, textsOf } from '../dicom/elements';
import type { TagKey } from '../dicom/tag';
import type { GreyTransform, Window } from './decoded-frame';

const PIXEL_VALUE_TRANSFORMATION = 'x00289145';
const FRAME_VOI_LUT = 'x00289132';

/**
 * How a frame's stored values become grey values: rescale and windows from its functional groups (PS3.3
 * C.7.6.16.2.9 and .10), else from the data set itself (C.11.1, C.11.2). Modality LUT and VOI LUT sequences are
 * not applied.
 */
export function readGreyTransform(dataSet: DataSet, frameIndex: number): GreyTransform {
  const rescale = functionalGroupOf(dataSet, frameIndex, PIXEL_VALUE_TRANSFORMATION);
  const voi = functionalGroupOf(dataSet, frameIndex, FRAME_VOI_LUT);
  const slope = decimalsOf(rescale, 'x00281053')[0];
  const intercept = decimalsOf(rescale, 'x00281052')[0];
  const windows = readWindows(dataSet, voi);
  const transform = {
    slope: isUsable(slope) && slope !== 0 ? slope : 1,
    intercept: isUsable(intercept) ? intercept : 0,
  };
  return {
    ...transform,
    unit: readUnit(dataSet, rescale, isUsable(slope)),
    windows,
    voiFunction:
      readVoiFunction(voi) ??
      (windows.length > 0 || hasWholeValues(dataSet, transform) ? 'LINEAR' : 'LINEAR_EXACT'),
    padding: readPadding(dataSet),
  };
}

function isUsable(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value);
}

/** Window Center, Width, and Center & Width Explanation; a pair that is not two numbers, width above 0, is left out. */
function readWindows(dataSet: DataSet, voi: DataSet): readonly Window[] {
  const widths = decimalsOf(voi, 'x00281051');
  const explanations = textsOf(voi, 'x00281055', characterSetOf(dataSet));
  return decimalsOf(voi, 'x00281050').flatMap((center, index) => {
    const width = widths[index];
    if (!isUsable(center) || !isUsable(width) || width <= 0) return [];
    return [{ center, width, explanation: explanations[index] ?? '' }];
  });
}

function readVoiFunction(voi: DataSet): GreyTransform['voiFunction'] | null {
  const term = textOf(voi, 'x00281056');
  return term === 'LINEAR' || term === 'LINEAR_EXACT' || term === 'SIGMOID' ? term : null;
}

/** LINEAR counts in whole values: a window of its own for fractions of 1 needs LINEAR_EXACT. */
function hasWholeValues(
  dataSet: DataSet,
  { slope, intercept }: { slope: number; intercept: number },
): boolean {
  const isFloat = dataSet.elements.x7fe00008 !== undefined || dataSet.elements.x7fe00009 !== undefined;
  return !isFloat && Number.isInteger(slope) && Number.isInteger(intercept);
}

/** Rescale Type; where that is missing or unspecified (US), what the modality defines its values to be. */
function readUnit(dataSet: DataSet, rescale: DataSet, isRescaled: boolean): string {
  const type = textOf(rescale, 'x00281054');
  if (type !== '' && type !== 'US') return type;
  const modality = textOf(dataSet, 'x00080060');
  if (modality === 'CT' && isRescaled) return 'HU';
  return modality === 'PT' ? textOf(dataSet, 'x00541001') : '';
}

/** Pixel Padding Value and Pixel Padding Range Limit (PS3.3 C.7.5.1.1.2). */
function readPadding(dataSet: DataSet): GreyTransform['padding'] {
  const isSigned = intOf(dataSet, 'x00280103') === 1;
  const value = readPixelValue(dataSet, 'x00280120', isSigned);
  if (value === null) return null;
  const limit = readPixelValue(dataSet, 'x00280121', isSigned) ?? value;
  return { low: Math.min(value, limit), high: Math.max(value, limit) };
}

/** US or SS as Pixel Representation has it; some writers say US of what is signed. */
function readPixelValue(dataSet: DataSet, tag: TagKey, isSigned: boolean): number | null {
  const value = intOf(dataSet, tag, isSigned ? 'SS' : 'US');
  return value !== null && isSigned && value >= 2 ** 15 ? value - 2 ** 16 : value;
}

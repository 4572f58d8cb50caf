import type { DataSet } from '../dicom/data-set';
import { functionalGroupOf } from '../dicom/functional-groups';
import { characterSetOf, decimalsOf, textOf, textsOf } from '../dicom/elements';
import type { GreyTransform, ModalityTransform, Window } from './decoded-frame';
import { readLookupTables } from './lookup-table';
import { canBeNegative, readModalityTransform, readModalityUnit } from './modality-transform';
import { readPixelPadding } from './pixel-padding';
import { segmentationWindow } from './segmentation-window';

const PIXEL_VALUE_TRANSFORMATION = 'x00289145';
const FRAME_VOI_LUT = 'x00289132';
const VOI_LUT_SEQUENCE = 'x00283010';
const PRESENTATION_LUT_SHAPE = 'x20500020';

/**
 * How a frame's stored values become grey values: modality LUT and VOI from its functional groups (PS3.3 C.7.6.16.2.9
 * and C.7.6.16.2.10), else from the data set itself (C.11.1, C.11.2).
 */
export function readGreyTransform(dataSet: DataSet, frameIndex: number): GreyTransform {
  const rescale = functionalGroupOf(dataSet, frameIndex, PIXEL_VALUE_TRANSFORMATION);
  const voi = functionalGroupOf(dataSet, frameIndex, FRAME_VOI_LUT);
  const modality = readModalityTransform(dataSet, rescale);
  return {
    modality,
    unit: readModalityUnit(dataSet, rescale),
    ...readWindowing(dataSet, voi, modality),
    voiLuts: readLookupTables(voi, VOI_LUT_SEQUENCE, {
      image: dataSet,
      isInputSigned: canBeNegative(dataSet, modality),
    }),
    // Of an image it shall say what the Photometric Interpretation says (C.7.6.1).
    isInverse: textOf(dataSet, PRESENTATION_LUT_SHAPE) === 'INVERSE',
    padding: readPixelPadding(dataSet),
  };
}

/**
 * The windows and the function that they are for: where none is named LINEAR, which is the default, but for fractions,
 * of which LINEAR has no window: it counts in whole values (PS3.3 C.11.2.1.2).
 */
function readWindowing(
  dataSet: DataSet,
  voi: DataSet,
  modality: ModalityTransform,
): Pick<GreyTransform, 'windows' | 'voiFunction'> {
  const own = readWindows(dataSet, voi);
  const windows = own.length > 0 ? own : [segmentationWindow(dataSet) ?? []].flat();
  const isOfWholeValues =
    windows.length === 0 ? hasWholeValues(dataSet, modality) : windows.every(({ width }) => width >= 1);
  const voiFunction = readVoiFunction(voi) ?? (isOfWholeValues ? 'LINEAR' : 'LINEAR_EXACT');
  return {
    windows: windows.filter(({ width }) => voiFunction !== 'LINEAR' || width >= 1),
    voiFunction,
  };
}

/** Window Center, Width, and Center & Width Explanation; a pair that is not two numbers, width above 0, is left out. */
function readWindows(dataSet: DataSet, voi: DataSet): readonly Window[] {
  const widths = decimalsOf(voi, 'x00281051');
  const explanations = textsOf(voi, 'x00281055', characterSetOf(dataSet));
  return decimalsOf(voi, 'x00281050').flatMap((center, index) => {
    const width = widths[index] ?? NaN;
    if (!Number.isFinite(center) || !Number.isFinite(width) || width <= 0) return [];
    return [{ center, width, explanation: explanations[index] ?? '' }];
  });
}

function readVoiFunction(voi: DataSet): GreyTransform['voiFunction'] | null {
  const term = textOf(voi, 'x00281056');
  return term === 'LINEAR' || term === 'LINEAR_EXACT' || term === 'SIGMOID' ? term : null;
}

function hasWholeValues(dataSet: DataSet, modality: ModalityTransform): boolean {
  if (modality.kind === 'lut') return true;
  const isFloat = dataSet.elements.x7fe00008 !== undefined || dataSet.elements.x7fe00009 !== undefined;
  return !isFloat && Number.isInteger(modality.slope) && Number.isInteger(modality.intercept);
}

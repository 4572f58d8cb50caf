import type { DataSet } from '../dicom/data-set';
import { decimalsOf, intOf, textOf } from '../dicom/elements';
import type { TagKey } from '../dicom/tag';
import type { ModalityTransform } from './decoded-frame';
import { readLookupTables } from './lookup-table';

const MODALITY_LUT_SEQUENCE = 'x00283000';

/**
 * Modality LUT Sequence or rescale (PS3.3 C.11.1), from `rescale`: the frame's Pixel Value Transformation, or the data
 * set itself. The values of a dose grid are scaled by Dose Grid Scaling (C.8.8.3.4).
 */
export function readModalityTransform(dataSet: DataSet, rescale: DataSet): ModalityTransform {
  const isInputSigned = intOf(dataSet, 'x00280103') === 1;
  const [lut] = readLookupTables(rescale, MODALITY_LUT_SEQUENCE, { image: dataSet, isInputSigned });
  if (lut !== undefined) return { kind: 'lut', lut };
  const slope = decimalOf(rescale, 'x00281053') ?? decimalOf(dataSet, 'x3004000e') ?? 1;
  return {
    kind: 'rescale',
    slope: slope === 0 ? 1 : slope,
    intercept: decimalOf(rescale, 'x00281052') ?? 0,
  };
}

/**
 * The unit of the values: Modality LUT Type, Rescale Type or Dose Units; where that is missing or unspecified (US), what
 * the modality defines its values to be.
 */
export function readModalityUnit(dataSet: DataSet, rescale: DataSet): string {
  const [lut] = rescale.elements[MODALITY_LUT_SEQUENCE]?.items ?? [];
  const type = lut?.dataSet === undefined ? textOf(rescale, 'x00281054') : textOf(lut.dataSet, 'x00283004');
  if (type !== '' && type !== 'US') return type;
  const modality = textOf(dataSet, 'x00080060');
  if (modality === 'CT' && decimalOf(rescale, 'x00281053') !== undefined) return 'HU';
  if (modality === 'RTDOSE') return textOf(dataSet, 'x30040002');
  return modality === 'PT' ? readPetUnit(dataSet) : '';
}

/** Units; GML are SUVs, by body weight (BW) where SUV Type does not say otherwise (PS3.3 C.8.9.1). */
function readPetUnit(dataSet: DataSet): string {
  const units = textOf(dataSet, 'x00541001');
  if (units !== 'GML') return units;
  const type = textOf(dataSet, 'x00541006');
  return type === '' || type === 'BW' ? 'SUV' : `SUV ${type}`;
}

/** Whether a stored value can become a value below 0: then the inputs of a VOI LUT are signed (C.11.2.1.1). */
export function canBeNegative(dataSet: DataSet, modality: ModalityTransform): boolean {
  if (modality.kind === 'lut') return false;
  const isSigned = intOf(dataSet, 'x00280103') === 1;
  const bits = intOf(dataSet, 'x00280101') ?? 16;
  const smallest = isSigned ? -(2 ** (bits - 1)) : 0;
  const largest = smallest + 2 ** bits - 1;
  return [smallest, largest].some((stored) => stored * modality.slope + modality.intercept < 0);
}

/** The first value; undefined where that is no number. */
function decimalOf(dataSet: DataSet, tag: TagKey): number | undefined {
  return decimalsOf(dataSet, tag).slice(0, 1).find(Number.isFinite);
}

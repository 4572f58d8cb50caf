import type { DataSet } from '../dicom/data-set';
import { intOf, numbersOf } from '../dicom/elements';
import type { TagKey } from '../dicom/tag';
import type { GreyTransform } from './decoded-frame';

/** Pixel Padding Value and Range Limit (PS3.3 C.7.5.1.1.2), or those of floating point pixels. */
export function readPixelPadding(dataSet: DataSet): GreyTransform['padding'] {
  const isSigned = intOf(dataSet, 'x00280103') === 1;
  const value =
    readPixelValue(dataSet, 'x00280120', isSigned) ??
    numbersOf(dataSet, 'x00280122', 'FL')[0] ??
    numbersOf(dataSet, 'x00280123', 'FD')[0];
  if (value === undefined) return null;
  const limit =
    readPixelValue(dataSet, 'x00280121', isSigned) ??
    numbersOf(dataSet, 'x00280124', 'FL')[0] ??
    numbersOf(dataSet, 'x00280125', 'FD')[0] ??
    value;
  return { low: Math.min(value, limit), high: Math.max(value, limit) };
}

/** US or SS as Pixel Representation has it; some writers say US of what is signed. */
function readPixelValue(dataSet: DataSet, tag: TagKey, isSigned: boolean): number | undefined {
  const [value] = numbersOf(dataSet, tag, isSigned ? 'SS' : 'US');
  return value !== undefined && isSigned && value >= 2 ** 15 ? value - 2 ** 16 : value;
}

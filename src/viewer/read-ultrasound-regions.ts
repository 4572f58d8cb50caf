import type { DataSet } from '../dicom/data-set';
import { intOf, numbersOf, sequenceOf } from '../dicom/elements';
import type { UltrasoundRegion } from './image-facts';

/** Physical Units X and Y Direction: centimetres (PS3.3 C.8.5.5.1.4). */
const CENTIMETRES = 3;

/** The items of Sequence of Ultrasound Regions. */
export function readUltrasoundRegions(dataSet: DataSet): readonly UltrasoundRegion[] {
  return sequenceOf(dataSet, 'x00186011').map((region) => ({
    left: intOf(region, 'x00186018', 'UL') ?? 0,
    top: intOf(region, 'x0018601a', 'UL') ?? 0,
    // The last column and the last row belong to it.
    right: (intOf(region, 'x0018601c', 'UL') ?? -1) + 1,
    bottom: (intOf(region, 'x0018601e', 'UL') ?? -1) + 1,
    spacing: readRegionSpacing(region),
  }));
}

function readRegionSpacing(region: DataSet): UltrasoundRegion['spacing'] {
  if (intOf(region, 'x00186024') !== CENTIMETRES || intOf(region, 'x00186026') !== CENTIMETRES) return null;
  const [columnCm = NaN] = numbersOf(region, 'x0018602c', 'FD');
  const [rowCm = NaN] = numbersOf(region, 'x0018602e', 'FD');
  // A negative delta says that values grow towards the left or the top.
  const rowMm = Math.abs(rowCm) * 10;
  const columnMm = Math.abs(columnCm) * 10;
  return rowMm > 0 && columnMm > 0 ? { rowMm, columnMm, plane: 'ultrasound' } : null;
}

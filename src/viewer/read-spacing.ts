import { decimalsOf, intOf, numbersOf, sequenceOf } from '../dicom/elements';
import type { TagKey } from '../dicom/tag';
import type { DataSet } from '../dicom/data-set';
import { functionalGroupOf } from '../dicom/functional-groups';
import type { ImageFacts } from './image-facts';

type Spacing = NonNullable<ImageFacts['spacing']>;

/** Physical Units X and Y Direction: centimetres (PS3.3 C.8.5.5.1.4). */
const CENTIMETRES = 3;

/** How far calibrations of two regions may differ and still be one: what rounding makes. */
const SAME_SPACING = 1e-3;

/** Pixel Spacing, the calibration of ultrasound regions, or Imager Pixel Spacing; null where there is none. */
export function readSpacing(dataSet: DataSet, frameIndex: number): Spacing | null {
  const detector = pairOf(dataSet, 'x00181164', 'detector');
  const patient = pairOf(functionalGroupOf(dataSet, frameIndex, 'x00289110'), 'x00280030', 'patient');
  if (patient !== null) {
    // The same values in both say that Pixel Spacing is not calibrated: that of the detector (PS3.3 10.7.1.3).
    return detector !== null && isSame(patient, detector) ? detector : patient;
  }
  return ultrasoundSpacing(dataSet) ?? detector;
}

/** Height over width of a pixel: from the spacing, else Pixel Aspect Ratio (PS3.3 C.7.6.3.1.7), else 1. */
export function readPixelAspect(dataSet: DataSet, spacing: Spacing | null): number {
  if (spacing !== null) return spacing.rowMm / spacing.columnMm;
  const [vertical = NaN, horizontal = NaN] = decimalsOf(dataSet, 'x00280034');
  return vertical > 0 && horizontal > 0 ? vertical / horizontal : 1;
}

function pairOf(dataSet: DataSet, tag: TagKey, plane: Spacing['plane']): Spacing | null {
  const [rowMm = NaN, columnMm = NaN] = decimalsOf(dataSet, tag);
  return rowMm > 0 && columnMm > 0 ? { rowMm, columnMm, plane } : null;
}

/** Of the regions that show lengths in both directions, if they agree (PS3.3 C.8.5.5). */
function ultrasoundSpacing(dataSet: DataSet): Spacing | null {
  const spacings = sequenceOf(dataSet, 'x00186011').flatMap((region) => regionSpacing(region) ?? []);
  const [first] = spacings;
  return first !== undefined && spacings.every((spacing) => isSame(spacing, first)) ? first : null;
}

function regionSpacing(region: DataSet): Spacing | null {
  if (intOf(region, 'x00186024') !== CENTIMETRES || intOf(region, 'x00186026') !== CENTIMETRES) return null;
  const [columnCm = NaN] = numbersOf(region, 'x0018602c', 'FD');
  const [rowCm = NaN] = numbersOf(region, 'x0018602e', 'FD');
  // A negative delta says that values grow towards the left or the top.
  const rowMm = Math.abs(rowCm) * 10;
  const columnMm = Math.abs(columnCm) * 10;
  return rowMm > 0 && columnMm > 0 ? { rowMm, columnMm, plane: 'ultrasound' } : null;
}

function isSame(one: Spacing, other: Spacing): boolean {
  return (
    Math.abs(one.rowMm / other.rowMm - 1) < SAME_SPACING &&
    Math.abs(one.columnMm / other.columnMm - 1) < SAME_SPACING
  );
}

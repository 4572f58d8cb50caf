import { decimalsOf } from '../dicom/elements';
import type { TagKey } from '../dicom/tag';
import type { DataSet } from '../dicom/data-set';
import { functionalGroupOf } from '../dicom/functional-groups';
import type { ImageFacts } from './image-facts';
import { readUltrasoundRegions } from './read-ultrasound-regions';

type Spacing = NonNullable<ImageFacts['spacing']>;

/** How far calibrations of two regions may differ and still be one: what rounding makes. */
const SAME_SPACING = 1e-3;

/** Pixel Spacing, the calibration of ultrasound regions, or Imager Pixel Spacing; null where there is none. */
export function readSpacing(dataSet: DataSet, frameIndex: number): Spacing | null {
  const detector = pairOf(dataSet, 'x00181164', 'detector');
  const patient = pairOf(functionalGroupOf(dataSet, frameIndex, 'x00289110'), 'x00280030', 'patient');
  if (patient !== null) {
    // The same values in both say that Pixel Spacing is not calibrated: that of the detector (PS3.3 10.7.1.3).
    return detector !== null && isSameSpacing(patient, detector) ? detector : patient;
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
  const spacings = readUltrasoundRegions(dataSet).flatMap(({ spacing }) => spacing ?? []);
  const [first] = spacings;
  return first !== undefined && spacings.every((spacing) => isSameSpacing(spacing, first)) ? first : null;
}

/** Whether two calibrations are one, but for rounding. */
export function isSameSpacing(one: Spacing, other: Spacing): boolean {
  return (
    Math.abs(one.rowMm / other.rowMm - 1) < SAME_SPACING &&
    Math.abs(one.columnMm / other.columnMm - 1) < SAME_SPACING
  );
}

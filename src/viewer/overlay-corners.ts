import { formatPersonName } from '../dicom/person-name';
import { formatDateTime, imageDateTime } from './calendar';
import type { ImageFacts } from './image-facts';
import type { OverlayInput } from './overlay-input';
import {
  formatMm,
  formatPixelValue,
  formatWindow,
  formatWindowRange,
  line,
  sixDigits,
  withoutEmpty,
} from './overlay-text';
import { computePatientAges } from './patient-age';
import { patientPosition } from './pixel-value';
import { formatSeriesPlace } from './series-place';

const PRODUCT_NAME = 'Glovebox';

/** Below this pixel spacing, lengths under 1 mm are written in µm. */
const FINE_SPACING_MM = 0.2;

/** Transfer syntaxes whose pixels are stored as they are (PS3.5 A.1 to A.3 and A.4.11). */
const UNCOMPRESSED = new Set([
  '1.2.840.10008.1.2',
  '1.2.840.10008.1.2.1',
  '1.2.840.10008.1.2.2',
  '1.2.840.10008.1.2.1.98',
]);

/** Image and view size, the window, and what is under the pointer. */
export function topLeftLines(input: OverlayInput): readonly string[] {
  const { facts, view } = input;
  return withoutEmpty([
    `Image size: ${facts.columns} x ${facts.rows}`,
    `View size: ${Math.round(view.width)} x ${Math.round(view.height)}`,
    windowLine(input),
    pointerLine(input),
    patientPositionLine(input),
  ]);
}

/** Whose image it is, name and ID only where the level says so, of what series, and what the frame is. */
export function topRightLines({ facts, level, now }: OverlayInput): readonly string[] {
  const { now: ageNow, atAcquisition } = computePatientAges(facts, now);
  const ages = line([ageNow, atAcquisition], (today, then) => `( ${today} , ${then} )`);
  const whose = [formatPersonName(facts.patientName), facts.patientId, ages] as const;
  return withoutEmpty([
    level === 'all' ? line([...whose], (...fields) => fields.join(', ')) : ages,
    facts.studyDescription,
    facts.seriesDescription,
    facts.seriesNumber,
    ...facts.objectLines,
  ]);
}

/** How the image is drawn, where in its series it is, how it was stored, and where in the patient. */
export function bottomLeftLines({ facts, camera, place }: OverlayInput): readonly string[] {
  return withoutEmpty([
    `Zoom: ${Math.round(camera.zoom * 100)}% Angle: ${Math.round(camera.rotationDegrees) % 360}`,
    `Im: ${formatSeriesPlace(place, facts.plane)}`,
    UNCOMPRESSED.has(facts.transferSyntaxUid)
      ? 'Uncompressed'
      : facts.transferSyntaxName || facts.transferSyntaxUid,
    sliceLine(facts),
  ]);
}

/** Sequence parameters, date and time, the product. */
export function bottomRightLines({ facts, locale }: OverlayInput): readonly string[] {
  const dateTime = imageDateTime(facts);
  return withoutEmpty([
    line([sixDigits(facts.echoTime), sixDigits(facts.repetitionTime)], (te, tr) => `TE: ${te} TR: ${tr}`),
    line([sixDigits(facts.magneticFieldStrength)], (strength) => `FS: ${strength}`),
    dateTime === null ? '' : formatDateTime(dateTime, locale),
    PRODUCT_NAME,
  ]);
}

function windowLine({ facts, window, largestValue }: OverlayInput): string {
  if (window === null) return '';
  return facts.modality === 'PT'
    ? `${formatWindow(window)} ${formatWindowRange(window, largestValue)}`
    : formatWindow(window);
}

function pointerLine({ facts, grey, pointer }: OverlayInput): string {
  if (pointer === null) return '';
  const value = pointer.value === null ? '' : formatPixelValue(pointer.value, grey, facts.suvPerUnit);
  return line(
    [`${Math.floor(pointer.x)}`, `${Math.floor(pointer.y)}`, value],
    (x, y, text) => `X: ${x} px Y: ${y} px Value: ${text}`,
  );
}

function patientPositionLine({ facts, pointer }: OverlayInput): string {
  const position = pointer === null ? null : patientPosition(facts, pointer);
  if (position === null || facts.spacing === null) return '';
  const isFine = Math.max(facts.spacing.rowMm, facts.spacing.columnMm) < FINE_SPACING_MM;
  const [x, y, z] = position;
  return `X: ${formatMm(x, isFine)} Y: ${formatMm(y, isFine)} Z: ${formatMm(z, isFine)}`;
}

function sliceLine({
  sliceThicknessMm,
  sliceLocationMm,
  viewPosition,
  patientPosition: position,
}: ImageFacts) {
  if (sliceThicknessMm !== null && sliceLocationMm !== null) {
    return `Thickness: ${formatMm(sliceThicknessMm, true)} Location: ${formatMm(sliceLocationMm, false)}`;
  }
  return line([`${viewPosition}${position}`], (text) => `Position: ${text}`);
}

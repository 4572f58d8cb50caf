import { renderColour } from '../pixels/colour';
import type { DecodedFrame, GreyTransform, Palette } from '../pixels/decoded-frame';
import { modalityRange, modalityValue } from '../pixels/modality-lut';
import { isGrey } from '../pixels/render-frame';
import type { Point } from './camera';
import type { ImageFacts } from './image-facts';
import type { LoadedFrame } from './loaded-frame';
import type { Vector } from '../base/vector';

/** What one pixel says: a value after the modality LUT, or a colour of 0 to 255 for each sample. */
export type PixelValue =
  | { readonly kind: 'grey'; readonly value: number }
  | { readonly kind: 'colour'; readonly red: number; readonly green: number; readonly blue: number };

/** The value of the pixel under `point` (image coordinates), from the stored sample; null outside of the image. */
export function readPixelValue(
  image: {
    readonly frame: DecodedFrame;
    readonly grey: Pick<GreyTransform, 'modality'>;
    readonly palette: Palette | null;
  },
  point: Point,
): PixelValue | null {
  const { frame, grey, palette } = image;
  const column = Math.floor(point.x);
  const row = Math.floor(point.y);
  if (column < 0 || column >= frame.columns || row < 0 || row >= frame.rows) return null;
  const start = (row * frame.columns + column) * frame.samplesPerPixel;
  const samples = frame.samples.slice(start, start + frame.samplesPerPixel);
  if (isGrey(frame, palette)) {
    const [stored] = samples;
    return stored === undefined ? null : { kind: 'grey', value: modalityValue(grey, stored) };
  }
  const [rgba = 0] = renderColour({ ...frame, rows: 1, columns: 1, samples }, palette);
  return { kind: 'colour', red: rgba & 0xff, green: (rgba >> 8) & 0xff, blue: (rgba >> 16) & 0xff };
}

/** Of a grey image, after the modality LUT. */
export function largestValue({ frame, grey }: Pick<LoadedFrame, 'frame' | 'grey'>): number {
  return modalityRange(grey, frame).high;
}

/**
 * The middle of the pixel under `point` (image coordinates) in the patient's coordinate system, mm
 * (PS3.3 C.7.6.2.1.1). Null without Image Plane attributes.
 */
export function patientPosition({ plane, spacing }: ImageFacts, point: Point): Vector | null {
  if (plane === null || spacing?.plane !== 'patient') return null;
  const alongRow = Math.floor(point.x) * spacing.columnMm;
  const alongColumn = Math.floor(point.y) * spacing.rowMm;
  const at = (axis: 0 | 1 | 2): number =>
    plane.position[axis] + plane.row[axis] * alongRow + plane.column[axis] * alongColumn;
  return [at(0), at(1), at(2)];
}

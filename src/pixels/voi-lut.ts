import type {
  DecodedFrame,
  GreyTransform,
  LookupTable,
  ModalityTransform,
  SampleArray,
  Window,
} from './decoded-frame';
import { lookUp } from './lookup-table';
import { isPadding } from './modality-lut';

/** Center and width of a window, in values after the modality LUT. */
export type WindowLevel = Pick<Window, 'center' | 'width'>;

/** What values after the modality LUT are seen through (PS3.3 C.11.2). */
export type Voi =
  ({ readonly kind: 'window' } & WindowLevel) | { readonly kind: 'lut'; readonly lut: LookupTable };

/** What is shown of stored values: the transform of the file, the window or LUT of the moment. */
export interface GreyView {
  readonly transform: Pick<GreyTransform, 'modality' | 'voiFunction' | 'isInverse' | 'padding'>;
  readonly voi: Voi;
  /** True: black and white exchanged, on top of what the image asks for. */
  readonly invert: boolean;
}

type FrameBounds = Pick<DecodedFrame, 'min' | 'max' | 'colourSpace'>;

/** A pixel with alpha 255, as a little endian 32-bit number: bytes R, G, B, A. */
const OPAQUE = 0xff000000;
/** 2^18 entries, 1 MB: more than any 16-bit image has. */
const MAX_LUT_ENTRIES = 2 ** 18;

/**
 * The file's first window, else its first VOI LUT: they are alternatives, and which comes first is the viewer's choice
 * (PS3.3 C.11.2). Null where it has neither.
 */
export function fileVoi({ windows: [window], voiLuts: [lut] }: GreyTransform): Voi | null {
  if (window !== undefined) return { kind: 'window', center: window.center, width: window.width };
  return lut === undefined ? null : { kind: 'lut', lut };
}

/**
 * The VOI LUT functions of PS3.3 C.11.2.1.2 and C.11.2.1.3, from a value after the modality LUT to 0 … 1.
 * LINEAR of width 1 is a threshold, as the formulas make it.
 */
export function voiFunctionOf(
  voiFunction: GreyTransform['voiFunction'],
  { center, width }: WindowLevel,
): (value: number) => number {
  switch (voiFunction) {
    case 'LINEAR':
      return ramp(center - 0.5, width - 1);
    case 'LINEAR_EXACT':
      return ramp(center, width);
    case 'SIGMOID':
      return (value) => 1 / (1 + Math.exp((-4 * (value - center)) / width));
  }
}

function ramp(center: number, width: number): (value: number) => number {
  const low = center - width / 2;
  const high = center + width / 2;
  return (value) => {
    if (value <= low) return 0;
    return value > high ? 1 : (value - center) / width + 0.5;
  };
}

/**
 * Stored value to grey, 0 to 255, in double precision. Photometric Interpretation MONOCHROME1 and Presentation LUT Shape
 * INVERSE say the same of an image, that its smallest value is white (PS3.3 C.7.6.1 and C.7.6.3.1.2): both together
 * invert it once. Padding is black whatever the rest is.
 */
export function greyFunction(
  colourSpace: DecodedFrame['colourSpace'],
  { transform, voi, invert }: GreyView,
): (stored: number) => number {
  const levelOf = storedLevel(transform.modality, voiLevel(transform, voi));
  const isInverted = (colourSpace === 'MONOCHROME1' || transform.isInverse) !== invert;
  const greyOf = isInverted
    ? (stored: number) => Math.round((1 - levelOf(stored)) * 255)
    : (stored: number) => Math.round(levelOf(stored) * 255);
  if (transform.padding === null) return greyOf;
  return (stored) => (isPadding(transform, stored) ? 0 : greyOf(stored));
}

/** From a value after the modality LUT to 0 … 1. */
function voiLevel({ voiFunction }: Pick<GreyTransform, 'voiFunction'>, voi: Voi): (value: number) => number {
  if (voi.kind === 'window') return voiFunctionOf(voiFunction, voi);
  const white = 2 ** voi.lut.bits - 1;
  return (value) => lookUp(voi.lut, value) / white;
}

/** From a stored value to 0 … 1; the rescale is written out, since it is done for each entry of a table. */
function storedLevel(
  modality: ModalityTransform,
  levelOf: (value: number) => number,
): (stored: number) => number {
  if (modality.kind === 'lut') return (stored) => levelOf(lookUp(modality.lut, stored));
  const { slope, intercept } = modality;
  return (stored) => levelOf(stored * slope + intercept);
}

/** Whether a frame's values are whole numbers of a range that a look-up table can have. */
export function fitsGreyLut(frame: Pick<DecodedFrame, 'samples' | 'min' | 'max'>): boolean {
  const isFloat = frame.samples instanceof Float32Array || frame.samples instanceof Float64Array;
  return !isFloat && frame.max - frame.min < MAX_LUT_ENTRIES;
}

/** For a frame that `fitsGreyLut`: the RGBA pixel of each stored value, by stored value - `frame.min`. */
export function buildGreyLut(frame: FrameBounds, view: GreyView): Uint32Array<ArrayBuffer> {
  const greyOf = greyFunction(frame.colourSpace, view);
  const lut = new Uint32Array(frame.max - frame.min + 1);
  for (let index = 0; index < lut.length; index++) lut[index] = greyPixel(greyOf(frame.min + index));
  return lut;
}

/** A monochrome frame as RGBA pixels: by look-up table where it fits one, else value by value. */
export function renderGrey(frame: DecodedFrame, view: GreyView): Uint32Array<ArrayBuffer> {
  const { samples, min } = frame;
  return fitsGreyLut(frame)
    ? applyLut(samples, buildGreyLut(frame, view), min)
    : applyFunction(samples, greyFunction(frame.colourSpace, view));
}

function applyLut(samples: SampleArray, lut: Uint32Array, first: number): Uint32Array<ArrayBuffer> {
  const pixels = new Uint32Array(samples.length);
  for (let index = 0; index < samples.length; index++)
    pixels[index] = lut[(samples[index] ?? 0) - first] ?? OPAQUE;
  return pixels;
}

function applyFunction(samples: SampleArray, greyOf: (stored: number) => number): Uint32Array<ArrayBuffer> {
  const pixels = new Uint32Array(samples.length);
  // NaN, which no window shows, becomes black.
  for (let index = 0; index < samples.length; index++)
    pixels[index] = greyPixel(greyOf(samples[index] ?? 0) || 0);
  return pixels;
}

function greyPixel(grey: number): number {
  return OPAQUE + grey * 0x010101;
}

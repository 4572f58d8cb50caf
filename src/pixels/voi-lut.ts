import type { DecodedFrame, GreyTransform, SampleArray, Window } from './decoded-frame';

/** What is shown of stored values: the transform of the file, the window of the moment. */
export interface GreyView {
  readonly transform: Pick<GreyTransform, 'slope' | 'intercept' | 'voiFunction'>;
  /** In values after the modality LUT. */
  readonly window: Pick<Window, 'center' | 'width'>;
  /** True: black and white exchanged, on top of what MONOCHROME1 asks for. */
  readonly invert: boolean;
}

type FrameBounds = Pick<DecodedFrame, 'min' | 'max' | 'colourSpace'>;

/** A pixel with alpha 255, as a little endian 32-bit number: bytes R, G, B, A. */
const OPAQUE = 0xff000000;
/** 2^18 entries, 1 MB: more than any 16-bit image has. */
const MAX_LUT_ENTRIES = 2 ** 18;

/**
 * The VOI LUT functions of PS3.3 C.11.2.1.2 and C.11.2.1.3, from a value after the modality LUT to 0 … 1.
 * LINEAR of width 1 is a threshold, as the formulas make it.
 */
export function applyVoiFunction(
  voiFunction: GreyTransform['voiFunction'],
  { center, width }: GreyView['window'],
  value: number,
): number {
  switch (voiFunction) {
    case 'LINEAR':
      return ramp(value, center - 0.5, width - 1);
    case 'LINEAR_EXACT':
      return ramp(value, center, width);
    case 'SIGMOID':
      return 1 / (1 + Math.exp((-4 * (value - center)) / width));
  }
}

function ramp(value: number, center: number, width: number): number {
  if (value <= center - width / 2) return 0;
  if (value > center + width / 2) return 1;
  return (value - center) / width + 0.5;
}

/** Stored value to grey, 0 to 255, in double precision. */
export function greyFunction(
  colourSpace: DecodedFrame['colourSpace'],
  view: GreyView,
): (stored: number) => number {
  const { slope, intercept, voiFunction } = view.transform;
  const isInverted = (colourSpace === 'MONOCHROME1') !== view.invert;
  return (stored) => {
    const level = applyVoiFunction(voiFunction, view.window, stored * slope + intercept);
    return Math.round((isInverted ? 1 - level : level) * 255);
  };
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

import { paintSupplementalColours, renderColour } from '../pixels/colour';
import type { DecodedFrame, ModalityTransform, Palette, SampleArray } from '../pixels/decoded-frame';
import { isGrey } from '../pixels/render-frame';
import { buildGreyLut, fitsGreyLut, greyFunction, type GreyView, type Voi } from '../pixels/voi-lut';
import { bitPatterns } from './bit-patterns';

/** Writes a frame as RGBA into `pixels`, which has room for each of its pixels. */
export type Painter = (frame: DecodedFrame, pixels: Uint32Array) => void;

/** What a frame is painted with; `view.voi` does nothing to a colour image. */
export interface FrameLook {
  readonly view: GreyView;
  readonly palette: Palette | null;
}

const OPAQUE = 0xff000000;
const INVERT_COLOURS = 0x00ffffff;

/**
 * A painter for `frame`, and for any other with the same smallest and largest value and colour space. The look-up
 * table is built here, once.
 */
export function createPainter(frame: DecodedFrame, { view, palette }: FrameLook): Painter {
  if (!isGrey(frame, palette)) return colourPainter(palette, view.invert);
  const paintGrey = greyPainter(frame, view);
  if (palette === null) return paintGrey;
  return (each, pixels) => {
    paintGrey(each, pixels);
    paintSupplementalColours(each.samples, palette, pixels);
  };
}

function greyPainter(frame: DecodedFrame, view: GreyView): Painter {
  if (!fitsGreyLut(frame)) {
    const greyOf = greyFunction(frame.colourSpace, view);
    return ({ samples }, pixels) => paintByFunction(samples, greyOf, pixels);
  }
  const lut = buildGreyLut(frame, view);
  const first = frame.min;
  return ({ samples }, pixels) => paintByLut(samples, { lut, first }, pixels);
}

/** Whether a painter made for one frame and look paints another just as well. */
export function isSamePainter(
  one: { readonly frame: DecodedFrame; readonly look: FrameLook },
  other: { readonly frame: DecodedFrame; readonly look: FrameLook },
): boolean {
  const isSameRange =
    one.frame.min === other.frame.min &&
    one.frame.max === other.frame.max &&
    one.frame.colourSpace === other.frame.colourSpace &&
    fitsGreyLut(one.frame) === fitsGreyLut(other.frame);
  return isSameRange && one.look.palette === other.look.palette && isSameView(one.look.view, other.look.view);
}

function isSameView(one: GreyView, other: GreyView): boolean {
  return (
    one.invert === other.invert &&
    isSameVoi(one.voi, other.voi) &&
    one.transform.voiFunction === other.transform.voiFunction &&
    one.transform.isInverse === other.transform.isInverse &&
    one.transform.padding?.low === other.transform.padding?.low &&
    one.transform.padding?.high === other.transform.padding?.high &&
    isSameModality(one.transform.modality, other.transform.modality)
  );
}

function isSameVoi(one: Voi, other: Voi): boolean {
  if (one.kind === 'lut') return other.kind === 'lut' && one.lut === other.lut;
  return other.kind === 'window' && one.center === other.center && one.width === other.width;
}

function isSameModality(one: ModalityTransform, other: ModalityTransform): boolean {
  if (one.kind === 'lut') return other.kind === 'lut' && one.lut === other.lut;
  if (other.kind === 'lut') return false;
  return one.slope === other.slope && one.intercept === other.intercept;
}

/** The RGBA pixel of each sample from a table that begins at the stored value `first` and has all of them. */
export function paintByLut(samples: SampleArray, { lut, first }: GreyLut, pixels: Uint32Array): void {
  const patterns = bitPatterns(samples);
  if (patterns instanceof Uint8Array) paintByPattern(patterns, { lut, first, mask: 0xff }, pixels);
  else if (patterns instanceof Uint16Array) paintByPattern(patterns, { lut, first, mask: 0xffff }, pixels);
  else {
    for (let index = 0; index < samples.length; index++) {
      pixels[index] = lut[(samples[index] ?? 0) - first] ?? OPAQUE;
    }
  }
}

interface GreyLut {
  readonly lut: Uint32Array;
  readonly first: number;
}

/** In two's complement a difference is the same for signed and unsigned numbers, but for bits above theirs. */
function paintByPattern(
  patterns: Uint8Array | Uint16Array,
  { lut, first, mask }: GreyLut & { readonly mask: number },
  pixels: Uint32Array,
): void {
  for (let index = 0; index < patterns.length; index++) {
    pixels[index] = lut[((patterns[index] ?? 0) - first) & mask] ?? OPAQUE;
  }
}

function paintByFunction(
  samples: SampleArray,
  greyOf: (stored: number) => number,
  pixels: Uint32Array,
): void {
  for (let index = 0; index < samples.length; index++) {
    // NaN, which no window shows, is black.
    pixels[index] = OPAQUE + (greyOf(samples[index] ?? NaN) || 0) * 0x010101;
  }
}

function colourPainter(palette: Palette | null, invert: boolean): Painter {
  return (frame, pixels) => {
    pixels.set(renderColour(frame, palette));
    if (!invert) return;
    for (let index = 0; index < pixels.length; index++) pixels[index] = (pixels[index] ?? 0) ^ INVERT_COLOURS;
  };
}

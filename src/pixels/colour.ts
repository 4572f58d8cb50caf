import type { DecodedFrame, Palette, SampleArray } from './decoded-frame';

/** A colour frame (RGB, YBR_FULL or YBR_PARTIAL) or a PALETTE COLOR one as RGBA pixels, see `voi-lut.ts`. */
export function renderColour(frame: DecodedFrame, palette: Palette | null): Uint32Array<ArrayBuffer> {
  if (frame.colourSpace === 'PALETTE COLOR' && palette !== null) return renderPalette(frame.samples, palette);
  const to8Bits = 255 / frame.max;
  if (frame.colourSpace === 'YBR_FULL') return renderYbr(frame.samples, to8Bits, FULL_RANGE);
  if (frame.colourSpace === 'YBR_PARTIAL') return renderYbr(frame.samples, to8Bits, PARTIAL_RANGE);
  return renderRgb(frame.samples, to8Bits);
}

function rgbPixel(red: number, green: number, blue: number): number {
  return 0xff000000 + blue * 0x10000 + green * 0x100 + red;
}

function renderRgb(samples: SampleArray, to8Bits: number): Uint32Array<ArrayBuffer> {
  const pixels = new Uint32Array(samples.length / 3);
  for (let pixel = 0; pixel < pixels.length; pixel++) {
    const red = Math.round((samples[pixel * 3] ?? 0) * to8Bits);
    const green = Math.round((samples[pixel * 3 + 1] ?? 0) * to8Bits);
    const blue = Math.round((samples[pixel * 3 + 2] ?? 0) * to8Bits);
    pixels[pixel] = rgbPixel(red, green, blue);
  }
  return pixels;
}

/** From luma and chroma to RGB; chroma is counted from 128. */
interface YbrFactors {
  readonly black: number;
  readonly luma: number;
  readonly crOfRed: number;
  readonly cbOfGreen: number;
  readonly crOfGreen: number;
  readonly cbOfBlue: number;
}

/** The inverse of the equations of PS3.3 C.7.6.3.1.2 for YBR_FULL. */
const FULL_RANGE: YbrFactors = {
  black: 0,
  luma: 1,
  crOfRed: 1.402,
  cbOfGreen: -0.344136,
  crOfGreen: -0.714136,
  cbOfBlue: 1.772,
};

/** The same for YBR_PARTIAL: luma in 16 to 235, chroma in 16 to 240. */
const PARTIAL_RANGE: YbrFactors = {
  black: 16,
  luma: 255 / 219,
  crOfRed: (1.402 * 255) / 224,
  cbOfGreen: (-0.344136 * 255) / 224,
  crOfGreen: (-0.714136 * 255) / 224,
  cbOfBlue: (1.772 * 255) / 224,
};

/** In 8 bits, rounded and clamped. */
function renderYbr(
  samples: SampleArray,
  to8Bits: number,
  { black, luma, crOfRed, cbOfGreen, crOfGreen, cbOfBlue }: YbrFactors,
): Uint32Array<ArrayBuffer> {
  const pixels = new Uint32Array(samples.length / 3);
  for (let pixel = 0; pixel < pixels.length; pixel++) {
    const y = ((samples[pixel * 3] ?? 0) * to8Bits - black) * luma;
    const cb = (samples[pixel * 3 + 1] ?? 0) * to8Bits - 128;
    const cr = (samples[pixel * 3 + 2] ?? 0) * to8Bits - 128;
    const red = toByte(y + crOfRed * cr);
    const green = toByte(y + cbOfGreen * cb + crOfGreen * cr);
    const blue = toByte(y + cbOfBlue * cb);
    pixels[pixel] = rgbPixel(red, green, blue);
  }
  return pixels;
}

function toByte(value: number): number {
  return Math.min(255, Math.max(0, Math.round(value)));
}

/** Values before the first entry have the first colour, those after the last the last. */
function renderPalette(samples: SampleArray, palette: Palette): Uint32Array<ArrayBuffer> {
  const colours = coloursOf(palette);
  const last = colours.length - 1;
  const pixels = new Uint32Array(samples.length);
  for (let index = 0; index < samples.length; index++) {
    const entry = Math.min(last, Math.max(0, (samples[index] ?? 0) - palette.first));
    pixels[index] = colours[entry] ?? 0;
  }
  return pixels;
}

/**
 * Writes the colours of a supplemental palette over a grey picture: of stored values from its first entry on; those
 * below stay grey (PS3.3 C.8.16.2.1.1.1).
 */
export function paintSupplementalColours(samples: SampleArray, palette: Palette, pixels: Uint32Array): void {
  const colours = coloursOf(palette);
  const last = colours.length - 1;
  for (let index = 0; index < samples.length; index++) {
    const entry = (samples[index] ?? 0) - palette.first;
    if (entry >= 0) pixels[index] = colours[Math.min(last, entry)] ?? 0;
  }
}

function coloursOf({ red, green, blue }: Palette): Uint32Array {
  return Uint32Array.from(red, (level, entry) => rgbPixel(level, green[entry] ?? 0, blue[entry] ?? 0));
}

import type { DecodedFrame, Palette, SampleArray } from './decoded-frame';

/** A colour frame (RGB or YBR_FULL) or a PALETTE COLOR one as RGBA pixels, see `voi-lut.ts`. */
export function renderColour(frame: DecodedFrame, palette: Palette | null): Uint32Array<ArrayBuffer> {
  if (frame.colourSpace === 'PALETTE COLOR' && palette !== null) return renderPalette(frame.samples, palette);
  const to8Bits = 255 / frame.max;
  return frame.colourSpace === 'YBR_FULL'
    ? renderYbr(frame.samples, to8Bits)
    : renderRgb(frame.samples, to8Bits);
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

/** YBR_FULL to RGB: the inverse of the equations of PS3.3 C.7.6.3.1.2, in 8 bits, rounded and clamped. */
function renderYbr(samples: SampleArray, to8Bits: number): Uint32Array<ArrayBuffer> {
  const pixels = new Uint32Array(samples.length / 3);
  for (let pixel = 0; pixel < pixels.length; pixel++) {
    const y = (samples[pixel * 3] ?? 0) * to8Bits;
    const cb = (samples[pixel * 3 + 1] ?? 0) * to8Bits - 128;
    const cr = (samples[pixel * 3 + 2] ?? 0) * to8Bits - 128;
    const red = toByte(y + 1.402 * cr);
    const green = toByte(y - 0.344136 * cb - 0.714136 * cr);
    const blue = toByte(y + 1.772 * cb);
    pixels[pixel] = rgbPixel(red, green, blue);
  }
  return pixels;
}

function toByte(value: number): number {
  return Math.min(255, Math.max(0, Math.round(value)));
}

/** Values before the first entry have the first colour, those after the last the last. */
function renderPalette(samples: SampleArray, palette: Palette): Uint32Array<ArrayBuffer> {
  const { first, red, green, blue } = palette;
  const colours = Uint32Array.from(red, (level, entry) =>
    rgbPixel(level, green[entry] ?? 0, blue[entry] ?? 0),
  );
  const last = colours.length - 1;
  const pixels = new Uint32Array(samples.length);
  for (let index = 0; index < samples.length; index++) {
    const entry = Math.min(last, Math.max(0, (samples[index] ?? 0) - first));
    pixels[index] = colours[entry] ?? 0;
  }
  return pixels;
}

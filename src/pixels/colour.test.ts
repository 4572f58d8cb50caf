import { describe, expect, it } from 'vitest';
import { renderColour, ybrToRgb } from './colour';
import type { DecodedFrame } from './decoded-frame';

/** R, G and B of each pixel. */
function rgbOf(pixels: Uint32Array): readonly (readonly number[])[] {
  return Array.from(pixels, (pixel) => [pixel & 0xff, (pixel >> 8) & 0xff, (pixel >> 16) & 0xff]);
}

describe('ybrToRgb', () => {
  // Forward by PS3.3 C.7.6.3.1.2: Y = .2990R + .5870G + .1140B, CB = -.1687R - .3313G + .5B + 128,
  // CR = .5R - .4187G - .0813B + 128.
  it.each([
    ['grey', [77, 128, 128], [77, 77, 77]],
    ['red', [76.245, 84.9815, 255.5], [255, 0, 0]],
    ['green', [149.685, 43.5185, 21.2315], [0, 255, 0]],
    ['blue', [29.07, 255.5, 107.2685], [0, 0, 255]],
  ] as const)('is the inverse of the forward equations for %s', (_, [y, cb, cr], rgb) => {
    expect(ybrToRgb(y, cb, cr)).toEqual(rgb);
  });

  it('clamps what is no colour', () => {
    // R = 255 + 1.402 * 127 and B = 255 + 1.772 * 127 are over 255, G = 255 - 134.4 is not.
    expect(ybrToRgb(255, 255, 255)).toEqual([255, 121, 255]);
  });
});

describe('renderColour', () => {
  const shape = { rows: 1, columns: 2, min: 0 } as const;

  it('scales RGB of more than 8 bits', () => {
    const samples = Uint16Array.of(65535, 32768, 0, 257, 514, 65535);
    const frame: DecodedFrame = { ...shape, samplesPerPixel: 3, colourSpace: 'RGB', samples, max: 65535 };
    expect(rgbOf(renderColour(frame, null))).toEqual([
      [255, 128, 0],
      [1, 2, 255],
    ]);
  });

  it('looks up palette colours, those outside of the table at its ends', () => {
    const samples = Uint16Array.of(3, 10, 11, 99);
    const frame: DecodedFrame = {
      ...shape,
      columns: 4,
      samplesPerPixel: 1,
      colourSpace: 'PALETTE COLOR',
      samples,
      max: 99,
    };
    const palette = {
      first: 10,
      red: Uint8Array.of(1, 4),
      green: Uint8Array.of(2, 5),
      blue: Uint8Array.of(3, 6),
    };
    expect(rgbOf(renderColour(frame, palette))).toEqual([
      [1, 2, 3],
      [1, 2, 3],
      [4, 5, 6],
      [4, 5, 6],
    ]);
  });
});

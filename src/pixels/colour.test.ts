import { describe, expect, it } from 'vitest';
import { renderColour } from './colour';
import type { DecodedFrame } from './decoded-frame';

/** R, G and B of each pixel. */
function rgbOf(pixels: Uint32Array): readonly (readonly number[])[] {
  return Array.from(pixels, (pixel) => [pixel & 0xff, (pixel >> 8) & 0xff, (pixel >> 16) & 0xff]);
}

describe('renderColour', () => {
  const shape = { rows: 1, columns: 2, min: 0 } as const;

  // Forward by PS3.3 C.7.6.3.1.2: Y = .2990R + .5870G + .1140B, CB = -.1687R - .3313G + .5B + 128,
  // CR = .5R - .4187G - .0813B + 128.
  it.each([
    ['grey', [77, 128, 128], [77, 77, 77]],
    // R = 76 + 1.402 * 127 = 254.05, G = 76 + 0.344 * 43 - 0.714 * 127 = 0.1, B = 76 - 1.772 * 43 = -0.2.
    ['red', [76, 85, 255], [254, 0, 0]],
    // R = 150 - 1.402 * 107 = -0.01, G = 150 + 0.344 * 84 + 0.714 * 107 = 255.3, B = 150 - 1.772 * 84 = 1.2.
    ['green', [150, 44, 21], [0, 255, 1]],
    // R = 255 + 1.402 * 127 and B = 255 + 1.772 * 127 are over 255; G = 255 - 1.058 * 127 = 120.6.
    ['what is no colour', [255, 255, 255], [255, 121, 255]],
  ] as const)('turns YBR_FULL into RGB: %s', (_, ybr, rgb) => {
    const samples = Uint8Array.from(ybr);
    const frame: DecodedFrame = {
      ...shape,
      columns: 1,
      samplesPerPixel: 3,
      colourSpace: 'YBR_FULL',
      samples,
      max: 255,
    };
    expect(rgbOf(renderColour(frame, null))).toEqual([rgb]);
  });

  // Forward by PS3.3 C.7.6.3.1.2: Y = .2568R + .5041G + .0979B + 16, CB = -.1482R - .2910G + .4392B + 128,
  // CR = .4392R - .3678G - .0714B + 128.
  it.each([
    ['black', [16, 128, 128], [0, 0, 0]],
    ['white', [235, 128, 128], [255, 255, 255]],
    // R = 65 * 255/219 + 112 * 1.402 * 255/224 = 75.7 + 178.8, G = 75.7 + 14.9 - 91.1 and B = 75.7 - 76.7 are below 0.
    ['red', [81, 90, 240], [254, 0, 0]],
  ] as const)('turns YBR_PARTIAL into RGB: %s', (_, ybr, rgb) => {
    const samples = Uint8Array.from(ybr);
    const frame: DecodedFrame = {
      ...shape,
      columns: 1,
      samplesPerPixel: 3,
      colourSpace: 'YBR_PARTIAL',
      samples,
      max: 255,
    };
    expect(rgbOf(renderColour(frame, null))).toEqual([rgb]);
  });

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

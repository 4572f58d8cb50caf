import { describe, expect, it } from 'vitest';
import type { DecodedFrame } from '../pixels/decoded-frame';
import { greyTransform } from '../pixels/grey-transform.fixture';
import { largestValue, readPixelValue } from './pixel-value';

const grey = greyTransform();

function greyFrame(samples: DecodedFrame['samples']): DecodedFrame {
  return { rows: 2, columns: 3, samplesPerPixel: 1, colourSpace: 'MONOCHROME2', samples, min: 0, max: 9 };
}

describe('readPixelValue', () => {
  const frame = greyFrame(Int16Array.of(0, 1, 2, 3, 4, -1000));

  it('is the stored value after the modality LUT, of the pixel that the point is in', () => {
    const image = {
      frame,
      grey: greyTransform({ modality: { kind: 'rescale', slope: 2, intercept: -24 } }),
      palette: null,
    };
    // -1000 x 2 - 24, in the last column of the last row.
    expect(readPixelValue(image, { x: 2.99, y: 1.01 })).toEqual({ kind: 'grey', value: -2024 });
    expect(readPixelValue(image, { x: 1, y: 0.99 })).toEqual({ kind: 'grey', value: -22 });
  });

  it('is that of the full precision', () => {
    const precise = greyFrame(Float64Array.of(0.1234567890123, 0, 0, 0, 0, 0));
    expect(readPixelValue({ frame: precise, grey, palette: null }, { x: 0, y: 0 })).toEqual({
      kind: 'grey',
      value: 0.1234567890123,
    });
  });

  it('is null outside of the image', () => {
    const image = { frame, grey, palette: null };
    for (const [x, y] of [
      [-0.1, 0],
      [3, 0],
      [0, -1],
      [0, 2],
    ] as const) {
      expect(readPixelValue(image, { x, y })).toBeNull();
    }
  });

  it('is red, green and blue of a colour image', () => {
    const colour: DecodedFrame = {
      rows: 1,
      columns: 2,
      samplesPerPixel: 3,
      colourSpace: 'RGB',
      samples: Uint8Array.of(1, 2, 3, 10, 20, 255),
      min: 0,
      max: 255,
    };
    expect(readPixelValue({ frame: colour, grey, palette: null }, { x: 1, y: 0 })).toEqual({
      kind: 'colour',
      red: 10,
      green: 20,
      blue: 255,
    });
  });

  it('is the colour of a palette’s entry, not its index', () => {
    const indices: DecodedFrame = {
      ...greyFrame(Uint8Array.of(5, 6, 5, 5, 5, 5)),
      colourSpace: 'PALETTE COLOR',
    };
    const palette = {
      first: 5,
      red: Uint8Array.of(1, 100),
      green: Uint8Array.of(2, 150),
      blue: Uint8Array.of(3, 200),
    };
    expect(readPixelValue({ frame: indices, grey, palette }, { x: 1, y: 0 })).toEqual({
      kind: 'colour',
      red: 100,
      green: 150,
      blue: 200,
    });
  });
});

describe('largestValue', () => {
  it('is that of the smallest stored value where the slope is negative', () => {
    const falling = greyTransform({ modality: { kind: 'rescale', slope: -1, intercept: 100 } });
    // Stored values go from 0 to 9.
    expect(largestValue({ frame: greyFrame(Int16Array.of(0, 9)), grey: falling })).toBe(100);
    expect(largestValue({ frame: greyFrame(Int16Array.of(0, 9)), grey })).toBe(9);
  });
});

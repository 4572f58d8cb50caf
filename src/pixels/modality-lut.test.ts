import { describe, expect, it } from 'vitest';
import { greyTransform } from './grey-transform.fixture';
import { isPadding, modalityRange, modalityValue } from './modality-lut';

const film = greyTransform({
  modality: {
    kind: 'lut',
    lut: { first: 100, entries: Uint16Array.of(50, 900, 10, 400), bits: 10, explanation: '' },
  },
});
const negative = greyTransform({ modality: { kind: 'rescale', slope: -2, intercept: 10 } });

describe('modalityValue', () => {
  it('is slope times stored value plus intercept, or the entry of the LUT', () => {
    expect(modalityValue(negative, 7)).toBe(-2 * 7 + 10);
    expect([99, 100, 101, 103, 104].map((stored) => modalityValue(film, stored))).toEqual([
      50, 50, 900, 400, 400,
    ]);
  });
});

describe('modalityRange', () => {
  it('goes from the smallest to the largest value, wherever they are', () => {
    // 3 x -2 + 10 and 0 x -2 + 10.
    expect(modalityRange(negative, { min: 0, max: 3 })).toEqual({ low: 4, high: 10 });
    expect(modalityRange(film, { min: 0, max: 200 })).toEqual({ low: 10, high: 900 });
    expect(modalityRange(film, { min: 0, max: 50 })).toEqual({ low: 50, high: 50 });
    expect(modalityRange(film, { min: 102, max: 103 })).toEqual({ low: 10, high: 400 });
  });
});

describe('isPadding', () => {
  it('is true from Pixel Padding Value to Range Limit, both included', () => {
    const padded = greyTransform({ padding: { low: -2000, high: -1000 } });
    expect([-2001, -2000, -1000, -999].map((stored) => isPadding(padded, stored))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isPadding(greyTransform(), 0)).toBe(false);
  });
});

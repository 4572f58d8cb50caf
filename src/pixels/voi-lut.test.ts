import { describe, expect, it } from 'vitest';
import type { DecodedFrame } from './decoded-frame';
import { greyTransform } from './grey-transform.fixture';
import { voiFunctionOf, buildGreyLut, renderGrey, type GreyView } from './voi-lut';

describe('voiFunctionOf', () => {
  // The examples of PS3.3 C.11.2.1.2.1.
  it.each([
    { center: 2048, width: 4096, black: 0, white: 4095.5, value: 1000, level: (1000 - 2047.5) / 4095 + 0.5 },
    { center: 0, width: 100, black: -50, white: 49.5, value: 10, level: (10 + 0.5) / 99 + 0.5 },
  ])('is LINEAR for c=$center w=$width', ({ center, width, black, white, value, level }) => {
    const apply = voiFunctionOf('LINEAR', { center, width });
    expect(apply(black)).toBe(0);
    expect(apply(white)).toBe(1);
    expect(apply(value)).toBeCloseTo(level, 12);
  });

  it.each([
    [2048, 2047.5],
    [0, -0.5],
  ])('is a threshold for LINEAR of width 1 at %d', (center, threshold) => {
    expect(voiFunctionOf('LINEAR', { center, width: 1 })(threshold)).toBe(0);
    expect(voiFunctionOf('LINEAR', { center, width: 1 })(threshold + 0.01)).toBe(1);
  });

  it('is LINEAR_EXACT from c - w/2 to c + w/2 (PS3.3 C.11.2.1.3.2)', () => {
    const apply = voiFunctionOf('LINEAR_EXACT', { center: 0, width: 100 });
    expect([-50, -25, 0, 50, 50.1].map(apply)).toEqual([0, 0.25, 0.5, 1, 1]);
  });

  it('is SIGMOID: 1 / (1 + exp(-4 (x - c) / w)) (PS3.3 C.11.2.1.3.1)', () => {
    const apply = voiFunctionOf('SIGMOID', { center: 100, width: 40 });
    expect(apply(100)).toBe(0.5);
    expect(apply(110)).toBeCloseTo(1 / (1 + Math.exp(-1)), 12);
  });
});

const exact = greyTransform({ voiFunction: 'LINEAR_EXACT' });
const view: GreyView = {
  transform: greyTransform({
    modality: { kind: 'rescale', slope: 2, intercept: -100 },
    voiFunction: 'LINEAR_EXACT',
  }),
  voi: { kind: 'window', center: 0, width: 200 },
  invert: false,
};

function grey(
  frame: Pick<DecodedFrame, 'min' | 'max' | 'colourSpace'>,
  given: GreyView = view,
): readonly number[] {
  return Array.from(buildGreyLut(frame, given), (pixel) => pixel & 0xff);
}

describe('buildGreyLut', () => {
  const frame = { min: 0, max: 100, colourSpace: 'MONOCHROME2' } as const;

  it('has a grey, opaque pixel for each stored value from min to max, after the rescale', () => {
    const lut = buildGreyLut(frame, view);
    expect(lut).toHaveLength(101);
    // 0, 50 and 100 become -100, 0 and 100: black, 0.5 * 255 = 127.5 rounded up, white.
    expect([lut[0], lut[50], lut[100]]).toEqual([0xff000000, 0xff808080, 0xffffffff]);
  });

  it('starts at a negative min', () => {
    const signed = { ...frame, min: -10, max: 10 };
    const plain: GreyView = { ...view, transform: exact };
    // -10: (-10 / 200 + 0.5) * 255 = 114.75; 10: (10 / 200 + 0.5) * 255 = 140.25.
    expect([grey(signed, plain).at(0), grey(signed, plain).at(-1)]).toEqual([115, 140]);
  });

  it('exchanges black and white for MONOCHROME1, and again when inverted', () => {
    const inverse = { ...frame, colourSpace: 'MONOCHROME1' } as const;
    expect([grey(inverse)[0], grey(inverse)[100]]).toEqual([255, 0]);
    expect([grey(inverse, { ...view, invert: true })[0], grey(frame, { ...view, invert: true })[0]]).toEqual([
      0, 255,
    ]);
  });
});

describe('greys of an image', () => {
  const frame = { min: 0, max: 4, colourSpace: 'MONOCHROME2' } as const;
  const window = { kind: 'window', center: 2, width: 4 } as const;

  it('come from a VOI LUT after the modality LUT, by what its bits can hold', () => {
    const modality = {
      kind: 'lut',
      lut: { first: 1, entries: Uint16Array.of(7, 5, 6), bits: 3, explanation: '' },
    } as const;
    const lut = { first: 5, entries: Uint16Array.of(0, 1, 3), bits: 2, explanation: '' };
    // 0 and 1 become 7, 2 becomes 5, 3 and 4 become 6; then 7 has entry 3 of 3, 5 entry 0, 6 entry 1: 85 of 255.
    const through: GreyView = {
      transform: greyTransform({ modality }),
      voi: { kind: 'lut', lut },
      invert: false,
    };
    expect(grey(frame, through)).toEqual([255, 255, 0, 85, 85]);
    expect(grey(frame, { ...through, invert: true })).toEqual([0, 0, 255, 170, 170]);
  });

  it('are inverted once by Presentation LUT Shape INVERSE and MONOCHROME1 together', () => {
    const plain: GreyView = { transform: exact, voi: window, invert: false };
    const inverse: GreyView = { ...plain, transform: { ...exact, isInverse: true } };
    const mono1 = { ...frame, colourSpace: 'MONOCHROME1' } as const;
    expect(grey(frame, plain)).toEqual([0, 64, 128, 191, 255]);
    for (const inverted of [grey(frame, inverse), grey(mono1, plain), grey(mono1, inverse)]) {
      expect(inverted).toEqual([255, 191, 128, 64, 0]);
    }
  });

  it('are black where there is padding, inverted or not', () => {
    const padded: GreyView = {
      transform: { ...exact, padding: { low: 3, high: 4 } },
      voi: window,
      invert: false,
    };
    expect(grey(frame, padded)).toEqual([0, 64, 128, 0, 0]);
    expect(grey(frame, { ...padded, invert: true })).toEqual([255, 191, 128, 0, 0]);
  });
});

describe('renderGrey', () => {
  const shape = { rows: 1, columns: 3, samplesPerPixel: 1, colourSpace: 'MONOCHROME2' } as const;
  const voi = { kind: 'window', center: 0.5, width: 1 } as const;
  const plain: GreyView = {
    transform: exact,
    voi,
    invert: false,
  };

  it('windows floating point values without a table, NaN black', () => {
    const frame = { ...shape, samples: Float32Array.of(0.25, NaN, 7), min: 0.25, max: 7 };
    // 0.25 * 255 = 63.75.
    expect(Array.from(renderGrey(frame, plain), (pixel) => pixel & 0xff)).toEqual([64, 0, 255]);
  });

  it('windows a range of 32 bits without a table', () => {
    const frame = { ...shape, samples: Uint32Array.of(0, 2 ** 31, 2 ** 32 - 1), min: 0, max: 2 ** 32 - 1 };
    const wide = { ...plain, voi: { kind: 'window', center: 2 ** 31, width: 2 ** 32 } as const };
    expect(Array.from(renderGrey(frame, wide), (pixel) => pixel & 0xff)).toEqual([0, 128, 255]);
  });
});

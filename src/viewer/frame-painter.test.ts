import { describe, expect, it } from 'vitest';
import type { DecodedFrame, SampleArray } from '../pixels/decoded-frame';
import { greyTransform } from '../pixels/grey-transform.fixture';
import type { GreyView, WindowLevel } from '../pixels/voi-lut';
import { createPainter, paintByLut } from './frame-painter';

function greyFrame(samples: SampleArray, min: number, max: number): DecodedFrame {
  return {
    rows: 1,
    columns: samples.length,
    samplesPerPixel: 1,
    colourSpace: 'MONOCHROME2',
    samples,
    min,
    max,
  };
}

function view(window: WindowLevel, invert = false): GreyView {
  return {
    transform: greyTransform({ voiFunction: 'LINEAR_EXACT' }),
    voi: { kind: 'window', ...window },
    invert,
  };
}

function greys(frame: DecodedFrame, look: GreyView): readonly string[] {
  const pixels = new Uint32Array(frame.columns);
  createPainter(frame, { view: look, palette: null })(frame, pixels);
  return [...pixels].map((pixel) => pixel.toString(16));
}

describe('paintByLut', () => {
  it('takes each sample’s entry, counted from the first value', () => {
    const pixels = new Uint32Array(3);
    paintByLut(Int16Array.of(-2, 0, -1), { lut: Uint32Array.of(10, 11, 12), first: -2 }, pixels);
    expect(pixels).toEqual(Uint32Array.of(10, 12, 11));
  });

  it('does so for each type of sample, with tables on either side of zero', () => {
    const paint = (samples: SampleArray, first: number): readonly number[] => {
      const pixels = new Uint32Array(samples.length);
      paintByLut(samples, { lut: Uint32Array.of(10, 11, 12, 13), first }, pixels);
      return [...pixels];
    };
    for (const SignedArray of [Int8Array, Int16Array, Int32Array]) {
      expect(paint(SignedArray.of(-2, -1, 0, 1), -2)).toEqual([10, 11, 12, 13]);
      expect(paint(SignedArray.of(-100, -97), -100)).toEqual([10, 13]);
      expect(paint(SignedArray.of(100, 103), 100)).toEqual([10, 13]);
    }
    for (const UnsignedArray of [Uint8Array, Uint16Array, Uint32Array]) {
      expect(paint(UnsignedArray.of(252, 255), 252)).toEqual([10, 13]);
    }
    expect(paint(Int8Array.of(-128, -125), -128)).toEqual([10, 13]);
    expect(paint(Uint16Array.of(65532, 65535), 65532)).toEqual([10, 13]);
  });
});

describe('createPainter', () => {
  it('windows signed values', () => {
    // -1000 to 1000: 0 is 0.5 x 255 = 127.5, rounded to 128 = 0x80; 500 is 0.75 x 255 = 191.25, 0xbf.
    const frame = greyFrame(Int16Array.of(-1000, 0, 500, 2000), -1000, 2000);
    expect(greys(frame, view({ center: 0, width: 2000 }))).toEqual([
      'ff000000',
      'ff808080',
      'ffbfbfbf',
      'ffffffff',
    ]);
  });

  it('windows fractions directly, and shows no number as black', () => {
    const frame = greyFrame(Float32Array.of(0, 0.2, 1, NaN), 0, 1);
    // 0.2 x 255 = 51 = 0x33.
    expect(greys(frame, view({ center: 0.5, width: 1 }))).toEqual([
      'ff000000',
      'ff333333',
      'ffffffff',
      'ff000000',
    ]);
  });

  it('windows whole numbers of a range too large for a table', () => {
    const frame = greyFrame(Int32Array.of(0, 1_000_000_000), 0, 1_000_000_000);
    expect(greys(frame, view({ center: 5e8, width: 1e9 }))).toEqual(['ff000000', 'ffffffff']);
  });

  it('inverts colours byte by byte and leaves alpha', () => {
    const frame: DecodedFrame = {
      rows: 1,
      columns: 1,
      samplesPerPixel: 3,
      colourSpace: 'RGB',
      samples: Uint8Array.of(0x10, 0x20, 0xff),
      min: 0,
      max: 255,
    };
    // A, B, G, R from the highest byte.
    expect(greys(frame, view({ center: 0, width: 1 }))).toEqual(['ffff2010']);
    expect(greys(frame, view({ center: 0, width: 1 }, true))).toEqual(['ff00dfef']);
  });

  it('leaves grey what is below a supplemental palette, and colours the rest (PS3.3 C.8.16.2.1.1.1)', () => {
    const frame = greyFrame(Uint16Array.of(0, 299, 300, 301, 999), 0, 999);
    const palette = {
      first: 300,
      red: Uint8Array.of(1, 4),
      green: Uint8Array.of(2, 5),
      blue: Uint8Array.of(3, 6),
    };
    const pixels = new Uint32Array(5);
    createPainter(frame, { view: view({ center: 100, width: 200 }), palette })(frame, pixels);
    expect([...pixels].map((pixel) => pixel.toString(16))).toEqual([
      'ff000000',
      'ffffffff',
      'ff030201',
      'ff060504',
      'ff060504',
    ]);
  });
});

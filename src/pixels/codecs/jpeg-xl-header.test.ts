import { describe, expect, it } from 'vitest';
import { readJpegXlSize } from './jpeg-xl-header';

/** A codestream that begins with these fields: value and number of bits, least significant first. */
function codestream(...fields: readonly (readonly [number, number])[]): Uint8Array {
  const bits = fields.flatMap(([value, count]) =>
    Array.from({ length: count }, (_, bit) => Math.floor(value / 2 ** bit) % 2),
  );
  const bytes = Array.from({ length: 16 }, (_, index) =>
    bits.slice(index * 8, index * 8 + 8).reduce((byte, bit, place) => byte + bit * 2 ** place, 0),
  );
  return Uint8Array.of(0xff, 0x0a, ...bytes);
}

function box(type: string, body: readonly number[]): readonly number[] {
  return [0, 0, 0, body.length + 8, ...new TextEncoder().encode(type), ...body];
}

/** Not small; 83 rows in 9 bits; no ratio; 97 columns in 9 bits. */
const SIZE_83_BY_97 = [
  [0, 1],
  [0, 2],
  [82, 9],
  [0, 3],
  [0, 2],
  [96, 9],
] as const;
const ALL_DEFAULT = [1, 1] as const;

describe('the size of a JPEG XL picture', () => {
  it('is that of the header, in 9 to 30 bits', () => {
    expect(readJpegXlSize(codestream(...SIZE_83_BY_97, ALL_DEFAULT))).toEqual({ rows: 83, columns: 97 });
    const large = codestream([0, 1], [1, 2], [4999, 13], [0, 3], [3, 2], [2 ** 29 - 1, 30], ALL_DEFAULT);
    expect(readJpegXlSize(large)).toEqual({ rows: 5000, columns: 2 ** 29 });
  });

  it('is in units of 8, or by a ratio', () => {
    const small = codestream([1, 1], [63, 5], [0, 3], [15, 5], ALL_DEFAULT);
    expect(readJpegXlSize(small)).toEqual({ rows: 256, columns: 128 });
    // Ratio 3: width by height is 4 to 3.
    expect(readJpegXlSize(codestream([1, 1], [2, 5], [3, 3], ALL_DEFAULT))).toEqual({
      rows: 24,
      columns: 32,
    });
  });

  it('is as the picture is shown, with its orientation', () => {
    const metadata = (orientation: number) =>
      [
        [0, 1], // not all default
        [1, 1], // extra fields
        [orientation - 1, 3],
      ] as const;
    expect(readJpegXlSize(codestream(...SIZE_83_BY_97, ...metadata(3)))).toEqual({ rows: 83, columns: 97 });
    expect(readJpegXlSize(codestream(...SIZE_83_BY_97, ...metadata(6)))).toEqual({ rows: 97, columns: 83 });
  });

  it('is found in a file of boxes', () => {
    const stream = [...codestream(...SIZE_83_BY_97, ALL_DEFAULT)];
    const signature = box('JXL ', [0x0d, 0x0a, 0x87, 0x0a]);
    const whole = Uint8Array.of(...signature, ...box('ftyp', [1, 2, 3]), ...box('jxlc', stream));
    expect(readJpegXlSize(whole)).toEqual({ rows: 83, columns: 97 });
    const inParts = Uint8Array.of(...signature, ...box('jxlp', [0, 0, 0, 0, ...stream]));
    expect(readJpegXlSize(inParts)).toEqual({ rows: 83, columns: 97 });
  });

  it('is unknown where there is no codestream', () => {
    expect(readJpegXlSize(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toBeNull();
    expect(readJpegXlSize(Uint8Array.of(...box('JXL ', [1, 2, 3, 4]), 0, 0, 0, 0, 0, 0, 0, 0, 0))).toBeNull();
    expect(readJpegXlSize(new Uint8Array())).toBeNull();
  });
});

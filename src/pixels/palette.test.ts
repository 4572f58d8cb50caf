import { describe, expect, it } from 'vitest';
import type { DataSetDescription, ElementValue } from '../fixtures/dicom-writer';
import { parsedDataSet } from '../fixtures/image-file';
import { readPalette } from './palette';

const DATA = 0x00281201;
const SEGMENTED_DATA = 0x00281221;

/** Red, green and blue with the same table. */
function paletteOf(descriptor: readonly number[], firstDataTag: number, data: ElementValue) {
  const elements: DataSetDescription = [0, 1, 2].flatMap((colour) => [
    [0x00281101 + colour, 'US', descriptor] as const,
    [firstDataTag + colour, 'OW', data] as const,
  ]);
  return readPalette(parsedDataSet(elements));
}

describe('readPalette', () => {
  it('has the high bytes of entries of 16 bits', () => {
    const palette = paletteOf([3, 5, 16], DATA, Uint16Array.of(0x0100, 0x7fff, 0xff00));
    expect(palette).toMatchObject({
      first: 5,
      red: Uint8Array.of(1, 127, 255),
      blue: Uint8Array.of(1, 127, 255),
    });
  });

  it('reads entries of 8 bits that lie two in a word, or one', () => {
    expect(paletteOf([3, 0, 8], DATA, Uint8Array.of(1, 2, 3, 0))?.red).toEqual(Uint8Array.of(1, 2, 3));
    expect(paletteOf([3, 0, 8], DATA, Uint16Array.of(1, 2, 3))?.red).toEqual(Uint8Array.of(1, 2, 3));
  });

  it('takes 0 entries for 65,536', () => {
    expect(paletteOf([0, 0, 16], DATA, new Uint16Array(4))?.red).toHaveLength(65536);
  });

  it('expands segments of words (PS3.3 C.7.9.2)', () => {
    // Two listed entries; a line of four steps from 0x2000 to 0x6000; then segments 1 and 2 from byte 0 again.
    const segments = Uint16Array.of(0, 2, 0x1000, 0x2000, 1, 4, 0x6000, 2, 1, 0, 0);
    expect(paletteOf([8, 0, 16], SEGMENTED_DATA, segments)?.red).toEqual(
      Uint8Array.of(0x10, 0x20, 0x30, 0x40, 0x50, 0x60, 0x10, 0x20),
    );
  });

  it('expands segments of bytes where entries have 8 bits', () => {
    expect(paletteOf([5, 0, 8], SEGMENTED_DATA, Uint8Array.of(0, 1, 10, 1, 4, 50))?.red).toEqual(
      Uint8Array.of(10, 20, 30, 40, 50),
    );
  });

  it('ends at what is not a segment', () => {
    const segments = Uint16Array.of(0, 1, 0x1000, 9, 9, 9);
    expect(paletteOf([3, 0, 16], SEGMENTED_DATA, segments)?.red).toEqual(Uint8Array.of(0x10, 0, 0));
  });

  it('has those of a grey image only where it is meant to be seen in colour (PS3.3 C.7.6.19)', () => {
    const tables: DataSetDescription = [0, 1, 2].flatMap((colour) => [
      [0x00281101 + colour, 'US', [1, 300, 8]] as const,
      [DATA + colour, 'OW', Uint8Array.of(9)] as const,
    ]);
    const read = (pixelPresentation: string) =>
      readPalette(
        parsedDataSet([...tables, [0x00280004, 'CS', 'MONOCHROME2'], [0x00089205, 'CS', pixelPresentation]]),
      );
    expect(read('COLOR')).toMatchObject({ first: 300, red: Uint8Array.of(9) });
    expect(read('MIXED')).not.toBeNull();
    expect(read('MONOCHROME')).toBeNull();
  });

  it('is null without tables', () => {
    expect(readPalette(parsedDataSet([[0x00080060, 'CS', 'US']]))).toBeNull();
  });
});

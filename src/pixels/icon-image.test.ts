import { describe, expect, it } from 'vitest';
import { rangesOf } from '../base/byte-ranges';
import { EXPLICIT_LITTLE_ENDIAN, type DataSetDescription, type ElementValue } from '../fixtures/dicom-writer';
import { parsedDataSet } from '../fixtures/image-file';
import { decodeIconImage, readIconImage } from './icon-image';
import { renderThumbnail } from './thumbnail';

const JPEG = '1.2.840.10008.1.2.4.50';
const RLE = '1.2.840.10008.1.2.5';

function icon(vr: string, pixels: ElementValue, ...more: DataSetDescription): DataSetDescription {
  const item: DataSetDescription = [
    [0x00280002, 'US', 1],
    [0x00280004, 'CS', 'MONOCHROME2'],
    [0x00280010, 'US', 1],
    [0x00280011, 'US', 4],
    [0x00280100, 'US', 8],
    [0x00280101, 'US', 8],
    [0x00280102, 'US', 7],
    [0x00280103, 'US', 0],
    [0x7fe00010, vr, pixels],
  ];
  const given = new Set(more.map(([tag]) => tag));
  return [[0x00880200, 'SQ', [[...item.filter(([tag]) => !given.has(tag)), ...more]]]];
}

/** The red, green and blue of each pixel of an icon's thumbnail; null where there is no icon. */
async function colours(elements: DataSetDescription, transferSyntaxUid: string) {
  const dataSet = parsedDataSet(elements, transferSyntaxUid);
  const read = readIconImage(dataSet, transferSyntaxUid);
  const frame = read && (await decodeIconImage(read, rangesOf(dataSet.byteArray)));
  if (read === null || frame === null) return null;
  const { transform, palette } = read;
  const { rgba } = renderThumbnail({ frame, transform, palette, sidePixels: 96 });
  return Array.from({ length: rgba.length / 4 }, (_, pixel) => [...rgba.subarray(pixel * 4, pixel * 4 + 3)]);
}

const GREYS = [0, 100, 101, 255].map((grey) => [grey, grey, grey]);
const PIXELS = Uint8Array.of(0, 100, 101, 255);

describe('icon images', () => {
  it('shows grey values as they are', async () => {
    expect(await colours(icon('OB', PIXELS), EXPLICIT_LITTLE_ENDIAN)).toEqual(GREYS);
  });

  it('reads an uncompressed icon of a compressed image', async () => {
    expect(await colours(icon('OB', PIXELS), JPEG)).toEqual(GREYS);
  });

  it('reads an icon that is compressed as the image is', async () => {
    // One segment of four literal bytes behind the header of 16 numbers (PS3.5 Annex G).
    const header = new Uint8Array(Uint32Array.from({ length: 16 }, (_, index) => [1, 64][index] ?? 0).buffer);
    const pixels = { fragments: [Uint8Array.of(...header, 3, ...PIXELS)] };
    expect(await colours(icon('OB', pixels), RLE)).toEqual(GREYS);
  });

  it('has its own palette', async () => {
    const tables: DataSetDescription = [0, 1, 2].flatMap((colour) => [
      [0x00281101 + colour, 'US', [2, 0, 8]] as const,
      [0x00281201 + colour, 'OW', Uint8Array.of(10 * colour, 200 + colour)] as const,
    ]);
    const pixels = Uint8Array.of(0, 1, 1, 0);
    const elements = icon('OB', pixels, [0x00280004, 'CS', 'PALETTE COLOR'], ...tables);
    const [first, second] = [
      [0, 10, 20],
      [200, 201, 202],
    ];
    expect(await colours(elements, EXPLICIT_LITTLE_ENDIAN)).toEqual([first, second, second, first]);
  });

  it('is not there without a sequence, and where it is not described or damaged', async () => {
    expect(await colours([[0x00080060, 'CS', 'CT']], EXPLICIT_LITTLE_ENDIAN)).toBeNull();
    expect(await colours(icon('OB', PIXELS, [0x00280010, 'US', 0]), EXPLICIT_LITTLE_ENDIAN)).toBeNull();
    const noise = { fragments: [Uint8Array.of(1, 2, 3, 4)] };
    expect(await colours(icon('OB', noise), JPEG)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import {
  EXPLICIT_BIG_ENDIAN,
  EXPLICIT_LITTLE_ENDIAN,
  type DataSetDescription,
  type ElementDescription,
} from '../fixtures/dicom-writer';
import { parsedDataSet } from '../fixtures/image-file';
import { readOverlayPlanes, type OverlayPlane } from './overlay-planes';
import { isBitSet } from './packed-bits';

/** The rows of a plane, `#` where it is set. */
function picture({ rows, columns, bits }: OverlayPlane): readonly string[] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => (isBitSet(bits, row * columns + column) ? '#' : '.')).join(
      '',
    ),
  );
}

/** The elements of the plane `group`, 3 rows of 4 columns, without data. */
function plane(group: number, ...more: DataSetDescription): DataSetDescription {
  const elements: DataSetDescription = [
    [group * 0x10000 + 0x0010, 'US', 3],
    [group * 0x10000 + 0x0011, 'US', 4],
    [group * 0x10000 + 0x0040, 'CS', 'G'],
    [group * 0x10000 + 0x0050, 'SS', [1, 1]],
    [group * 0x10000 + 0x0100, 'US', 1],
    [group * 0x10000 + 0x0102, 'US', 0],
  ];
  const given = new Set(more.map(([tag]) => tag));
  return [...elements.filter(([tag]) => !given.has(tag)), ...more];
}

/** From the least significant bit of the first byte: #..# .##. #... */
const DATA = Uint8Array.of(0b0110_1001, 0b0001);
const PICTURE = ['#..#', '.##.', '#...'];

function read(
  elements: DataSetDescription,
  { frameIndex = 0, transferSyntaxUid = EXPLICIT_LITTLE_ENDIAN } = {},
) {
  const cells = new Uint16Array(12);
  return readOverlayPlanes(parsedDataSet(elements, transferSyntaxUid), {
    frameIndex,
    cells,
    rows: 3,
    columns: 4,
  });
}

describe('readOverlayPlanes', () => {
  it('reads bits from the least significant one on', () => {
    const [only, ...others] = read(plane(0x6000, [0x60003000, 'OW', DATA]));
    expect(others).toEqual([]);
    expect(only && picture(only)).toEqual(PICTURE);
  });

  it('reads words of big endian, and bytes that are not words', () => {
    const words: ElementDescription = [0x60003000, 'OW', Uint16Array.of(0b0001_0110_1001)];
    const bytes: ElementDescription = [0x60003000, 'OB', DATA];
    for (const data of [words, bytes]) {
      const planes = read(plane(0x6000, data), { transferSyntaxUid: EXPLICIT_BIG_ENDIAN });
      expect(planes.map(picture)).toEqual([PICTURE]);
    }
  });

  it('counts the origin from 1, and takes one outside of the image', () => {
    const data = DATA;
    const planes = read([
      ...plane(0x6000, [0x60003000, 'OW', data], [0x60000050, 'SS', [11, 21]]),
      ...plane(0x601e, [0x601e3000, 'OW', data], [0x601e0050, 'SS', [-4, -9]]),
      ...plane(0x6002, [0x60023000, 'OW', data]),
    ]);
    expect(planes.map(({ group, top, left }) => [group, top, left])).toEqual([
      [0x6000, 10, 20],
      [0x6002, 0, 0],
      [0x601e, -5, -10],
    ]);
  });

  it('has type, words and statistics', () => {
    const [region] = read(
      plane(
        0x6000,
        [0x60003000, 'OW', DATA],
        [0x60000040, 'CS', 'R'],
        [0x60001500, 'LO', 'LESION'],
        [0x60000022, 'LO', 'Outlined by hand'],
        [0x60000045, 'LO', 'USER'],
        [0x60001301, 'IS', '4'],
        [0x60001302, 'DS', '51.5'],
      ),
    );
    expect(region).toMatchObject({
      type: 'roi',
      label: 'LESION',
      description: 'Outlined by hand',
      subtype: 'USER',
      statistics: { areaPixels: 4, mean: 51.5, standardDeviation: null },
    });
  });

  it('takes planes out of the bits of the cells that are not stored', () => {
    const embedded = (group: number, bit: number) =>
      plane(group, [group * 0x10000 + 0x0100, 'US', 16], [group * 0x10000 + 0x0102, 'US', bit]);
    const dataSet = parsedDataSet([...embedded(0x6000, 12), ...embedded(0x6002, 15)]);
    // 12 bits are stored; bit 12 is set in cells 0 and 5, bit 15 in cell 11.
    const cells = Uint16Array.from({ length: 12 }, (_, index) => 100 + index);
    cells[0] = 0x1064;
    cells[5] = 0x1fff;
    cells[11] = 0x8000;
    const planes = readOverlayPlanes(dataSet, { frameIndex: 0, cells, rows: 3, columns: 4 });
    expect(planes.map(picture)).toEqual([
      ['#...', '.#..', '....'],
      ['....', '....', '...#'],
    ]);
    const signed = readOverlayPlanes(dataSet, {
      frameIndex: 0,
      cells: Int16Array.from(cells),
      rows: 3,
      columns: 4,
    });
    expect(signed.map(picture)).toEqual(planes.map(picture));
  });

  it('has no plane in the bits of an image of another size, or of colours', () => {
    const dataSet = parsedDataSet(plane(0x6000, [0x60000102, 'US', 12]));
    const cells = (count: number) => ({ frameIndex: 0, cells: new Uint16Array(count) });
    expect(readOverlayPlanes(dataSet, { ...cells(16), rows: 4, columns: 4 })).toEqual([]);
    expect(readOverlayPlanes(dataSet, { ...cells(36), rows: 3, columns: 4 })).toEqual([]);
  });

  it('takes the frame’s own of several planes, from Image Frame Origin on (PS3.3 C.9.3)', () => {
    // Two planes of 12 bits without a gap: the second one begins with bit 12.
    const data = Uint8Array.of(0b0110_1001, 0b1111_0001, 0b0000_0000);
    const elements = plane(0x6000, [0x60003000, 'OB', data], [0x60000015, 'IS', '2'], [0x60000051, 'US', 3]);
    const ofFrame = (frameIndex: number) => read(elements, { frameIndex }).map(picture);
    expect([0, 1, 4].map(ofFrame)).toEqual([[], [], []]);
    expect(ofFrame(2)).toEqual([PICTURE]);
    expect(ofFrame(3)).toEqual([['####', '....', '....']]);
  });

  it('takes a plane that does not say which frames it is for as one for all', () => {
    const elements = plane(0x6000, [0x60003000, 'OW', DATA]);
    expect(read(elements, { frameIndex: 7 }).map(picture)).toEqual([PICTURE]);
  });

  it.each<[string, DataSetDescription]>([
    ['rows', plane(0x6000, [0x60003000, 'OW', DATA], [0x60000010, 'US', 0])],
    ['enough data', plane(0x6000, [0x60003000, 'OW', DATA], [0x60000010, 'US', 5])],
    ['data', plane(0x6000, [0x60003000, 'OW', new Uint8Array()])],
    ['a place in the cells', plane(0x6000, [0x60000102, 'US', 16])],
  ])('leaves out a plane without %s', (_, elements) => {
    expect(read(elements)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { DataSetDescription } from '../fixtures/dicom-writer';
import { parsedDataSet } from '../fixtures/image-file';
import { readShutter } from './shutter';

const RECTANGLE: DataSetDescription = [
  [0x00181602, 'IS', '11'],
  [0x00181604, 'IS', '20'],
  [0x00181606, 'IS', '5'],
  [0x00181608, 'IS', '8'],
];
const CIRCLE: DataSetDescription = [
  [0x00181610, 'IS', ['30', '40']],
  [0x00181612, 'IS', '10'],
];

function read(...elements: DataSetDescription) {
  return readShutter(parsedDataSet(elements), 0);
}

describe('readShutter', () => {
  it('shows the columns and rows from edge to edge, counted from 1', () => {
    // Columns 11 to 20 cover 10 to 20 of the image, rows 5 to 8 cover 4 to 8.
    expect(read([0x00181600, 'CS', 'RECTANGULAR'], ...RECTANGLE)).toEqual({
      shapes: [{ kind: 'rectangle', left: 10, right: 20, top: 4, bottom: 8 }],
      overlayGroup: null,
      colour: [0, 0, 0],
    });
  });

  it('has the centre of a circle in the middle of its pixel, row first', () => {
    expect(read([0x00181600, 'CS', 'CIRCULAR'], ...CIRCLE)?.shapes).toEqual([
      { kind: 'circle', x: 39.5, y: 29.5, radiusColumns: 10 },
    ]);
  });

  it('joins the vertices of a polygon, row first', () => {
    const vertices = ['1', '2', '1', '9', '7', '5'];
    expect(read([0x00181600, 'CS', 'POLYGONAL'], [0x00181620, 'IS', vertices])?.shapes).toEqual([
      {
        kind: 'polygon',
        points: [
          { x: 1.5, y: 0.5 },
          { x: 8.5, y: 0.5 },
          { x: 4.5, y: 6.5 },
        ],
      },
    ]);
  });

  it('combines shapes, and leaves out one without its numbers', () => {
    const shapes: DataSetDescription = [[0x00181600, 'CS', ['CIRCULAR', 'POLYGONAL', 'RECTANGULAR']]];
    const kinds = read(...shapes, ...RECTANGLE, ...CIRCLE)?.shapes.map(({ kind }) => kind);
    expect(kinds).toEqual(['circle', 'rectangle']);
    expect(read([0x00181600, 'CS', 'RECTANGULAR'], [0x00181602, 'IS', '1'])).toBeNull();
    expect(read(...RECTANGLE)).toBeNull();
  });

  it('names the overlay of a bitmap shutter', () => {
    expect(read([0x00181600, 'CS', 'BITMAP'], [0x00181623, 'US', 0x6002])).toMatchObject({
      shapes: [],
      overlayGroup: 0x6002,
    });
  });

  it('takes the presentation value as a share of 65535, and a colour before that', () => {
    const circle: DataSetDescription = [[0x00181600, 'CS', 'CIRCULAR'], ...CIRCLE];
    // 32896 x 255 / 65535 = 128.0.
    expect(read(...circle, [0x00181622, 'US', 32896])?.colour).toEqual([128, 128, 128]);
    // L* 100, a* 0, b* 0.
    const white = [0x00181624, 'US', [65535, 32896, 32896]] as const;
    expect(read(...circle, [0x00181622, 'US', 0], white)?.colour).toEqual([255, 255, 255]);
  });

  it('has the shutter of a frame in its functional groups', () => {
    const group = (right: string): DataSetDescription => [
      [
        0x00189472,
        'SQ',
        [[[0x00181600, 'CS', 'RECTANGULAR'], ...RECTANGLE.with(1, [0x00181604, 'IS', right])]],
      ],
    ];
    const dataSet = parsedDataSet([[0x52009230, 'SQ', [group('30'), group('40')]]]);
    expect(readShutter(dataSet, 1)?.shapes).toMatchObject([{ right: 40 }]);
  });
});

import { describe, expect, it } from 'vitest';
import { assert } from '../base/assert';
import { ok } from '../base/result';
import { parsePart10 } from '../dicom/part10';
import { writePart10, type DataSetDescription } from '../fixtures/dicom-writer';
import { readObjectLines } from './object-lines';
import { readPlane } from './read-plane';

function dataSetOf(elements: DataSetDescription) {
  const file = parsePart10(writePart10(elements), { where: 'test.dcm', inflateRaw: ok });
  assert(file.ok, 'the file is readable');
  return file.value.dataSet;
}

const linesOf = (elements: DataSetDescription, frameIndex = 0) =>
  readObjectLines(dataSetOf(elements), frameIndex);

const segment = (number: number, label: string, algorithm: string): DataSetDescription => [
  [0x00620004, 'US', number],
  [0x00620005, 'LO', label],
  [0x00620008, 'CS', algorithm],
  [0x0062000f, 'SQ', [[[0x00080104, 'LO', 'Bone']]]],
];

const frameOfSegment = (number: number): DataSetDescription => [
  [0x0062000a, 'SQ', [[[0x0062000b, 'US', number]]]],
];

describe('a segmentation', () => {
  const SEGMENTATION: DataSetDescription = [
    [0x00620001, 'CS', 'BINARY'],
    [0x00620002, 'SQ', [segment(1, '', 'MANUAL'), segment(2, 'Liver', 'AUTOMATIC')]],
    [0x52009230, 'SQ', [frameOfSegment(2), frameOfSegment(1), frameOfSegment(7)]],
  ];

  it('names the segment of each frame', () => {
    expect(linesOf(SEGMENTATION, 0)).toEqual(['Segment: 2 Liver (automatic)']);
    expect(linesOf(SEGMENTATION, 1)).toEqual(['Segment: 1 Bone (manual)']);
    expect(linesOf(SEGMENTATION, 2)).toEqual([]);
  });

  it('says what its fractions are of', () => {
    const fractional = SEGMENTATION.map((element) =>
      element[0] === 0x00620001 ? ([0x00620001, 'CS', 'FRACTIONAL'] as const) : element,
    );
    const lines = linesOf([...fractional, [0x00620010, 'CS', 'PROBABILITY'], [0x0062000e, 'US', 100]]);
    expect(lines).toContain('Value: probability, 100 is all of it');
  });

  it('that is a label map has all segments in one frame', () => {
    const labels: DataSetDescription = [
      [0x00620001, 'CS', 'LABELMAP'],
      [0x00620002, 'SQ', [segment(0, 'Background', 'MANUAL'), segment(1, 'Bone', 'MANUAL')]],
    ];
    expect(linesOf(labels)).toEqual(['Label map of 2 segments']);
  });
});

describe('a whole slide', () => {
  const SLIDE: DataSetDescription = [
    [0x00080008, 'CS', ['ORIGINAL', 'PRIMARY', 'VOLUME', 'NONE']],
    [0x00280010, 'US', 10],
    [0x00280011, 'US', 20],
    [0x00480006, 'UL', 50],
    [0x00480007, 'UL', 30],
    [
      0x00480105,
      'SQ',
      [
        [[0x00480106, 'SH', 'A']],
        [
          [0x00480106, 'SH', 'B'],
          [0x00480107, 'ST', 'DAPI'],
        ],
      ],
    ],
  ];

  it('that is tiled in full has its tiles row by row, path by path', () => {
    const full: DataSetDescription = [...SLIDE, [0x00209311, 'CS', 'TILED_FULL']];
    // Three tiles of 20 across 50, three of 10 down 30: nine for each path.
    expect(linesOf(full, 0)).toEqual(['Slide: 50 x 30 (volume)', 'Tile: column 1, row 1', 'Optical path: A']);
    expect(linesOf(full, 5)[1]).toBe('Tile: column 41, row 11');
    expect(linesOf(full, 9).slice(1)).toEqual(['Tile: column 1, row 1', 'Optical path: B DAPI']);
  });

  it('that is tiled sparsely says where each tile is', () => {
    const position: DataSetDescription = [
      [0x0048021e, 'SL', 21],
      [0x0048021f, 'SL', 11],
    ];
    const frame: DataSetDescription = [
      [0x0048021a, 'SQ', [position]],
      [0x00480207, 'SQ', [[[0x00480106, 'SH', 'B']]]],
    ];
    const sparse: DataSetDescription = [
      ...SLIDE,
      [0x00209311, 'CS', 'TILED_SPARSE'],
      [0x52009230, 'SQ', [frame]],
    ];
    expect(linesOf(sparse).slice(1)).toEqual(['Tile: column 21, row 11', 'Optical path: B DAPI']);
  });
});

it('of a parametric map says what its values are in the real world', () => {
  const mapping: DataSetDescription = [
    [0x00283003, 'LO', 'ADC'],
    [0x004008ea, 'SQ', [[[0x00080104, 'LO', 'mm2/s']]]],
    [0x00409224, 'FD', 2],
    [0x00409225, 'FD', 0.001],
  ];
  const map: DataSetDescription = [
    [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.30'],
    [0x52009229, 'SQ', [[[0x00409096, 'SQ', [mapping]]]]],
  ];
  expect(linesOf(map)).toEqual(['Real world: ADC = 0.001 x value + 2 (mm2/s)']);
});

describe('a dose grid', () => {
  const GRID: DataSetDescription = [
    [0x00200032, 'DS', ['10', '20', '30']],
    [0x00200037, 'DS', ['1', '0', '0', '0', '0', '-1']],
    [0x30040002, 'CS', 'GY'],
    [0x30040004, 'CS', 'PHYSICAL'],
    [0x3004000a, 'CS', 'PLAN'],
    [0x3004000e, 'DS', '0.001'],
  ];

  it('says what dose it is', () => {
    expect(linesOf(GRID)).toEqual(['Dose: plan, physical, Gy']);
  });

  it('has its frames along the normal', () => {
    const dataSet = dataSetOf([...GRID, [0x3004000c, 'DS', ['0', '2.5', '5']]]);
    // (1,0,0) x (0,0,-1) = (0,1,0)
    expect(readPlane(dataSet, 0)?.position).toEqual([10, 20, 30]);
    expect(readPlane(dataSet, 2)?.position).toEqual([10, 25, 30]);
  });

  it('may give the z coordinates of its frames instead', () => {
    const transverse = GRID.map((element) =>
      element[0] === 0x00200037 ? ([0x00200037, 'DS', ['1', '0', '0', '0', '1', '0']] as const) : element,
    );
    const dataSet = dataSetOf([...transverse, [0x3004000c, 'DS', ['30', '27', '24']]]);
    expect(readPlane(dataSet, 2)?.position).toEqual([10, 20, 24]);
  });
});

it('says nothing of other images', () => {
  expect(linesOf([[0x00280010, 'US', 10]])).toEqual([]);
});

import { expect, it } from 'vitest';
import type { DataSetDescription } from '../fixtures/dicom-writer';
import { parsedDataSet } from '../fixtures/image-file';
import { readUltrasoundRegions } from './read-ultrasound-regions';

function region(unit: number): DataSetDescription {
  return [
    [0x00186018, 'UL', 10],
    [0x0018601a, 'UL', 20],
    [0x0018601c, 'UL', 109],
    [0x0018601e, 'UL', 69],
    [0x00186024, 'US', unit],
    [0x00186026, 'US', 3],
    [0x0018602c, 'FD', 0.02],
    [0x0018602e, 'FD', -0.03],
  ];
}

it('reads where each region is, its last row and column included, and its scale in mm', () => {
  // Physical units 3 are cm, 4 seconds.
  const regions = readUltrasoundRegions(parsedDataSet([[0x00186011, 'SQ', [region(3), region(4)]]]));
  const where = { left: 10, top: 20, right: 110, bottom: 70 };
  expect(regions).toEqual([
    { ...where, spacing: { rowMm: 0.3, columnMm: 0.2, plane: 'ultrasound' } },
    { ...where, spacing: null },
  ]);
});

it('has none of an image that is no ultrasound', () => {
  expect(readUltrasoundRegions(parsedDataSet([[0x00080060, 'CS', 'CT']]))).toEqual([]);
});

import { expect, it } from 'vitest';
import { assert } from '../base/assert';
import { ok } from '../base/result';
import { parsePart10 } from '../dicom/part10';
import { writePart10, type DataSetDescription } from '../fixtures/dicom-writer';
import { readGreyTransform } from './grey-transform';

function windowsOf(elements: DataSetDescription) {
  const file = parsePart10(writePart10(elements), { where: 'test.dcm', inflateRaw: ok });
  assert(file.ok, 'the file is readable');
  const { windows, voiFunction } = readGreyTransform(file.value.dataSet, 0);
  return { windows: windows.map(({ center, width }) => [center, width]), voiFunction };
}

const segments = (...numbers: readonly number[]): DataSetDescription => [
  [0x00620002, 'SQ', numbers.map((number) => [[0x00620004, 'US', number]] as const)],
];

// LINEAR (PS3.3 C.11.2.1.2.1): just black up to c - 0.5 - (w - 1) / 2 = 0, just white above c - 0.5 + (w - 1) / 2.
it.each([
  ['BINARY', [], [[1, 2]]],
  ['FRACTIONAL', [[0x0062000e, 'US', 100]], [[50.5, 101]]],
  ['FRACTIONAL', [], [[128, 256]]],
  ['LABELMAP', segments(0, 3, 7), [[4, 8]]],
] as const)('a %s segmentation is shown from nothing to all', (type, more, windows) => {
  expect(windowsOf([[0x00620001, 'CS', type], ...more])).toEqual({ windows, voiFunction: 'LINEAR' });
});

it('the window of the file comes first', () => {
  const own: DataSetDescription = [
    [0x00620001, 'CS', 'BINARY'],
    [0x00281050, 'DS', '10'],
    [0x00281051, 'DS', '20'],
  ];
  expect(windowsOf(own).windows).toEqual([[10, 20]]);
});

import { expect, it } from 'vitest';
import type { DataSetDescription } from '../../fixtures/dicom-writer';
import { attributesOfFile } from './attributes.fixture';
import { signalOf } from './spectra';
import { readSpectroscopy } from './spectroscopy';

/** Two columns of two points each, real and imaginary parts taking turns; one row, one frame. */
const DATA_SET: DataSetDescription = [
  [0x00189052, 'FD', 2000],
  [0x00280010, 'US', 1],
  [0x00280011, 'US', 2],
  [0x00289001, 'UL', 1],
  [0x00289002, 'UL', 2],
  [0x00289003, 'CS', 'TIME'],
  [0x00289108, 'CS', 'COMPLEX'],
  [0x56000020, 'OF', Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8)],
];

it('gives the signal of each voxel', async () => {
  const face = readSpectroscopy(await attributesOfFile(DATA_SET));
  if (face === null) throw new Error('it has Spectroscopy Data');
  expect(face.spectra).toMatchObject({ points: 2, isComplex: true, domain: 'time', spectralWidthHz: 2000 });
  const signal = signalOf(face.spectra, { frame: 0, row: 0, column: 1 });
  expect([[...signal.real], [...signal.imaginary]]).toEqual([
    [5, 7],
    [6, 8],
  ]);
  expect(signalOf(face.spectra, { frame: 3, row: 0, column: 0 }).real.length).toBe(0);
});

it('has one number a point where the data are not complex', async () => {
  const real = DATA_SET.map((element) =>
    element[0] === 0x00289108 ? ([0x00289108, 'CS', 'REAL'] as const) : element,
  );
  const face = readSpectroscopy(await attributesOfFile(real));
  const signal = face && signalOf(face.spectra, { frame: 0, row: 0, column: 1 });
  expect([...(signal?.real ?? [])]).toEqual([3, 4]);
});

it('is none without Spectroscopy Data', async () => {
  expect(readSpectroscopy(await attributesOfFile([[0x00280010, 'US', 1]]))).toBeNull();
});

import { describe, expect, it } from 'vitest';
import type { DataSetDescription, ElementDescription } from '../fixtures/dicom-writer';
import { parsedDataSet } from '../fixtures/image-file';
import { readCine } from './read-cine';

const FRAME_TIME: ElementDescription = [0x00181063, 'DS', '33.3'];
const VECTOR: ElementDescription = [0x00181065, 'DS', ['0', '10', '100', '40']];
const CINE_RATE: ElementDescription = [0x00180040, 'IS', '25'];
const DISPLAY_RATE: ElementDescription = [0x00082144, 'IS', '10'];

const cineOf = (...elements: DataSetDescription) =>
  readCine(parsedDataSet([[0x00080060, 'CS', 'US'], ...elements]));
const timesOf = (...elements: DataSetDescription) => cineOf(...elements).frameTimesMs;

describe('readCine', () => {
  it('reads Frame Time, then Cine Rate, then Recommended Display Frame Rate', () => {
    expect(timesOf(FRAME_TIME, CINE_RATE, DISPLAY_RATE)).toEqual([33.3]);
    expect(timesOf([0x00181063, 'DS', '0'], CINE_RATE, DISPLAY_RATE)).toEqual([40]);
    expect(timesOf(DISPLAY_RATE)).toEqual([100]);
    expect(timesOf([0x00089459, 'FL', 12.5])).toEqual([80]);
    expect(timesOf()).toEqual([]);
  });

  it('shows each frame up to the increment of the next one', () => {
    // The last frame: (10 + 100 + 40) / 3.
    expect(timesOf(VECTOR)).toEqual([10, 100, 40, 50]);
    expect(timesOf([0x00181065, 'DS', ['0', '10', 'x']], CINE_RATE)).toEqual([40]);
    expect(timesOf([0x00181065, 'DS', '0'], CINE_RATE)).toEqual([40]);
  });

  it('takes what Frame Increment Pointer points to', () => {
    expect(timesOf(FRAME_TIME, VECTOR)).toEqual([33.3]);
    expect(timesOf(FRAME_TIME, VECTOR, [0x00280009, 'AT', 0x00181063])).toEqual([33.3]);
    expect(timesOf(FRAME_TIME, VECTOR, [0x00280009, 'AT', 0x00181065])).toEqual([10, 100, 40, 50]);
    expect(timesOf(FRAME_TIME, [0x00280009, 'AT', 0x00181065])).toEqual([33.3]);
  });

  it('reads the trim, frames counted from 1, and whether to sweep', () => {
    const trimmed = cineOf([0x00082142, 'IS', '3'], [0x00082143, 'IS', '8'], [0x00181244, 'US', 1]);
    expect(trimmed).toMatchObject({ firstFrame: 2, lastFrame: 7, isSweeping: true });
    const wrong = cineOf([0x00082142, 'IS', '8'], [0x00082143, 'IS', '3'], [0x00181244, 'US', 0]);
    expect(wrong).toMatchObject({ firstFrame: 7, lastFrame: null, isSweeping: false });
    expect(cineOf()).toMatchObject({ firstFrame: 0, lastFrame: null, isSweeping: false });
  });
});

import { describe, expect, it } from 'vitest';
import type { DataSetDescription } from '../fixtures/dicom-writer';
import { parsedDataSet } from '../fixtures/image-file';
import { readSuvPerUnit } from './suv';

/** 70 kg; 4e8 Bq of a half life of an hour, injected at nine; the series begins at ten. */
function pet(
  part: {
    decayCorrection?: string;
    seriesTime?: string;
    units?: string;
    corrected?: readonly string[];
    more?: DataSetDescription;
  },
  injected: DataSetDescription = [[0x00181072, 'TM', '090000']],
): number | null {
  return readSuvPerUnit(
    parsedDataSet([
      [0x00080021, 'DA', '20240309'],
      [0x00080031, 'TM', part.seriesTime ?? '100000'],
      [0x00080022, 'DA', '20240309'],
      [0x00080032, 'TM', '101500'],
      [0x00101030, 'DS', '70'],
      [0x00280051, 'CS', part.corrected ?? ['DECY', 'ATTN', 'SCAT']],
      [0x00541001, 'CS', part.units ?? 'BQML'],
      [0x00541102, 'CS', part.decayCorrection ?? 'START'],
      [0x00540016, 'SQ', [[...injected, [0x00181074, 'DS', '4e8'], [0x00181075, 'DS', '3600']]]],
      ...(part.more ?? []),
    ]),
  );
}

describe('readSuvPerUnit', () => {
  it('is weight over the dose at the start of the series', () => {
    // One half life after the injection 2e8 Bq are left; 70,000 g / 2e8 Bq.
    expect(pet({})).toBeCloseTo(70_000 / 2e8, 12);
  });

  it('is weight over the whole dose where decay is corrected to the injection', () => {
    expect(pet({ decayCorrection: 'ADMIN' })).toBeCloseTo(70_000 / 4e8, 12);
  });

  it('counts from the date of the injection where the file has it', () => {
    // Ten in the morning is two hours after eight: 1e8 Bq are left.
    expect(pet({}, [[0x00181078, 'DT', '20240309080000.00']])).toBeCloseTo(70_000 / 1e8, 12);
  });

  it('takes the start of a GE scan where the series is dated later than the acquisition', () => {
    const more: DataSetDescription = [
      [0x00090010, 'LO', 'OTHER'],
      [0x00090011, 'LO', 'GEMS_PETD_01'],
      [0x0009100d, 'LO', 'no date'],
      [0x0009110d, 'DT', '20240309110000.00'],
    ];
    // Eleven is two hours after nine.
    expect(pet({ seriesTime: '150000', more })).toBeCloseTo(70_000 / 1e8, 12);
    expect(pet({ more })).toBeCloseTo(70_000 / 2e8, 12);
  });

  it('takes the factor of Philips for counts', () => {
    const factor = (value: string): DataSetDescription => [
      [0x70530010, 'LO', 'Philips PET Private Group'],
      [0x70531000, 'DS', value],
    ];
    expect(pet({ units: 'CNTS', more: factor('0.000551') })).toBe(0.000551);
    // What they write where it is not known.
    expect(pet({ units: 'CNTS', more: factor('0') })).toBeNull();
    const ofAnother: DataSetDescription = [[0x70530010, 'LO', 'OTHER'], ...factor('1').slice(1)];
    expect(pet({ units: 'CNTS', more: ofAnother })).toBeNull();
  });

  it('is not computed where anything is uncertain, nor of values that are SUVs', () => {
    for (const uncertain of [
      { decayCorrection: 'NONE' },
      { units: 'CNTS' },
      { units: 'GML' },
      { corrected: ['DECY'] },
      // Before the injection; after the acquisition, as of a reformatted series.
      { seriesTime: '080000' },
      { seriesTime: '120000' },
    ]) {
      expect(pet(uncertain)).toBeNull();
    }
  });
});

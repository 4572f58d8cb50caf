import { describe, expect, it } from 'vitest';
import type { DataSetDescription } from '../../fixtures/dicom-writer';
import type { Finding } from '../finding';
import { reviewOf } from '../review-input.fixture';
import type { ReviewOptions } from '../review-options';
import { datesAndNamesCheck } from './dates-and-names';

async function find(
  elements: DataSetDescription,
  options: Partial<ReviewOptions> = {},
): Promise<readonly Finding[]> {
  const content = [...elements, [0x00080018, 'UI', '1.2.3.4']] as const;
  return datesAndNamesCheck.find(await reviewOf([{ path: '1', content }], { options }));
}

const CREATOR = [0x00290010, 'LO', 'ACME'] as const;

/** What is found of an element in a private block. */
async function weigh(vr: string, value: string, options: Partial<ReviewOptions> = {}) {
  const findings = await find([CREATOR, [0x00291001, vr, value]], options);
  return findings.map(({ severity, identifying }) => [severity, identifying]);
}

describe('the check of dates and names by their VR', () => {
  it('reports a name in a private attribute', async () => {
    expect(await find([CREATOR, [0x00291001, 'PN', 'Roe^Richard']])).toMatchObject([
      {
        severity: 'stop',
        identifying: true,
        value: 'Roe^Richard',
        message: 'This is a person’s name by its value representation, in a private attribute of ACME.',
      },
    ]);
  });

  it('reports a name in a standard attribute that the profile does not list', async () => {
    // (0014,2006) Evaluator Name, at any depth.
    const [finding] = await find([[0x00081140, 'SQ', [[[0x00142006, 'PN', 'Roe^Richard']]]]]);
    expect(finding).toMatchObject({
      severity: 'stop',
      place: { held: { place: { path: '00081140[].00142006' } } },
    });
  });

  it('reports dates, and notes times of day', async () => {
    expect(await weigh('DA', '20240131')).toEqual([['check', true]]);
    expect(await weigh('DT', '20240131101523')).toEqual([['check', true]]);
    expect(await weigh('TM', '101523')).toEqual([['note', false]]);
  });

  it('leaves out dummies, what is no date, and what the profile check reports', async () => {
    expect(await weigh('PN', 'ANONYMOUS')).toEqual([]);
    expect(await weigh('DA', '19000101')).toEqual([]);
    expect(await weigh('LO', '20240131')).toEqual([]);
    expect(
      await find([
        [0x00100010, 'PN', 'Roe^Richard'],
        [0x00080020, 'DA', '20240131'],
      ]),
    ).toEqual([]);
  });

  it('leaves content items to the check of structured text', async () => {
    expect(await find([[0x0040a730, 'SQ', [[[0x0040a123, 'PN', 'Roe^Richard']]]]])).toEqual([]);
  });

  it('notes the days on which a machine was calibrated or something expires', async () => {
    const findings = await find([
      [0x00143076, 'DA', '20240131'],
      [0x00141020, 'DA', '20250131'],
    ]);
    expect(findings.map(({ severity, identifying }) => [severity, identifying])).toEqual([
      ['note', false],
      ['note', false],
    ]);
  });

  it('leaves out private attributes that are known to be safe', async () => {
    // (2001,xx01) of this creator is in PS3.15 table E.3.10-1.
    const safe = [
      [0x20010010, 'LO', 'Philips Imaging DD 001'],
      [0x20011001, 'DA', '20240131'],
    ] as const;
    expect(await find(safe)).toEqual([]);
  });

  it('honours the options for dates, and the terms that are allowed', async () => {
    expect(await weigh('DA', '20240131', { allowed: ['retainLongitudinalFullDates'] })).toEqual([]);
    expect(await weigh('DA', '20240131', { allowed: ['retainLongitudinalModifiedDates'] })).toEqual([
      ['note', false],
    ]);
    expect(await weigh('PN', 'Roe^Richard', { allowed: ['retainLongitudinalFullDates'] })).toEqual([
      ['stop', true],
    ]);
    expect(await weigh('PN', 'Roe^Richard', { termsToAllow: ['Roe^Richard'] })).toEqual([]);
  });
});

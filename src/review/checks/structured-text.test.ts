import { describe, expect, it } from 'vitest';
import type { DataSetDescription } from '../../fixtures/dicom-writer';
import type { Finding } from '../finding';
import { reviewOf } from '../review-input.fixture';
import type { ReviewOptions } from '../review-options';
import { structuredTextCheck } from './structured-text';

const VALUE_TAGS = {
  TEXT: [0x0040a160, 'UT'],
  PNAME: [0x0040a123, 'PN'],
  DATE: [0x0040a121, 'DA'],
  DATETIME: [0x0040a120, 'DT'],
  TIME: [0x0040a122, 'TM'],
  UIDREF: [0x0040a124, 'UI'],
} as const;

/** A content item with a concept name of the coding scheme DCM. */
function item(valueType: keyof typeof VALUE_TAGS, code: string, meaning: string, value: string) {
  const [tag, vr] = VALUE_TAGS[valueType];
  const concept = [
    [0x00080100, 'SH', code],
    [0x00080102, 'SH', 'DCM'],
    [0x00080104, 'LO', meaning],
  ] as const;
  return [
    [0x0040a040, 'CS', valueType],
    [0x0040a043, 'SQ', [concept]],
    [tag, vr, value],
  ] as const;
}

async function findIn(
  dataSet: DataSetDescription,
  options: Partial<ReviewOptions> = {},
): Promise<readonly Finding[]> {
  const content = [...dataSet, [0x00080018, 'UI', '1.2.3.4']] as const;
  return structuredTextCheck.find(await reviewOf([{ path: '1', content }], { options }));
}

function find(items: readonly DataSetDescription[], options: Partial<ReviewOptions> = {}) {
  return findIn([[0x0040a730, 'SQ', items]], options);
}

async function weigh(...[one, options]: readonly [DataSetDescription, Partial<ReviewOptions>?]) {
  return (await find([one], options)).map(({ severity, identifying }) => [severity, identifying]);
}

const observer = item('PNAME', '121008', 'Person Observer Name', 'Roe^Richard');

describe('the check of structured text (PS3.15 table E.3.4-1)', () => {
  it('reports a name with the concept that it stands for', async () => {
    const other = item('TEXT', '121071', 'Finding', 'No nodule');
    expect(await find([other, observer])).toMatchObject([
      { severity: 'note', value: 'No nodule' },
      {
        severity: 'stop',
        identifying: true,
        value: 'Roe^Richard',
        message: 'The content item Person Observer Name has a value, which the profile replaces.',
        place: { held: { place: { path: '0040A730[].0040A123' } } },
      },
    ]);
  });

  it('weighs text by its concept', async () => {
    expect(await weigh(item('TEXT', '121030', 'Subject ID', '90210441'))).toEqual([['stop', true]]);
    expect(await weigh(item('TEXT', '121022', 'Accession Number', 'A4711223'))).toEqual([['stop', true]]);
    expect(await weigh(item('TEXT', '113873', 'Organization Name', 'Lakeside'))).toEqual([['check', true]]);
    expect(await weigh(item('TEXT', '113880', 'Device Serial Number', 'SN4711'))).toEqual([['check', true]]);
    expect(await weigh(item('TEXT', '121106', 'Comment', 'No nodule'))).toEqual([['note', false]]);
  });

  it('reports names and dates of concepts that the table does not have, and notes their text', async () => {
    expect(await weigh(item('PNAME', '999999', 'Seen by', 'Roe^Richard'))).toEqual([['stop', true]]);
    expect(await weigh(item('DATE', '999999', 'Seen on', '20240131'))).toEqual([['check', true]]);
    expect(await weigh(item('TIME', '999999', 'Seen at', '101523'))).toEqual([['note', false]]);
    expect(await weigh(item('TEXT', '112039', 'Tracking Identifier', 'Lesion 1'))).toEqual([['note', false]]);
  });

  it('takes the birth date for more than another date', async () => {
    expect(await weigh(item('DATE', '121031', 'Subject Birth Date', '19560203'))).toEqual([['stop', true]]);
    expect(await weigh(item('DATE', '111060', 'Study Date', '20240131'))).toEqual([['check', true]]);
  });

  it('leaves out UIDs and dummies', async () => {
    expect(await weigh(item('UIDREF', '110180', 'Study Instance UID', '1.2.3'))).toEqual([]);
    expect(await weigh(item('PNAME', '121008', 'Person Observer Name', 'REMOVED'))).toEqual([]);
    expect(await weigh(item('DATE', '111060', 'Study Date', '19000101'))).toEqual([]);
  });

  it('weighs a value that stands in several items as in the worst of them', async () => {
    const findings = await find([
      item('TEXT', '121106', 'Comment', '90210441'),
      item('TEXT', '121030', 'Subject ID', '90210441'),
    ]);
    expect(findings.map(({ severity, message }) => [severity, message])).toEqual([
      ['stop', 'The content item Subject ID has a value, which the profile removes or replaces.'],
    ]);
  });

  it('honours options, and terms that are allowed', async () => {
    const date = item('DATE', '111060', 'Study Date', '20240131');
    expect(await weigh(date, { allowed: ['retainLongitudinalFullDates'] })).toEqual([]);
    expect(await weigh(date, { allowed: ['retainLongitudinalModifiedDates'] })).toEqual([['note', false]]);
    const allowed = ['cleanStructuredContent', 'cleanDescriptors'] as const;
    expect(await weigh(observer, { allowed })).toEqual([['stop', true]]);
    expect(await weigh(observer, { termsToAllow: ['roe^richard'] })).toEqual([]);
  });

  it('notes the text of a presentation state', async () => {
    const text = [0x00700008, 'SQ', [[[0x00700006, 'ST', 'nodule, 7 mm']]]] as const;
    expect(await findIn([[0x00700001, 'SQ', [[text]]]])).toMatchObject([
      { severity: 'note', identifying: false, value: 'nodule, 7 mm' },
    ]);
  });

  it('leaves all else alone', async () => {
    expect(await findIn([[0x00100010, 'PN', 'Roe^Richard']])).toEqual([]);
  });
});

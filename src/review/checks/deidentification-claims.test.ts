import { describe, expect, it } from 'vitest';
import type { DataSetDescription } from '../../fixtures/dicom-writer';
import type { Finding } from '../finding';
import { reviewOf } from '../review-input.fixture';
import type { ReviewOptions } from '../review-options';
import { deidentificationClaimsCheck } from './deidentification-claims';

async function find(
  dataSets: readonly DataSetDescription[],
  options: Partial<ReviewOptions> = {},
): Promise<readonly Finding[]> {
  const files = dataSets.map((dataSet, index) => ({
    path: `${index}`,
    content: [...dataSet, [0x00080018, 'UI', `1.2.3.4.${index}`]] as const,
  }));
  return deidentificationClaimsCheck.find(await reviewOf(files, { options }));
}

async function messages(...dataSets: readonly DataSetDescription[]): Promise<readonly string[]> {
  return (await find(dataSets, ALL_RETAINED)).map(({ message }) => message);
}

/** That an option was followed is no finding where it is allowed. */
const ALL_RETAINED: Partial<ReviewOptions> = { allowed: ['retainSafePrivate'] };

const REMOVED = [0x00120062, 'CS', 'YES'] as const;
const METHOD = [0x00120063, 'LO', 'By hand'] as const;
const NAME = [0x00100010, 'PN', 'Roe^Richard'] as const;
const DATE = [0x00080020, 'DA', '20240131'] as const;
const STATION = [0x00081010, 'SH', 'CT3'] as const;

/** De-identification Method Code Sequence (PS3.16 CID 7050). */
function codes(...values: readonly string[]): DataSetDescription[number] {
  const items = values.map(
    (code) =>
      [
        [0x00080100, 'SH', code],
        [0x00080102, 'SH', 'DCM'],
      ] as const,
  );
  return [0x00120064, 'SQ', items];
}

describe('the check of what files say of their de-identification', () => {
  it('contradicts that the identity was removed, in the files that say so and still tell', async () => {
    const findings = await find([
      [REMOVED, METHOD, NAME, DATE],
      [REMOVED, METHOD],
      [METHOD, NAME],
    ]);
    expect(findings).toMatchObject([
      {
        severity: 'check',
        identifying: false,
        value: 'YES',
        message:
          "This says that the patient’s identity was removed, yet Patient's Name and Study Date may identify someone.",
        place: { files: [0], path: '00120062' },
      },
    ]);
  });

  it('counts what it does not name', async () => {
    const institution = [0x00080080, 'LO', 'Lakeside Hospital'] as const;
    const [message] = await messages([REMOVED, METHOD, DATE, institution, STATION, NAME]);
    expect(message).toContain(
      "yet Patient's Name, Study Date, Institution Name and 1 more may identify someone",
    );
  });

  it('finds nothing where only dummies and descriptors are left', async () => {
    const left = [REMOVED, METHOD, [0x00100010, 'PN', 'ANONYMOUS'], [0x00081030, 'LO', 'CT chest']] as const;
    expect(await messages(left)).toEqual([]);
  });

  it('honours the retain options that are coded', async () => {
    const claim = 'This says that the patient’s identity was removed, yet';
    const of = async (...dataSet: DataSetDescription) =>
      (await messages(dataSet)).filter((message) => message.startsWith(claim));
    expect(await of(REMOVED, codes('113100'), STATION)).toEqual([
      `${claim} Station Name may identify someone.`,
    ]);
    expect(await of(REMOVED, codes('113100', '113109'), STATION)).toEqual([]);
    expect(await of(REMOVED, codes('113100', '113107'), DATE)).toEqual([]);
    expect(await of(REMOVED, codes('113100', '113106'), DATE)).toEqual([]);
    expect(await of(REMOVED, codes('113100', '113109'), DATE)).toHaveLength(1);
    expect(await of(REMOVED, codes('113100', '113112'), [0x00080080, 'LO', 'Lakeside Hospital'])).toEqual([]);
    expect(await of(REMOVED, codes('113100', '113108'), [0x00101010, 'AS', '094Y'])).toEqual([]);
    expect(await of(REMOVED, codes('113100', '113105', '113108'), NAME)).toHaveLength(1);
  });

  it('misses the method', async () => {
    const absent =
      'This says that the patient’s identity was removed, and the method that it then has to name is absent.';
    expect(await messages([REMOVED])).toEqual([absent]);
    expect(await messages([REMOVED, METHOD])).toEqual([]);
    expect(await messages([REMOVED, codes('113100')])).toEqual([]);
    expect(await messages([NAME])).toEqual([]);
  });

  it('believes a file that says that nothing was removed', async () => {
    expect(await messages([[0x00120062, 'CS', 'NO']])).toEqual([
      'By its own word, the patient’s identity was not removed.',
    ]);
  });

  it('contradicts the Basic Profile with private attributes, but for the safe ones that were retained', async () => {
    const creator = [0x00290010, 'LO', 'ACME'] as const;
    const contradicted =
      'This says that the Basic Profile was followed, which removes private attributes, yet there are some.';
    expect(await messages([codes('113100'), creator])).toEqual([contradicted]);
    expect(await messages([codes('113100')], [creator])).toEqual([]);
    expect(await messages([codes('113100', '113111'), creator])).toEqual([]);
  });

  it('contradicts that dates were removed', async () => {
    const removed = [0x00280303, 'CS', 'REMOVED'] as const;
    expect(await messages([removed, DATE])).toEqual([
      'This says that dates were removed, yet there are some in Study Date.',
    ]);
    expect(await messages([removed, [0x00080020, 'DA', '19000101']])).toEqual([]);
    expect(await messages([removed, [0x00181200, 'DA', '20240102']])).toEqual([]);
    expect(await messages([[0x00280303, 'CS', 'MODIFIED'], DATE])).toEqual([]);
  });

  it('notes an option that was followed and is not allowed', async () => {
    const dataSet = [codes('113100', '113105', '113109')];
    expect(await find([dataSet])).toMatchObject([
      {
        severity: 'note',
        value: '113109',
        message: 'The Retain Device Identity Option was followed, which this transfer does not allow.',
      },
    ]);
    expect(await find([dataSet], { allowed: ['retainDeviceIdentity'] })).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { DataSetDescription } from '../../fixtures/dicom-writer';
import type { Finding } from '../finding';
import { reviewOf } from '../review-input.fixture';
import type { ReviewOptions } from '../review-options';
import { profileCheck } from './profile';

async function find(
  dataSets: readonly DataSetDescription[],
  options: Partial<ReviewOptions> = {},
): Promise<readonly Finding[]> {
  const files = dataSets.map((dataSet, index) => ({
    path: `${index}`,
    content: [...dataSet, [0x00080018, 'UI', `1.2.3.4.${index}`], [0x0020000e, 'UI', '1.2.3.4']] as const,
  }));
  return profileCheck.find(await reviewOf(files, { options }));
}

/** What is found of one element. */
async function weigh(
  element: DataSetDescription[number],
  options: Partial<ReviewOptions> = {},
): Promise<readonly unknown[]> {
  const findings = await find([[element]], options);
  return findings.map(({ severity, identifying }) => [severity, identifying]);
}

const STOP = [['stop', true]];
const CHECK = [['check', true]];
const NOTE = [['note', false]];
const NOTHING: readonly unknown[] = [];

describe('the check of the profile', () => {
  it('reports a value once, however many files have it, with its place', async () => {
    const name = [0x00100010, 'PN', 'Roe^Richard'] as const;
    expect(await find([[name], [name]])).toMatchObject([
      {
        check: 'profile',
        severity: 'stop',
        identifying: true,
        value: 'Roe^Richard',
        message: "The Basic Profile empties Patient's Name, and here is a value.",
        place: { held: { place: { path: '00100010' } } },
      },
    ]);
  });

  it('looks at any depth', async () => {
    const item = [[0x00080096, 'SQ', [[[0x00401103, 'LO', '555 0100']]]]] as const;
    const [finding] = await find([item]);
    expect(finding).toMatchObject({
      severity: 'stop',
      place: { held: { place: { path: '00080096[].00401103' } } },
    });
  });

  it.each([
    [[0x00100020, 'LO', '90210441'], STOP],
    [[0x00080050, 'SH', 'A4711223'], STOP],
    [[0x00102154, 'SH', '555 0100'], STOP],
    [[0x00100030, 'DA', '19560203'], STOP],
    [[0x00160072, 'DS', ['48', '12', '30.5']], STOP],
    [[0x00080020, 'DA', '20240131'], CHECK],
    [[0x00080080, 'LO', 'Lakeside Hospital'], CHECK],
    [[0x00181000, 'LO', 'SN4711'], CHECK],
    [[0x00080030, 'TM', '101523'], NOTE],
    [[0x00181200, 'DA', '20240102'], NOTE],
    [[0x00081030, 'LO', 'CT chest'], NOTE],
    [[0x00100040, 'CS', 'F'], NOTE],
    [[0x00120040, 'LO', 'S-0012'], NOTE],
  ] as const)('weighs %j by what it tells', async (element, expected) => {
    expect(await weigh(element)).toEqual(expected);
  });

  it.each([
    ['an empty value', [0x00100010, 'PN', '']],
    ['an empty name', [0x00100010, 'PN', '^^^^']],
    ['a dummy', [0x00100010, 'PN', 'ANONYMOUS']],
    ['a dummy date', [0x00100030, 'DA', '19000101']],
    ['a UID', [0x00080018, 'UI', '1.2.3.4']],
    ['an attribute that is not in the table', [0x00080060, 'CS', 'CT']],
    ['a version of a code table', [0x00081032, 'SQ', [[[0x00080106, 'DT', '20240131']]]]],
    ['what a UID sequence refers to', [0x00081140, 'SQ', [[[0x00081155, 'UI', '1.2.3']]]]],
    ['a private attribute', [0x00290010, 'LO', 'ACME']],
  ] as const)('does not report %s', async (_, element) => {
    expect(await weigh(element)).toEqual(NOTHING);
  });

  it('takes what an ID sequence holds for an ID, but not the coding scheme', async () => {
    const code = [
      [0x00080100, 'SH', 'RR4711'],
      [0x00080102, 'SH', '99LAKESIDE'],
      [0x00080104, 'LO', 'Richard Roe'],
    ] as const;
    const sequence = [0x00081072, 'SQ', [[[0x00401101, 'SQ', [code]]]]] as const;
    const findings = await find([[sequence]]);
    expect(findings.map(({ value, severity }) => [value, severity])).toEqual([
      ['RR4711', 'stop'],
      ['Richard Roe', 'stop'],
    ]);
    expect(findings[0]?.message).toBe(
      'The Basic Profile replaces Person Identification Code Sequence, in which this stands, and here is a value.',
    );
  });

  it('calls a short number of a study a note', async () => {
    expect(await weigh([0x00200010, 'SH', '12'])).toEqual(NOTE);
    expect(await weigh([0x00200010, 'SH', '51223'])).toEqual(STOP);
  });

  it('calls an age of 90 or more identifying', async () => {
    expect(await weigh([0x00101010, 'AS', '089Y'])).toEqual(NOTE);
    expect(await weigh([0x00101010, 'AS', '090Y'])).toEqual(CHECK);
    expect(await weigh([0x00101010, 'AS', '095M'])).toEqual(NOTE);
  });
});

describe('pseudonyms in the check of the profile', () => {
  async function weighPatient(name: string, id: string): Promise<readonly unknown[]> {
    const findings = await find([
      [
        [0x00100010, 'PN', name],
        [0x00100020, 'LO', id],
      ],
    ]);
    return findings.map(({ severity, identifying }) => [severity, identifying]);
  }

  it('are a note where a code is both the name and the ID', async () => {
    expect(await weighPatient('LX07-B', 'LX07-B')).toEqual([...NOTE, ...NOTE]);
    expect(await weighPatient('ANON-0001', 'ANON-0001')).toEqual([...NOTE, ...NOTE]);
  });

  it.each([
    ['LX07-B', 'LX07-C'],
    ['Roe^Richard', 'LX07-B'],
    ['90210441', '90210441'],
    ['Roe', 'Roe'],
  ])('are not seen in %s with the ID %s', async (name, id) => {
    expect(await weighPatient(name, id)).toEqual([...STOP, ...STOP]);
  });
});

describe('options in the check of the profile', () => {
  const date = [0x00080020, 'DA', '20240131'] as const;

  it('let a value stay that one of them keeps', async () => {
    expect(await weigh(date, { allowed: ['retainLongitudinalFullDates'] })).toEqual(NOTHING);
    expect(await weigh(date, { allowed: ['retainDeviceIdentity'] })).toEqual(CHECK);
    expect(await weigh([0x00081010, 'SH', 'CT3'], { allowed: ['retainDeviceIdentity'] })).toEqual(NOTHING);
    const institution = [0x00080080, 'LO', 'Lakeside Hospital'] as const;
    expect(await weigh(institution, { allowed: ['retainInstitutionIdentity'] })).toEqual(NOTHING);
    const veryOld = [0x00101010, 'AS', '094Y'] as const;
    expect(await weigh(veryOld, { allowed: ['retainPatientCharacteristics'] })).toEqual(NOTHING);
  });

  it('make a note of what has to be clean to stay', async () => {
    const [finding] = await find([[date]], { allowed: ['retainLongitudinalModifiedDates'] });
    expect(finding).toMatchObject({
      severity: 'note',
      identifying: false,
      message: 'The transfer allows Study Date, if it is shifted: see that it is.',
    });
  });

  it('never let a name stay', async () => {
    const allowed = [
      'retainLongitudinalFullDates',
      'cleanDescriptors',
      'retainPatientCharacteristics',
    ] as const;
    expect(await weigh([0x00100010, 'PN', 'Roe^Richard'], { allowed })).toEqual(STOP);
  });

  it('let stay what the reviewer allows by name', async () => {
    const termsToAllow = ['lakeside hospital'];
    expect(await weigh([0x00080080, 'LO', 'Lakeside Hospital'], { termsToAllow })).toEqual(NOTHING);
    expect(await weigh([0x00080080, 'LO', 'Lakeside Hospital East'], { termsToAllow })).toEqual(CHECK);
  });
});

import { describe, expect, it } from 'vitest';
import { reviewOf } from '../review-input.fixture';
import { demographicsCheck } from './demographics';

interface Header {
  readonly id?: string;
  readonly name?: string;
  readonly born?: string;
  readonly sex?: string;
  readonly age?: string;
  readonly study?: string;
  readonly studied?: string;
  readonly accession?: string;
}

async function find(headers: readonly Header[]) {
  const files = headers.map(({ id = '4711', study = '1.2.3', ...header }, index) => ({
    path: `${index}`,
    content: [
      [0x00080018, 'UI', `${study}.4.${index + 1}`],
      [0x00080020, 'DA', header.studied ?? ''],
      [0x00080050, 'SH', header.accession ?? ''],
      [0x00100010, 'PN', header.name ?? ''],
      [0x00100020, 'LO', id],
      [0x00100030, 'DA', header.born ?? ''],
      [0x00100040, 'CS', header.sex ?? ''],
      [0x00101010, 'AS', header.age ?? ''],
      [0x0020000d, 'UI', study],
      [0x0020000e, 'UI', `${study}.4`],
    ] as const,
  }));
  return demographicsCheck.find(await reviewOf(files));
}

describe('the check on demographics', () => {
  it('counts who says what, in the fewest files first', async () => {
    expect(await find([{ sex: 'F' }, { sex: 'M' }, { sex: 'M' }])).toMatchObject([
      {
        severity: 'check',
        identifying: false,
        value: 'F, M',
        message: 'Patient’s Sex is not the same in all files of the patient: F (1 file), M (2 files).',
        place: { files: [0, 1, 2], path: '00100040' },
      },
    ]);
  });

  it.each([
    ['00100010', { name: 'Roe^Jane' }, { name: 'Doe^Jane' }],
    ['00100030', { born: '19600102' }, { born: '19600201' }],
    ['00100040', { sex: 'F' }, { sex: 'M' }],
  ])('finds %s that differs within a patient, in two studies too', async (path, one, other) => {
    expect(await find([one, other])).toMatchObject([{ place: { path } }]);
    expect(await find([one, { ...other, study: '1.2.9' }])).toMatchObject([{ place: { path } }]);
    expect(await find([one, { ...other, id: '4712' }])).toEqual([]);
    expect(await find([one, {}])).toEqual([]);
  });

  it.each([
    ['00080020', { studied: '20240305' }, { studied: '20240306' }],
    ['00080050', { accession: 'A1' }, { accession: 'A2' }],
  ])('finds %s that differs within a study, and not between studies', async (path, one, other) => {
    expect(await find([one, other])).toMatchObject([{ place: { path } }]);
    expect(await find([one, { ...other, study: '1.2.9' }])).toEqual([]);
    expect(await find([one, {}])).toEqual([]);
  });

  it('takes two ways to write the same for the same', async () => {
    const one: Header = { name: 'Roe^Jane', born: '1960.01.02', sex: 'F' };
    expect(await find([one, { name: 'ROE JANE', born: '19600102', sex: 'f' }])).toEqual([]);
  });
});

describe('the check on ages', () => {
  // From 2 January 1960 to 5 March 2024 it is 64 years and two months.
  const dates: Header = { born: '19600102', studied: '20240305' };

  it('finds an age that is more than a year from what the dates make', async () => {
    expect(await find([{ ...dates, age: '062Y' }])).toMatchObject([
      {
        severity: 'check',
        value: '062Y, by the dates 64 years',
        message: 'Patient’s Age is 062Y, but from birth date to study date it is 64 years.',
        place: { files: [0], path: '00101010' },
      },
    ]);
    expect(await find([{ ...dates, age: '067Y' }])).toHaveLength(1);
    expect(await find([{ ...dates, age: '010M' }])).toHaveLength(1);
  });

  it.each(['063Y', '064Y', '065Y', '64', ''])('finds nothing wrong with %s', async (age) => {
    expect(await find([{ ...dates, age }])).toEqual([]);
  });

  it('reads ages in days, weeks and months', async () => {
    // Three weeks old.
    const newborn: Header = { born: '20240213', studied: '20240305' };
    for (const age of ['021D', '003W', '000M', '011M'])
      expect(await find([{ ...newborn, age }]), age).toEqual([]);
    expect(await find([{ ...newborn, age: '024M' }])).toHaveLength(1);
  });

  it('knows nothing without both dates, and takes 90 for all that are older', async () => {
    expect(await find([{ born: '19600102', age: '020Y' }])).toEqual([]);
    expect(await find([{ studied: '20240305', age: '020Y' }])).toEqual([]);
    expect(await find([{ born: '19280102', studied: '20240305', age: '090Y' }])).toEqual([]);
  });
});

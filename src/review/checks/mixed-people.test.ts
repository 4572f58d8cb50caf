import { describe, expect, it } from 'vitest';
import { reviewOf } from '../review-input.fixture';
import { mixedPeopleCheck } from './mixed-people';

interface Header {
  readonly id?: string;
  readonly name?: string;
  readonly study?: string;
  readonly series?: string;
}

const ROE: Header = { id: '4711', name: 'Roe^Richard' };
const DOE: Header = { id: '4712', name: 'Doe^Jane' };

async function find(headers: readonly Header[]) {
  const files = headers.map(({ id = '', name = '', study = '1.2.3', series = '1.2.3.4' }, index) => ({
    path: `${index}`,
    content: [
      [0x00080018, 'UI', `1.2.3.4.${index + 1}`],
      [0x00100010, 'PN', name],
      [0x00100020, 'LO', id],
      [0x0020000d, 'UI', study],
      [0x0020000e, 'UI', series],
    ] as const,
  }));
  return mixedPeopleCheck.find(await reviewOf(files));
}

describe('the check on mixed people', () => {
  it('stops two people in one series, whose files come first of whom there are fewest, and says it once', async () => {
    const found = await find([ROE, ROE, DOE]);
    expect(found).toMatchObject([
      {
        severity: 'stop',
        identifying: false,
        value: 'Doe^Jane (ID 4712), Roe^Richard (ID 4711)',
        message: 'One series is of 2 people: Doe^Jane (ID 4712) in 1 file, Roe^Richard (ID 4711) in 2 files.',
        place: { files: [2, 0, 1], path: '00100010' },
      },
    ]);
  });

  it('stops one study under two patients, in a series each', async () => {
    const found = await find([
      { ...ROE, series: '1.2.3.4' },
      { ...DOE, series: '1.2.3.5' },
    ]);
    expect(found).toMatchObject([{ severity: 'stop', place: { files: [0, 1] } }]);
    expect(found[0]?.message).toMatch(/^One study is of 2 people/);
  });

  it('says of a study what its mixed series does not: a third one', async () => {
    const found = await find([ROE, DOE, { id: '4713', name: 'Poe^Paula', series: '1.2.3.5' }]);
    expect(found.map(({ message }) => message.slice(0, 24))).toEqual([
      'One series is of 2 peopl',
      'One study is of 3 people',
    ]);
  });

  it('stops two names under one ID', async () => {
    expect(await find([ROE, { id: '4711', name: 'Doe^Jane' }])).toMatchObject([{ severity: 'stop' }]);
  });

  it('finds nothing in two patients with a study each', async () => {
    expect(await find([ROE, { ...DOE, study: '1.2.9', series: '1.2.9.1' }])).toEqual([]);
  });

  it('makes a note of one name under two IDs, as after a merge', async () => {
    const found = await find([ROE, { id: '0815', name: 'ROE^RICHARD' }]);
    expect(found).toMatchObject([{ severity: 'note', place: { path: '00100020' } }]);
  });

  it.each([
    ['another family name under the same ID', { id: '4711', name: 'Poe^Richard' }],
    ['case, spaces and carets', { id: '4711 ', name: 'ROE  RICHARD^^' }],
    ['a name that is missing', { id: '4711' }],
    ['an ID that is missing', { name: 'Roe^Richard' }],
    ['a name that says nothing', { id: '4711', name: 'ANONYMOUS' }],
    ['neither', {}],
  ])('is not misled by %s', async (_, other) => {
    expect(await find([ROE, other])).toEqual([]);
    expect(await find([other, ROE])).toEqual([]);
  });

  it('tells two people apart though a file without a name comes first', async () => {
    expect(await find([{}, ROE, DOE])).toHaveLength(1);
  });
});

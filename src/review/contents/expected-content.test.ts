import { describe, expect, it } from 'vitest';
import type { DataSetDescription } from '../../fixtures/dicom-writer';
import { checkExpected } from './expected-content';
import { reviewOf } from '../review-input.fixture';

/** Two studies: A100 with `T1 axial` (3) and `T2_TSE cor` (2), A200 with `T1 axial` (1). */
const SERIES = [
  { study: '1.2.3', accession: 'A100', series: '1.2.3.4', number: 1, description: 'T1 axial', instances: 3 },
  {
    study: '1.2.3',
    accession: 'A100',
    series: '1.2.3.5',
    number: 2,
    description: 'T2_TSE cor',
    instances: 2,
  },
  { study: '1.2.6', accession: 'A200', series: '1.2.6.4', number: 1, description: 'T1 axial', instances: 1 },
];

async function catalog() {
  const files = SERIES.flatMap(({ study, accession, series, number, description, instances }) =>
    Array.from({ length: instances }, (_, index) => {
      const content: DataSetDescription = [
        [0x00080018, 'UI', `${series}.${index + 1}`],
        [0x00080050, 'SH', accession],
        [0x0008103e, 'LO', description],
        [0x00100020, 'LO', '4711'],
        [0x0020000d, 'UI', study],
        [0x0020000e, 'UI', series],
        [0x00200011, 'IS', number],
      ];
      return { path: `${series}/${index}`, content };
    }),
  );
  return (await reviewOf(files)).catalog;
}

async function check(list: string) {
  return checkExpected(list, await catalog());
}

async function lineOf(line: string) {
  return (await check(line)).lines[0];
}

describe('a list of what is expected', () => {
  it('says of each line what it means, and how much of it there is', async () => {
    const { lines, extra } = await check('A100\n1.2.6.4\n1.2.3.5.1\nA300');
    expect(lines).toMatchObject([
      {
        text: 'A100',
        names: ['accession-number'],
        instances: 5,
        series: [{ seriesNumber: 1 }, { seriesNumber: 2 }],
      },
      { text: '1.2.6.4', names: ['series-uid'], instances: 1 },
      { text: '1.2.3.5.1', names: ['instance-uid'], instances: 1, series: [{ instances: 1 }] },
      { text: 'A300', names: [], instances: 0, series: [] },
    ]);
    expect(extra).toEqual([]);
  });

  it('says what is there and on no line', async () => {
    expect((await check('1.2.3.4\n1.2.3.5.2')).extra).toMatchObject([
      { accessionNumber: 'A100', description: 'T2_TSE cor', instances: 1 },
      { accessionNumber: 'A200', description: 'T1 axial', instances: 1 },
    ]);
    expect((await check('1.2.3')).extra).toMatchObject([{ accessionNumber: 'A200' }]);
  });

  it('finds a description in every study that has it', async () => {
    expect(await lineOf('T1 axial')).toMatchObject({ names: ['series-description'], instances: 4 });
  });

  it.each([
    '- T2_TSE cor',
    '• t2 tse COR',
    '1. T2_TSE cor',
    '[x] T2_TSE cor',
    '"T2_TSE cor",',
    '\t T2_TSE cor \r',
    '„T2-TSE  Cor“;',
  ])('makes nothing of bullets, quotation marks, case and separators: %s', async (line) => {
    expect(await lineOf(line)).toMatchObject({
      names: ['series-description'],
      instances: 2,
      expectedInstances: null,
    });
  });

  it.each([
    'T2_TSE cor x 120',
    'T2_TSE cor × 120',
    'T2_TSE cor; 120',
    'T2_TSE cor, 120',
    'T2_TSE cor\t120 images',
    '- "T2_TSE cor" (120)',
  ])('reads the number of instances behind: %s', async (line) => {
    expect(await lineOf(line)).toMatchObject({ instances: 2, expectedInstances: 120 });
  });

  it('takes columns of one kind for several, and of another kind for a part of it', async () => {
    expect(await lineOf('A100, A200')).toMatchObject({ instances: 6, notFound: [] });
    expect(await lineOf('A100\tT1 axial\t3')).toMatchObject({
      instances: 3,
      expectedInstances: 3,
      notFound: [],
    });
  });

  it('says which columns are not there', async () => {
    expect(await lineOf('A200, T2_TSE cor')).toMatchObject({ instances: 1, notFound: ['T2_TSE cor'] });
    expect(await lineOf('A100, A300')).toMatchObject({ instances: 5, notFound: ['A300'] });
  });

  it('does not take a name for another one that it is a part of', async () => {
    expect(await lineOf('T1')).toMatchObject({ series: [] });
    expect(await lineOf('A10')).toMatchObject({ series: [] });
  });

  it('leaves out lines that say nothing', async () => {
    expect((await check('\n  \n---\nA100\n')).lines).toHaveLength(1);
    expect((await check('')).lines).toEqual([]);
  });
});

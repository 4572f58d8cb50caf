import { describe, expect, it } from 'vitest';
import { problem } from '../../base/problem';
import type { DataSetDescription } from '../../fixtures/dicom-writer';
import { gapsCheck } from '../checks/gaps';
import { contentsCompleteness } from './contents-completeness';
import { reviewOf } from '../review-input.fixture';

interface Instance {
  readonly number: number;
  readonly acquisition?: number;
  readonly images?: number;
  readonly own?: DataSetDescription;
}

function file({ number, acquisition = 1, images, own = [] }: Instance, index: number) {
  const content: DataSetDescription = [
    [0x00080018, 'UI', `1.2.3.4.${number}`],
    [0x0020000d, 'UI', '1.2.3'],
    [0x0020000e, 'UI', '1.2.3.4'],
    [0x00200012, 'IS', acquisition],
    [0x00200013, 'IS', number],
    ...(images === undefined ? [] : ([[0x00201002, 'IS', images]] as const)),
    [0x7fe00010, 'OW', new Uint8Array(2)],
    ...own,
  ];
  return { path: `${index}`, content };
}

async function completeness(instances: readonly Instance[]) {
  const input = await reviewOf(instances.map(file));
  return contentsCompleteness(input, gapsCheck.find(input));
}

async function claims(instances: readonly Instance[]) {
  return (await completeness(instances)).series.flatMap((series) => series.claims);
}

describe('the completeness of the contents', () => {
  it('holds the instances against Images in Acquisition', async () => {
    const attribute = 'Images in Acquisition';
    expect(
      await claims([
        { number: 1, images: 5 },
        { number: 2, images: 5 },
      ]),
    ).toEqual([{ attribute, expected: 5, there: 2 }]);
    expect(await claims([{ number: 1 }, { number: 2 }])).toEqual([]);
    expect(
      await claims([
        { number: 1, images: 5 },
        { number: 2, images: 6 },
      ]),
    ).toEqual([]);
  });

  it('adds up acquisitions, unless each has the number of all', async () => {
    const two = (images: number) => [
      { number: 1, acquisition: 1, images },
      { number: 2, acquisition: 2, images },
      { number: 3, acquisition: 2, images },
    ];
    expect(await claims(two(2))).toMatchObject([{ expected: 4, there: 3 }]);
    expect(await claims(two(3))).toMatchObject([{ expected: 3, there: 3 }]);
  });

  it('counts the frames of a multi-frame image as images', async () => {
    const own: DataSetDescription = [[0x00280008, 'IS', 4]];
    expect(await claims([{ number: 1, images: 4, own }])).toMatchObject([{ expected: 4, there: 4 }]);
  });

  it('knows what series and study are said to hold', async () => {
    const own: DataSetDescription = [
      [0x00201206, 'IS', 3],
      [0x00201208, 'IS', 20],
      [0x00201209, 'IS', 10],
    ];
    const { series, studies } = await completeness([{ number: 1, own }]);
    expect(series[0]?.claims).toEqual([
      { attribute: 'Number of Series Related Instances', expected: 10, there: 1 },
    ]);
    expect(studies[0]?.claims).toEqual([
      { attribute: 'Number of Study Related Series', expected: 3, there: 1 },
      { attribute: 'Number of Study Related Instances', expected: 20, there: 1 },
    ]);
  });

  it('has duplicates and what the checks say of each series', async () => {
    const { series } = await completeness([{ number: 1 }, { number: 2 }, { number: 2 }, { number: 4 }]);
    expect(series).toMatchObject([
      {
        instances: 3,
        duplicates: 1,
        remarks: [{ check: 'gaps', message: expect.stringContaining('Instance Number') as string }],
      },
    ]);
  });

  it('has the differences of each DICOMDIR', async () => {
    const input = await reviewOf([file({ number: 1 }, 0)]);
    const missing = problem('dicomdir-missing', 'DICOMDIR', { listed: 2, missing: 1, examples: ['A/B'] });
    const cut = problem('dicom-truncated', 'DICOMDIR', { offset: 0, tag: '', path: '' });
    const files = input.files.map((each) => ({
      ...each,
      kind: 'dicomdir' as const,
      problems: [missing, cut],
    }));
    expect(contentsCompleteness({ ...input, files }, []).fileSets).toEqual([
      { file: 0, path: '0', problems: [missing] },
    ]);
  });
});

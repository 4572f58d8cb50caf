import { describe, expect, it } from 'vitest';
import type { DataSetDescription } from '../../fixtures/dicom-writer';
import { reviewOf } from '../review-input.fixture';
import { referencesCheck } from './references';

const SOURCE_IMAGE_SEQUENCE = 0x00082112;
const REFERENCED_STUDY_SEQUENCE = 0x00081110;
const REFERENCED_STEP_SEQUENCE = 0x00081111;
const REFERENCED_SERIES_SEQUENCE = 0x00081115;
const REFERENCED_INSTANCE_SEQUENCE = 0x0008114a;

interface Instance {
  readonly number: number;
  readonly series?: string;
  readonly sequence?: number;
  readonly refersTo?: readonly string[];
}

function content({
  number,
  series = '1.2.3.4',
  sequence = SOURCE_IMAGE_SEQUENCE,
  refersTo = [],
}: Instance): DataSetDescription {
  return [
    [0x00080018, 'UI', `1.2.3.4.${number}`],
    [0x00080060, 'CS', 'SR'],
    [0x0020000d, 'UI', '1.2.3'],
    [0x0020000e, 'UI', series],
    [sequence, 'SQ', refersTo.map((uid): DataSetDescription => [[0x00081155, 'UI', uid]])],
  ];
}

async function find(instances: readonly Instance[], isComplete = true) {
  const files = instances.map((instance, index) => ({ path: `${index}`, content: content(instance) }));
  return referencesCheck.find(await reviewOf(files, { isComplete }));
}

describe('the check on references', () => {
  it('counts once for each series what is not there', async () => {
    const found = await find([
      { number: 1, refersTo: ['1.2.3.4.2', '1.2.9.1', '1.2.9.2'] },
      { number: 2, refersTo: ['1.2.9.2', '1.2.9.3'] },
      { number: 3, series: '1.2.3.5', refersTo: ['1.2.9.1'] },
    ]);
    expect(found).toMatchObject([
      { severity: 'note', identifying: false, value: 'SR: 3 instances', place: { files: [0, 1] } },
      {
        value: 'SR: 1 instance',
        message: 'Refers to 1 instance that is not in the archive.',
        place: { files: [2] },
      },
    ]);
  });

  it('finds references at any depth', async () => {
    const deep: DataSetDescription = [
      ...content({ number: 1 }),
      [
        REFERENCED_SERIES_SEQUENCE,
        'SQ',
        [[[REFERENCED_INSTANCE_SEQUENCE, 'SQ', [[[0x00081155, 'UI', '1.2.9.1']]]]]],
      ],
    ];
    expect(referencesCheck.find(await reviewOf([{ path: '1', content: deep }]))).toHaveLength(1);
  });

  it('leaves references within the archive alone', async () => {
    expect(
      await find([
        { number: 1, refersTo: ['1.2.3.4.2'] },
        { number: 2, series: '1.2.3.5' },
      ]),
    ).toEqual([]);
  });

  it.each([
    ['studies', REFERENCED_STUDY_SEQUENCE],
    ['performed procedure steps', REFERENCED_STEP_SEQUENCE],
  ])('leaves references to %s alone, which are in no file', async (_, sequence) => {
    expect(await find([{ number: 1, sequence, refersTo: ['1.2.9.1'] }])).toEqual([]);
  });

  it('waits until all has been read', async () => {
    expect(await find([{ number: 1, refersTo: ['1.2.9.1'] }], false)).toEqual([]);
  });
});

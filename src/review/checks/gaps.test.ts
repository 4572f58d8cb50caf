import { describe, expect, it } from 'vitest';
import type { DataSetDescription } from '../../fixtures/dicom-writer';
import { type FileToReview, reviewOf } from '../review-input.fixture';
import { gapsCheck } from './gaps';

interface Slice {
  readonly z: number;
  readonly number: number;
  readonly imageType?: string;
  readonly description?: string;
  /** HHMMSS */
  readonly time?: string;
  readonly echoTime?: number;
  readonly bValue?: number;
}

function slice(described: Slice, index: number): FileToReview {
  const {
    z,
    number,
    imageType = 'ORIGINAL\\PRIMARY',
    description = '',
    time = '',
    echoTime = '',
    bValue,
  } = described;
  const content: DataSetDescription = [
    [0x00080008, 'CS', imageType],
    [0x00080018, 'UI', `1.2.3.4.${index + 1}`],
    [0x00080032, 'TM', time],
    [0x00080060, 'CS', 'MR'],
    [0x0008103e, 'LO', description],
    [0x00180081, 'DS', echoTime],
    ...(bValue === undefined ? [] : ([[0x00189087, 'FD', [bValue]]] as const)),
    [0x0020000d, 'UI', '1.2.3'],
    [0x0020000e, 'UI', '1.2.3.4'],
    [0x00200011, 'IS', 3],
    [0x00200013, 'IS', number],
    [0x00200032, 'DS', `0\\0\\${z}`],
    [0x00200037, 'DS', '1\\0\\0\\0\\1\\0'],
    [0x7fe00010, 'OW', new Uint8Array(2)],
  ];
  return { path: `${index}`, content };
}

async function find(slices: readonly Slice[], isComplete = true) {
  return gapsCheck.find(await reviewOf(slices.map(slice), { isComplete }));
}

/** One at each of these places, numbered in their order. */
function at(places: readonly number[], numbers?: readonly number[]): readonly Slice[] {
  return places.map((z, index) => ({ z, number: numbers?.[index] ?? index + 1 }));
}

describe('the check on gaps', () => {
  it('finds nothing in a stack that is complete', async () => {
    expect(await find(at([0, 5, 10, 15, 20]))).toEqual([]);
    expect(await find(at([20, 15, 10, 5, 0]))).toEqual([]);
    // Not quite alike, as rounding and tilted gantries make them: 7 is 1.4 times 5.
    expect(await find(at([0, 5, 12, 17, 22], [1, 3, 5, 7, 9]))).toEqual([]);
  });

  it('finds a step of more than 1.5 times the usual one, with the slices on both sides', async () => {
    const found = await find(at([0, 5, 10, 25, 30], [1, 2, 3, 6, 7]));
    expect(found[0]).toMatchObject({
      severity: 'check',
      identifying: false,
      value: 'MR 3: 10 to 25 mm',
      message: '2 slices seem to be missing: neighbours are 5 mm apart, but here 15 mm.',
      place: { files: [2, 3] },
    });
  });

  it('finds a lost slice even where the rest was numbered anew', async () => {
    expect(await find(at([0, 5, 10, 20, 25]))).toMatchObject([{ value: 'MR 3: 10 to 20 mm' }]);
  });

  it('finds numbers that are missing between those that are there', async () => {
    const slices = at([0, 5, 10, 15, 20, 25, 30, 35], [11, 12, 15, 16, 17, 18, 20, 21]);
    expect(await find(slices)).toMatchObject([
      {
        severity: 'note',
        value: 'MR 3: 13–14, 19',
        message: '3 Instance Numbers are missing between 11 and 21.',
        place: { files: [1, 2, 5, 6] },
      },
    ]);
  });

  it('finds two images at one place, at one time, echo and b-value', async () => {
    const slices = [...at([0, 5, 10, 15]), { z: 10, number: 5 }];
    expect(await find(slices)).toMatchObject([
      { severity: 'check', value: 'MR 3: at 10 mm', place: { files: [2, 4] } },
    ]);
  });

  it.each([
    ['time', { time: '101500' }, { time: '101600' }],
    ['echo', { echoTime: 10 }, { echoTime: 30 }],
    ['b-value', { bValue: 0 }, { bValue: 800 }],
  ])('leaves two images at one place alone that differ in %s', async (_, one, other) => {
    const slices = [
      ...at([0, 5, 10, 15]).map((each) => ({ ...each, ...one })),
      { z: 10, number: 5, ...other },
    ];
    expect(await find(slices)).toEqual([]);
  });

  it('leaves stacks alone of which each place is taken twice by what nobody knows', async () => {
    expect(await find(at([0, 0, 5, 5, 10, 10, 15, 15]))).toEqual([]);
  });

  it.each([
    ['by their type', { imageType: 'ORIGINAL\\PRIMARY\\LOCALIZER' }],
    ['by their name', { description: 'survey_3-plane' }],
  ])('leaves localizers alone, %s', async (_, localizer) => {
    expect(
      await find(at([0, 5, 10, 30, 35], [1, 2, 3, 6, 7]).map((each) => ({ ...each, ...localizer }))),
    ).toEqual([]);
  });

  it('leaves stacks beside each other alone, whose numbers run on', async () => {
    // 12 mm are no whole number of 5 mm slices.
    expect(await find(at([0, 5, 10, 22, 27, 32]))).toEqual([]);
    expect(await find(at([0, 5, 10, 22, 27, 32], [1, 2, 3, 6, 7, 8]))).not.toEqual([]);
  });

  it('leaves spacings alone that change for good', async () => {
    expect(await find(at([0, 3, 6, 9, 12, 15, 21, 27, 33]))).toEqual([]);
  });

  it('leaves numbers alone that are given out in steps, or are few of many', async () => {
    expect(await find(at([0, 5, 10, 15], [1, 3, 5, 7]))).toEqual([]);
    expect(await find(at([0, 5, 10, 15], [1, 2, 101, 102]))).toEqual([]);
  });

  it('waits until all has been read', async () => {
    expect(await find(at([0, 5, 10, 25, 30]), false)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { toArchiveId, toFileId } from '../base/ids';
import type { Instance, Series, SeriesPart } from './catalog-types';
import type { FramePart } from './frame-order';
import { orderStack, ordersOf, slicePositionsOf, stackParts, type Stack, type StackOrder } from './stack';

function instance(entry: number, given: Partial<Instance> = {}): Instance {
  return {
    file: toFileId(toArchiveId(0), entry),
    sopInstanceUid: `1.2.${String(entry)}`,
    instanceNumber: NaN,
    frames: 1,
    hasPixels: true,
    rows: 64,
    columns: 64,
    position: NaN,
    timeSeconds: NaN,
    ...given,
  };
}

function seriesOf(...parts: readonly (Pick<SeriesPart, 'name'> & Partial<SeriesPart>)[]): Series {
  return {
    parts: parts.map((part) => ({ sortRule: 'geometry', instances: [], ...part })),
  } as unknown as Series;
}

/** Four slices by position, taken in another order, numbered in a third and stored in a fourth. */
const SLICES = [
  instance(2, { position: 0, timeSeconds: 30, instanceNumber: 3 }),
  instance(0, { position: 5, timeSeconds: 10, instanceNumber: 4 }),
  instance(3, { position: 10, timeSeconds: 40, instanceNumber: 1 }),
  instance(1, { position: 15, timeSeconds: 20, instanceNumber: 2 }),
];

/** Two stacks of one object: frames 3 and 1, and frames 0 and 2. */
const FRAME_PARTS: readonly FramePart[] = [
  {
    name: 'b 0',
    rule: 'dimension-index',
    frames: [
      { frameIndex: 3, position: 1, timeSeconds: 9 },
      { frameIndex: 1, position: 2, timeSeconds: 8 },
    ],
  },
  {
    name: 'b 1000',
    rule: 'dimension-index',
    frames: [
      { frameIndex: 0, position: 1, timeSeconds: 6 },
      { frameIndex: 2, position: 2, timeSeconds: 7 },
    ],
  },
];

function partOf(series: Series, frameParts?: readonly FramePart[]) {
  const orders = new Map(frameParts && [[toFileId(toArchiveId(0), 7), frameParts]]);
  return stackParts(series, orders);
}

const filesOf = ({ runs }: Stack) => runs.map(({ instance: { file } }) => Number(file));

describe('the order of a stack', () => {
  const [part] = partOf(seriesOf({ name: '', instances: SLICES }));

  it.each<[StackOrder, readonly number[]]>([
    ['sorted', [2, 0, 3, 1]],
    ['time', [0, 1, 2, 3]],
    ['instance-number', [3, 1, 2, 0]],
    ['file', [0, 1, 2, 3]],
  ])('is %s', (order, files) => {
    expect(part && filesOf(orderStack(part, order))).toEqual(files);
  });

  it('turns positions round with the images', () => {
    expect(part && slicePositionsOf(orderStack(part, 'sorted'))).toEqual([0, 5, 10, 15]);
    expect(part && slicePositionsOf(orderStack(part, 'reversed'))).toEqual([15, 10, 5, 0]);
  });

  it('is offered where it makes a difference', () => {
    expect(part && ordersOf(part)).toEqual(['sorted', 'reversed', 'time', 'instance-number', 'file']);
    const noTimes = SLICES.map((slice) => ({ ...slice, timeSeconds: NaN }));
    const [numbered] = partOf(seriesOf({ name: '', sortRule: 'instance-number', instances: noTimes }));
    expect(numbered && ordersOf(numbered)).toEqual(['sorted', 'reversed', 'file']);
    const [single] = partOf(seriesOf({ name: '', instances: SLICES.slice(1, 2) }));
    expect(single && ordersOf(single)).toEqual(['sorted']);
  });
});

describe('the stacks of a series', () => {
  const clip = instance(7, { frames: 4, position: 3 });

  it('are its parts, an object of several frames as it stands in its file', () => {
    const parts = partOf(
      seriesOf({ name: 'Instance 7', instances: [clip] }, { name: 'Axial', instances: SLICES }),
    );
    expect(parts.map(({ name, rule, runs }) => [name, rule, runs.length])).toEqual([
      ['Instance 7', 'frame', 1],
      ['Axial', 'geometry', 4],
    ]);
    expect(parts[0] && slicePositionsOf(orderStack(parts[0], 'sorted'))).toEqual([]);
  });

  it('are those of its frames, once they are known', () => {
    const alone = partOf(seriesOf({ name: '', instances: [clip] }), FRAME_PARTS);
    expect(alone.map(({ name, rule }) => [name, rule])).toEqual([
      ['b 0', 'dimension-index'],
      ['b 1000', 'dimension-index'],
    ]);
    const beside = partOf(seriesOf({ name: 'Instance 7', instances: [clip] }), FRAME_PARTS);
    expect(beside.map(({ name }) => name)).toEqual(['Instance 7 · b 0', 'Instance 7 · b 1000']);
    expect(partOf(seriesOf({ name: '', instances: [clip] }), [])[0]?.runs).toEqual([
      { instance: clip, frames: null },
    ]);
  });

  it('have frames in time, or as they stand in the file', () => {
    const [first] = partOf(seriesOf({ name: '', instances: [clip] }), FRAME_PARTS);
    const framesIn = (order: StackOrder) =>
      first && orderStack(first, order).runs[0]?.frames?.map(({ frameIndex }) => frameIndex);
    expect(framesIn('sorted')).toEqual([3, 1]);
    expect(framesIn('time')).toEqual([1, 3]);
    expect(framesIn('file')).toEqual([1, 3]);
    expect(first && slicePositionsOf(orderStack(first, 'sorted'))).toEqual([1, 2]);
    expect(first && ordersOf(first)).toEqual(['sorted', 'reversed', 'time', 'file']);
  });
});

import { describe, expect, it } from 'vitest';
import { toArchiveId, toFileId } from '../base/ids';
import type { Instance, Series } from '../catalog/catalog-types';
import type { FramePart } from '../catalog/frame-order';
import type { Stack } from '../catalog/stack';
import { mainPart, partWithImage, stackOf } from './stacks';

const fileOf = (entry: number) => toFileId(toArchiveId(0), entry);

function instance(entry: number, frames = 1): Instance {
  return {
    file: fileOf(entry),
    sopInstanceUid: '',
    instanceNumber: entry,
    frames,
    hasPixels: true,
    rows: 64,
    columns: 64,
    position: NaN,
    timeSeconds: NaN,
  };
}

function seriesOf(parts: Readonly<Record<string, readonly Instance[]>>): Series {
  return {
    instances: Object.values(parts).flat(),
    sortRule: 'path',
    parts: Object.entries(parts).map(([name, instances]) => ({ name, instances, sortRule: 'path' })),
  } as unknown as Series;
}

const NO_ORDERS = new Map<never, never>();
const SERIES = seriesOf({
  'TE 10 ms': [instance(0), instance(1)],
  'TE 80 ms': [instance(2), instance(3), instance(4)],
});
const SHOWN = { partName: 'TE 10 ms', order: 'sorted', wanted: null } as const;

const filesOf = ({ runs }: Stack) => runs.map((run) => Number(run.instance.file));

describe('stackOf', () => {
  it('has the images of the part that is shown, or all of them', () => {
    expect(filesOf(stackOf(SERIES, SHOWN, NO_ORDERS))).toEqual([0, 1]);
    expect(filesOf(stackOf(SERIES, { ...SHOWN, partName: null }, NO_ORDERS))).toEqual([0, 1, 2, 3, 4]);
  });

  it('is the same object as long as nothing has changed', () => {
    const stack = stackOf(SERIES, SHOWN, NO_ORDERS);
    expect(stackOf(SERIES, { ...SHOWN }, NO_ORDERS)).toBe(stack);
    expect(stackOf(SERIES, { ...SHOWN, order: 'reversed' }, NO_ORDERS)).not.toBe(stack);
  });

  it('follows the image that is shown where its part has another name by now', () => {
    const wanted = { file: fileOf(1), frameIndex: 0, sopInstanceUid: '' };
    expect(stackOf(SERIES, { ...SHOWN, partName: '', wanted }, NO_ORDERS).name).toBe('TE 10 ms');
  });

  it('is the largest part where there is no such image', () => {
    expect(stackOf(SERIES, { ...SHOWN, partName: 'gone' }, NO_ORDERS).name).toBe('TE 80 ms');
    expect(mainPart(SERIES, NO_ORDERS).name).toBe('TE 80 ms');
  });

  it('knows frames apart as soon as their order is known', () => {
    const series = seriesOf({ '': [instance(0, 4)] });
    const partOf = (name: string, ...frames: readonly number[]): FramePart => ({
      name,
      rule: 'dimension-index',
      frames: frames.map((frameIndex) => ({ frameIndex, position: NaN, timeSeconds: NaN })),
    });
    const orders = new Map([[fileOf(0), [partOf('b 0', 2, 0), partOf('b 1000', 1, 3)]]]);
    const wanted = { file: fileOf(0), frameIndex: 3, sopInstanceUid: '' };
    const shown = { ...SHOWN, partName: '', wanted };
    expect(stackOf(series, shown, NO_ORDERS).runs[0]?.frames).toBeNull();
    expect(stackOf(series, shown, orders).name).toBe('b 1000');
    expect(partWithImage(series, orders, { file: fileOf(0), frameIndex: 2 })?.name).toBe('b 0');
    expect(partWithImage(series, orders, { file: fileOf(1), frameIndex: 0 })).toBeNull();
  });
});

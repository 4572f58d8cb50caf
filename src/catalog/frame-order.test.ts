import { describe, expect, it } from 'vitest';
import type { DataSetDescription, ElementDescription } from '../fixtures/dicom-writer';
import { parsedDataSet } from '../fixtures/image-file';
import { readFrameOrder } from './frame-order';

interface GivenFrame {
  readonly z?: number;
  readonly dimensions?: readonly number[];
  readonly stack?: string;
  readonly inStack?: number;
  readonly echoTime?: number;
  readonly bValue?: number;
  readonly triggerDelay?: number;
  readonly temporal?: number;
  readonly time?: string;
  readonly segment?: number;
}

function macro(tag: number, elements: DataSetDescription): ElementDescription {
  return [tag, 'SQ', [elements]];
}

function frameGroups(frame: GivenFrame): DataSetDescription {
  const { z, dimensions, stack, inStack, echoTime, bValue, triggerDelay, temporal, time, segment } = frame;
  const content: ElementDescription[] = [];
  if (time !== undefined) content.push([0x00189074, 'DT', time]);
  if (stack !== undefined) content.push([0x00209056, 'SH', stack]);
  if (inStack !== undefined) content.push([0x00209057, 'UL', inStack]);
  if (temporal !== undefined) content.push([0x00209128, 'UL', temporal]);
  if (dimensions !== undefined) content.push([0x00209157, 'UL', dimensions]);
  const groups = [macro(0x00209111, content)];
  if (z !== undefined) groups.push(macro(0x00209113, [[0x00200032, 'DS', [0, 0, z]]]));
  if (echoTime !== undefined) groups.push(macro(0x00189114, [[0x00189082, 'FD', echoTime]]));
  if (bValue !== undefined) groups.push(macro(0x00189117, [[0x00189087, 'FD', bValue]]));
  if (triggerDelay !== undefined) groups.push(macro(0x00189118, [[0x00209153, 'FD', triggerDelay]]));
  if (segment !== undefined) groups.push(macro(0x0062000a, [[0x0062000b, 'US', segment]]));
  return groups;
}

const AXIAL = macro(0x00209116, [[0x00200037, 'DS', [1, 0, 0, 0, 1, 0]]]);

function orderOf(frames: readonly GivenFrame[], claimed = frames.length) {
  return readFrameOrder(
    parsedDataSet([
      [0x00280008, 'IS', claimed],
      [0x00280010, 'US', 64],
      [0x00280011, 'US', 64],
      [0x52009229, 'SQ', [[AXIAL]]],
      [0x52009230, 'SQ', frames.map(frameGroups)],
    ]),
  );
}

/** Names, and the frames of each part in their order. */
function outlineOf(frames: readonly GivenFrame[]): Readonly<Record<string, readonly number[]>> {
  return Object.fromEntries(
    orderOf(frames).map((part) => [part.name, part.frames.map(({ frameIndex }) => frameIndex)]),
  );
}

describe('the frames of an enhanced object', () => {
  it('come in the order of their Dimension Index Values, whatever their positions', () => {
    const frames = [
      { z: 0, dimensions: [1, 3] },
      { z: 5, dimensions: [1, 1] },
      { z: 10, dimensions: [1, 2] },
    ];
    expect(orderOf(frames)).toMatchObject([
      {
        name: '',
        rule: 'dimension-index',
        frames: [
          { frameIndex: 1, position: 5 },
          { frameIndex: 2, position: 10 },
          { frameIndex: 0, position: 0 },
        ],
      },
    ]);
  });

  it('come by the first dimension, then the second', () => {
    const dimensions = [
      [2, 1],
      [1, 10],
      [1, 9],
    ];
    expect(outlineOf(dimensions.map((values) => ({ dimensions: values })))).toEqual({ '': [2, 1, 0] });
  });

  it('come by In-Stack Position Number, by position or by number where there is no more', () => {
    const inStack = [3, 1, 2].map((position) => ({ z: position, stack: '1', inStack: position }));
    expect(orderOf(inStack)).toMatchObject([{ rule: 'stack-position' }]);
    expect(outlineOf(inStack)).toEqual({ '': [1, 2, 0] });
    const placed = [30, 10, 20].map((z) => ({ z }));
    expect(orderOf(placed)).toMatchObject([{ rule: 'geometry' }]);
    expect(outlineOf(placed)).toEqual({ '': [1, 2, 0] });
    expect(orderOf([{}, {}])).toMatchObject([
      { rule: 'frame', frames: [{ frameIndex: 0 }, { frameIndex: 1 }] },
    ]);
    // All at one position.
    expect(orderOf([{ z: 1 }, { z: 1 }])).toMatchObject([{ rule: 'frame' }]);
  });

  it.each<[string, readonly [GivenFrame, GivenFrame], readonly [string, string]]>([
    ['echo time', [{ echoTime: 30 }, { echoTime: 5.25 }], ['TE 5.25 ms', 'TE 30 ms']],
    ['b-value', [{ bValue: 1000 }, { bValue: 0 }], ['b 0', 'b 1000']],
    ['cardiac phase', [{ triggerDelay: 35 }, { triggerDelay: 0 }], ['Phase 1', 'Phase 2']],
    ['temporal position', [{ temporal: 2 }, { temporal: 1 }], ['Time point 1', 'Time point 2']],
    ['segment', [{ segment: 2 }, { segment: 1 }], ['Segment 1', 'Segment 2']],
    ['time', [{ time: '20240305093002' }, { time: '20240305093001' }], ['Time point 1', 'Time point 2']],
  ])('are split by %s', (_, [second, first], [firstName, secondName]) => {
    const frames = [0, 5].flatMap((z) => [
      { z, ...second },
      { z, ...first },
    ]);
    expect(outlineOf(frames)).toEqual({ [firstName]: [1, 3], [secondName]: [0, 2] });
  });

  it('are split by Stack ID, though they are at different positions', () => {
    const frames = [
      { z: 50, stack: 'B', inStack: 1 },
      { z: 0, stack: 'A', inStack: 2 },
      { z: 5, stack: 'A', inStack: 1 },
    ];
    expect(outlineOf(frames)).toEqual({ 'Stack B': [0], 'Stack A': [2, 1] });
  });

  it('have no order of their own without groups for each of them', () => {
    expect(orderOf([{ z: 1 }, { z: 2 }], 3)).toEqual([]);
    expect(readFrameOrder(parsedDataSet([[0x00280008, 'IS', '20']]))).toEqual([]);
  });
});

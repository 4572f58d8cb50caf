import { describe, expect, it } from 'vitest';
import { toArchiveId, toFileId } from '../base/ids';
import type { InstanceSummary } from '../dicom/summary';
import { axialPlane, buildSummary } from '../fixtures/summaries';
import { imagePlaneOf } from './image-plane';
import { sortInstances, type Sortable } from './sort-instances';

const ARCHIVE = toArchiveId(0);

/** Items named by their paths, in this order in the archive. */
function sortPaths(given: readonly (readonly [path: string, attributes: Partial<InstanceSummary>])[]): {
  rule: string;
  paths: readonly string[];
  positions: readonly number[];
} {
  const items: Sortable[] = given.map(([, attributes], index) => {
    const summary = buildSummary(attributes);
    const file = toFileId(ARCHIVE, index);
    return { file, instanceNumber: summary.instanceNumber, plane: imagePlaneOf(summary) };
  });
  const pathOf = (file: number): string => given[file]?.[0] ?? '';
  const sorted = sortInstances(items, pathOf);
  const backwards = sortInstances(items.toReversed(), pathOf);
  expect(backwards).toEqual(sorted);
  return {
    rule: sorted.rule,
    paths: sorted.items.map(({ item }) => pathOf(item.file)),
    positions: sorted.items.map(({ position }) => position),
  };
}

describe('sortInstances', () => {
  it('sorts by the position along the slice normal, whatever the Instance Numbers', () => {
    const sorted = sortPaths([
      ['a', { ...axialPlane(10), instanceNumber: 1 }],
      ['b', { ...axialPlane(-5), instanceNumber: 2 }],
      ['c', { ...axialPlane(2.5), instanceNumber: 3 }],
    ]);
    expect(sorted).toEqual({ rule: 'geometry', paths: ['b', 'c', 'a'], positions: [-5, 2.5, 10] });
  });

  it('measures along an oblique normal', () => {
    // Rows along x, columns tilted by 30 degrees about x: the normal is (0, -1/2, sqrt(3)/2).
    const tilt = { columnY: Math.sqrt(3) / 2, columnZ: 0.5 };
    const { rule, positions } = sortPaths([
      ['a', { ...axialPlane(0), ...tilt, positionY: -4 }],
      ['b', { ...axialPlane(0), ...tilt, positionY: 6 }],
    ]);
    expect(rule).toBe('geometry');
    expect(positions[0]).toBeCloseTo(-3, 10);
    expect(positions[1]).toBeCloseTo(2, 10);
  });

  it('breaks ties of position by Instance Number, then by path', () => {
    const sorted = sortPaths([
      ['IM10', { ...axialPlane(5.0000001), instanceNumber: 2 }],
      ['IM9', { ...axialPlane(5), instanceNumber: 2 }],
      ['IM1', { ...axialPlane(5), instanceNumber: 7 }],
      ['IM2', { ...axialPlane(5) }],
      ['IM3', { ...axialPlane(0), instanceNumber: 99 }],
    ]);
    expect(sorted.paths).toEqual(['IM3', 'IM9', 'IM10', 'IM1', 'IM2']);
  });

  it('accepts cosines that differ in the fourth decimal, not in the third', () => {
    const tilted = (cosine: number): [string, Partial<InstanceSummary>][] => [
      ['a', { ...axialPlane(2), instanceNumber: 1 }],
      ['b', { ...axialPlane(1), rowY: cosine, instanceNumber: 2 }],
    ];
    expect(sortPaths(tilted(0.0009)).rule).toBe('geometry');
    expect(sortPaths(tilted(0.002)).rule).toBe('instance-number');
  });

  it('goes by Instance Number where a localizer has several orientations', () => {
    const coronal = { columnY: 0, columnZ: -1 };
    const sorted = sortPaths([
      ['a', { ...axialPlane(1), instanceNumber: 3 }],
      ['b', { ...axialPlane(2), ...coronal, instanceNumber: 2 }],
      ['c', { ...axialPlane(3), instanceNumber: 10 }],
    ]);
    expect(sorted).toEqual({ rule: 'instance-number', paths: ['b', 'a', 'c'], positions: [NaN, NaN, NaN] });
  });

  it('goes by Instance Number where one instance has no plane, or cosines of zero', () => {
    const last: [string, Partial<InstanceSummary>] = ['b', { ...axialPlane(1), instanceNumber: 1 }];
    expect(sortPaths([['a', { instanceNumber: 2 }], last])).toMatchObject({
      rule: 'instance-number',
      paths: ['b', 'a'],
    });
    const noCosines = { rowX: 0, columnY: 0 };
    expect(sortPaths([['a', { ...axialPlane(0), ...noCosines, instanceNumber: 2 }], last]).rule).toBe(
      'instance-number',
    );
  });

  it('goes by path, as people read it, where an Instance Number is missing', () => {
    const sorted = sortPaths([
      ['SE1/IM10', { instanceNumber: 1 }],
      ['SE1/IM9', {}],
      ['SE1/IM1', { instanceNumber: 3 }],
    ]);
    expect(sorted).toMatchObject({ rule: 'path', paths: ['SE1/IM1', 'SE1/IM9', 'SE1/IM10'] });
  });
});

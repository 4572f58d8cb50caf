import { compareNumbers } from '../base/natural-sort';
import type { DataSet } from '../dicom/data-set';
import { readFrameFacts, type FrameFacts } from './frame-facts';
import { isParallel, normalOf, placeOf, positionAlong } from './image-plane';
import { splitParts } from './split-parts';

/** How the frames of an object are ordered; the first of these that its frames allow. */
export type FrameRule = 'dimension-index' | 'stack-position' | 'geometry' | 'frame';

/** A frame in the order in which it is shown. */
export interface FramePlace {
  readonly frameIndex: number;
  /** Distance along the slice normal of the part in mm; NaN without geometry. */
  readonly position: number;
  /** When it was acquired: seconds since 1970, for comparison only; NaN where it does not say. */
  readonly timeSeconds: number;
}

/** Frames of one object that are a stack. */
export interface FramePart {
  /** What tells it apart from the other parts, unique among them: `b 1000`; '' of an object that is one stack. */
  readonly name: string;
  readonly rule: FrameRule;
  readonly frames: readonly FramePlace[];
}

/**
 * The stacks that the frames of an enhanced multi-frame object are (PS3.3 C.7.6.16), split as the instances of a series
 * are; nothing where its frames have no functional groups of their own: they are one stack as they stand in the file.
 */
export function readFrameOrder(dataSet: DataSet): readonly FramePart[] {
  return splitParts(readFrameFacts(dataSet), (frame) => frame)
    .filter(({ items }) => items.length > 0)
    .map(({ name, items }) => sortFrames(name, items));
}

function sortFrames(name: string, frames: readonly FrameFacts[]): FramePart {
  const positions = positionsOf(frames);
  const rule = ruleOf(frames, positions);
  const compare = COMPARISONS[rule];
  const placed = frames.map((frame, index) => ({ frame, position: positions[index] ?? NaN }));
  placed.sort((a, b) => compare(a, b) || a.frame.frameIndex - b.frame.frameIndex);
  return {
    name,
    rule,
    frames: placed.map(({ frame: { frameIndex, timeSeconds }, position }) => ({
      frameIndex,
      position,
      timeSeconds,
    })),
  };
}

interface PlacedFrame {
  readonly frame: FrameFacts;
  readonly position: number;
}

const COMPARISONS: Readonly<Record<FrameRule, (a: PlacedFrame, b: PlacedFrame) => number>> = {
  'dimension-index': (a, b) => compareLists(a.frame.dimensionIndexValues, b.frame.dimensionIndexValues),
  'stack-position': (a, b) => a.frame.inStackPosition - b.frame.inStackPosition,
  geometry: (a, b) => placeOf(a.position) - placeOf(b.position),
  frame: () => 0,
};

function ruleOf(frames: readonly FrameFacts[], positions: readonly number[]): FrameRule {
  const dimensions = frames[0]?.dimensionIndexValues.length ?? 0;
  const isIndexed = frames.every(({ dimensionIndexValues }) => dimensionIndexValues.length === dimensions);
  if (
    dimensions > 0 &&
    isIndexed &&
    isEachDifferent(frames.map((frame) => frame.dimensionIndexValues.join()))
  ) {
    return 'dimension-index';
  }
  const inStack = frames.map(({ inStackPosition }) => inStackPosition);
  if (inStack.every(Number.isFinite) && isEachDifferent(inStack)) return 'stack-position';
  return positions.length > 0 && isEachDifferent(positions.map(placeOf)) ? 'geometry' : 'frame';
}

function isEachDifferent(values: readonly (number | string)[]): boolean {
  return new Set(values).size === values.length;
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return compareNumbers(a[at] ?? 0, b[at] ?? 0);
}

/** Along the common slice normal, in mm; none where the planes are not parallel. */
function positionsOf(frames: readonly FrameFacts[]): readonly number[] {
  const reference = frames[0]?.plane ?? null;
  if (reference === null) return [];
  const normal = normalOf(reference);
  const positions: number[] = [];
  for (const { plane } of frames) {
    if (plane === null || !isParallel(plane, reference)) return [];
    positions.push(positionAlong(plane, normal));
  }
  return positions;
}

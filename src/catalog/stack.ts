import type { FileId } from '../base/ids';
import { compareNumbers } from '../base/natural-sort';
import type { Instance, Series, SortRule } from './catalog-types';
import type { FramePart, FramePlace, FrameRule } from './frame-order';

export const STACK_ORDERS = ['sorted', 'reversed', 'time', 'instance-number', 'file'] as const;

/** In what order the images of a part are shown: by its own rule, that backwards, or by what the reader chooses. */
export type StackOrder = (typeof STACK_ORDERS)[number];

/** Images of one instance that follow each other. */
export interface StackRun {
  readonly instance: Instance;
  /** Null: all of the instance's frames, as they stand in the file. */
  readonly frames: readonly FramePlace[] | null;
}

/** Images of a series that are one stack, frames told apart too. */
export interface StackPart {
  /** Unique in the series; '' of a series that is one stack. */
  readonly name: string;
  readonly rule: SortRule | FrameRule;
  /** In the order of `rule`. */
  readonly runs: readonly StackRun[];
}

/** The images of a part in the order in which they are shown. */
export interface Stack extends StackPart {
  readonly order: StackOrder;
  /** The number of images up to and including each run, so that an index finds its run. */
  readonly ends: readonly number[];
  /** Whether the last image of the runs is the first to be shown. */
  readonly isReversed: boolean;
}

/** The stacks of a series; of an instance that is a part of its own, those of its frames, where they are known. */
export function stackParts(
  series: Series,
  frameOrders: ReadonlyMap<FileId, readonly FramePart[]>,
): readonly StackPart[] {
  return series.parts.flatMap(({ name, sortRule, instances }): readonly StackPart[] => {
    const [only] = instances;
    const frameParts = instances.length === 1 && only ? (frameOrders.get(only.file) ?? []) : [];
    if (only === undefined || frameParts.length === 0) {
      return [{ name, rule: ruleOf(instances, sortRule), runs: instances.map(allFrames) }];
    }
    return frameParts.map((part) => ({
      name: [name, part.name].filter((each) => each !== '').join(' · '),
      rule: part.rule,
      runs: [{ instance: only, frames: part.frames }],
    }));
  });
}

/** All images of a series as one stack, whatever its parts. */
export function wholeSeries({ instances, sortRule }: Series): StackPart {
  return { name: '', rule: ruleOf(instances, sortRule), runs: instances.map(allFrames) };
}

/** Of one instance alone it is the order of its frames that is seen. */
function ruleOf(instances: readonly Instance[], sortRule: SortRule): StackPart['rule'] {
  return instances.length === 1 ? 'frame' : sortRule;
}

function allFrames(instance: Instance): StackRun {
  return { instance, frames: null };
}

/** An instance without pixels still has a place in its series: the viewport says what it is. */
export function imagesOfRun({ instance, frames }: StackRun): number {
  if (frames !== null) return frames.length;
  return instance.hasPixels ? instance.frames : 1;
}

export function countImages({ runs }: StackPart): number {
  return runs.reduce((total, run) => total + imagesOfRun(run), 0);
}

/** Puts the images of a part in an order; equal ones stay as the part has them. */
export function orderStack(part: StackPart, order: StackOrder): Stack {
  const runs = orderRuns(part.runs, order);
  let total = 0;
  const ends = runs.map((run) => (total += imagesOfRun(run)));
  return { ...part, runs, ends, order, isReversed: order === 'reversed' };
}

function orderRuns(runs: readonly StackRun[], order: StackOrder): readonly StackRun[] {
  switch (order) {
    case 'sorted':
    case 'reversed':
      return runs;
    case 'time':
      return runs
        .toSorted((a, b) => compareNumbers(a.instance.timeSeconds, b.instance.timeSeconds))
        .map(({ instance, frames }) => ({
          instance,
          frames: frames?.toSorted((a, b) => compareNumbers(a.timeSeconds, b.timeSeconds)) ?? null,
        }));
    case 'instance-number':
      return runs.toSorted((a, b) => compareNumbers(a.instance.instanceNumber, b.instance.instanceNumber));
    case 'file':
      return runs
        .toSorted((a, b) => a.instance.file - b.instance.file)
        .map(({ instance, frames }) => ({
          instance,
          frames: frames?.toSorted((a, b) => a.frameIndex - b.frameIndex) ?? null,
        }));
  }
}

/** The orders that make a difference to a part, as far as that is seen without trying. */
export function ordersOf(part: StackPart): readonly StackOrder[] {
  if (countImages(part) < 2) return ['sorted'];
  return STACK_ORDERS.filter((order) => {
    if (order === 'time') return new Set(timesOf(part)).size > 1;
    if (order === 'instance-number') return part.rule !== 'instance-number' && part.runs.length > 1;
    return order !== 'file' || part.rule !== 'frame';
  });
}

function timesOf({ runs }: StackPart): readonly number[] {
  return runs.flatMap(({ instance, frames }) =>
    frames === null ? instance.timeSeconds : frames.map(({ timeSeconds }) => timeSeconds),
  );
}

/** mm along the slice normal of every image of a stack; none where it is not known of all. */
export function slicePositionsOf({ runs, isReversed }: Stack): readonly number[] {
  const positions: number[] = [];
  for (const run of runs) {
    if (run.frames !== null) for (const { position } of run.frames) positions.push(position);
    else if (imagesOfRun(run) === 1) positions.push(run.instance.position);
    else return [];
  }
  return isReversed ? positions.reverse() : positions;
}

import { isTimeVr, scalarReader } from './scalar-value';

/** Numbers that go on in equal steps over the instances, or dates or times that only rise or fall. */
export interface Run {
  readonly from: string;
  readonly to: string;
  /** Of each single value, 0 where it stays: days for DA, seconds for TM and DT. Null: rising or falling unequally. */
  readonly steps: readonly number[] | null;
}

/** The value of an instance, and the instance's place; those without a value are left out. */
export interface PlacedText {
  readonly at: number;
  readonly text: string;
}

/** Two steps at least: any two different numbers are one apart. */
const MIN_STEPS = 2;
/** More single values are a table, not a number. */
const MAX_SINGLE_VALUES = 16;

/**
 * Whether the values of an attribute run, in the order of the instances. A value may stay for some instances before it
 * goes on, and where instances do not have it, it may go on there.
 */
export function findRun(placed: readonly PlacedText[], vr: string): Run | null {
  const series = readSeries(placed, vr);
  const from = placed[0]?.text;
  const to = placed.at(-1)?.text;
  if (series === null || from === undefined || to === undefined) return null;
  const steps = series.map(equalStep);
  if (steps.every((step) => step !== null))
    return steps.some((step) => step !== 0) ? { from, to, steps } : null;
  const [times] = series;
  return isTimeVr(vr) && series.length === 1 && times && isMonotone(times.points)
    ? { from, to, steps: null }
    : null;
}

/** One single value of a multi-valued attribute, over the instances. */
interface SingleSeries {
  readonly points: readonly { readonly at: number; readonly value: number }[];
  /** Digits after the point, as written. */
  readonly decimals: number;
}

/** Null where there is anything but numbers, or not the same number of them everywhere. */
function readSeries(placed: readonly PlacedText[], vr: string): readonly SingleSeries[] | null {
  const read = scalarReader(vr);
  const singles = placed[0]?.text.split('\\').length ?? 0;
  if (read === null || singles > MAX_SINGLE_VALUES) return null;
  const series = Array.from({ length: singles }, () => ({
    points: [] as { at: number; value: number }[],
    decimals: 0,
  }));
  for (const { at, text } of placed) {
    const texts = text.split('\\');
    if (texts.length !== singles) return null;
    for (const [index, single] of series.entries()) {
      const value = read(texts[index] ?? '');
      if (Number.isNaN(value)) return null;
      single.points.push({ at, value });
      single.decimals = Math.max(single.decimals, decimalsOf(texts[index] ?? ''));
    }
  }
  return series;
}

function decimalsOf(text: string): number {
  return /^[^.eE]*\.(\d+)\s*$/.exec(text)?.[1]?.length ?? 0;
}

/** 0: always the same. Null: no equal steps, or fewer than make a run. */
function equalStep({ points, decimals }: SingleSeries): number | null {
  const first = firstStep(points);
  if (first === 0) return 0;
  const tolerance = toleranceOf(first, decimals);
  let steps = 0;
  for (const { change, gap } of changesOf(points)) {
    if (Math.abs(change) <= tolerance) continue;
    if (Math.abs(change - first) <= tolerance) steps += 1;
    else if (Math.abs(change - first * gap) <= tolerance) steps += gap;
    else return null;
  }
  const last = points.at(-1);
  const [start] = points;
  if (steps < MIN_STEPS || last === undefined || start === undefined) return null;
  return (last.value - start.value) / steps;
}

/** Between neighbours; where there are none that differ, what it is over the first gap. */
function firstStep(points: SingleSeries['points']): number {
  let overGap = 0;
  for (const { change, gap } of changesOf(points)) {
    if (change !== 0 && gap === 1) return change;
    if (overGap === 0) overGap = change / gap;
  }
  return overGap;
}

/** A hundredth of the step, or what rounding to so many decimals does to a difference; less than half a step. */
function toleranceOf(step: number, decimals: number): number {
  const rounding = decimals === 0 ? 0 : 1.01 * 10 ** -decimals;
  return Math.min(Math.max(Math.abs(step) / 100, rounding), Math.abs(step) * 0.4);
}

function isMonotone(points: SingleSeries['points']): boolean {
  const changes = Array.from(changesOf(points), ({ change }) => change).filter((change) => change !== 0);
  const isOneWay = changes.every((change) => change > 0) || changes.every((change) => change < 0);
  return isOneWay && changes.length >= MIN_STEPS;
}

/** From one value to the next; `gap`: how many instances on. */
function* changesOf(
  points: SingleSeries['points'],
): Generator<{ readonly change: number; readonly gap: number }> {
  for (let index = 1; index < points.length; index++) {
    const before = points[index - 1];
    const here = points[index];
    if (before && here) yield { change: here.value - before.value, gap: here.at - before.at };
  }
}

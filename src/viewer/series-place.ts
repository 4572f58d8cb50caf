import type { ImageFacts } from './image-facts';
import { cross, negate } from '../base/vector';
import { directionLetters } from './orientation';

/** Where an image is in its series. */
export interface SeriesPlace {
  /** From 0. */
  readonly index: number;
  readonly count: number;
  /** Of all images in the order of the series: mm along the slice normal (row x column); NaN where unknown. */
  readonly slicePositionsMm: readonly number[];
}

/** `66/84`; in a volume of more than two slices `12/150 S (S -> I)`: the slices run from head to foot. */
export function formatSeriesPlace(place: SeriesPlace, plane: ImageFacts['plane']): string {
  const numbers = `${place.index + 1}/${place.count}`;
  const run = sliceRun(place, plane);
  if (run === null) return numbers;
  const nearest = nearestEnd(place, run);
  return [numbers, nearest, `(${run.start} -> ${run.end})`].filter((part) => part !== '').join(' ');
}

interface SliceRun {
  readonly start: string;
  readonly end: string;
}

/** The main direction of the slice normal, in the sense of the series; null where the images are no volume. */
function sliceRun({ slicePositionsMm, count }: SeriesPlace, plane: ImageFacts['plane']): SliceRun | null {
  if (plane === null || count <= 2 || slicePositionsMm.length !== count) return null;
  const step = Math.sign((slicePositionsMm.at(-1) ?? NaN) - (slicePositionsMm[0] ?? NaN));
  if (step !== 1 && step !== -1) return null;
  if (!isMonotonic(slicePositionsMm, step)) return null;
  const normal = cross(plane.row, plane.column);
  const end = directionLetters(step === 1 ? normal : negate(normal)).charAt(0);
  const start = directionLetters(step === 1 ? negate(normal) : normal).charAt(0);
  return end === '' ? null : { start, end };
}

/** Equal neighbours are allowed: times or echoes at one place. NaN is not. */
function isMonotonic(positionsMm: readonly number[], step: 1 | -1): boolean {
  return positionsMm.every((position, index) => {
    const before = positionsMm[index - 1];
    return before === undefined || (position - before) * step >= 0;
  });
}

/** The start of the run below 40 % of the way, its end above 60 %, none between. */
function nearestEnd({ index, count }: SeriesPlace, { start, end }: SliceRun): string {
  const way = index / (count - 1);
  if (way < 0.4) return start;
  return way > 0.6 ? end : '';
}

import { applyMatrix, type Matrix, type Point } from '../camera';
import { distance, handlesOf, outlineOf, type Measurement } from './measurement';

/** What is under a pointer: a handle of a measurement, or with null its line. */
export interface Hit {
  readonly measurement: Measurement;
  readonly handle: number | null;
}

/**
 * What a pointer takes hold of at `point` (CSS pixels), up to `tolerancePx` from it: handles before lines, the
 * selected measurement before the others, later ones before earlier ones. `toView` maps image coordinates to CSS pixels.
 */
export function hitTest(
  measurements: readonly Measurement[],
  selected: number | null,
  {
    point,
    toView,
    tolerancePx,
  }: { readonly point: Point; readonly toView: Matrix; readonly tolerancePx: number },
): Hit | null {
  const later = measurements.toReversed();
  const inOrder = [
    ...later.filter(({ id }) => id === selected),
    ...later.filter(({ id }) => id !== selected),
  ];
  const inView = (points: readonly Point[]): readonly Point[] =>
    points.map((each) => applyMatrix(toView, each));
  for (const measurement of inOrder) {
    const away = inView(handlesOf(measurement)).map((handle) => distance(handle, point));
    const nearest = Math.min(...away);
    if (nearest <= tolerancePx) return { measurement, handle: away.indexOf(nearest) };
  }
  const crossed = inOrder.find((each) => distanceToLine(inView(outlineOf(each)), point) <= tolerancePx);
  return crossed === undefined ? null : { measurement: crossed, handle: null };
}

/** From a line through points; infinite where there is none. */
function distanceToLine(line: readonly Point[], point: Point): number {
  return line.reduce((least, end, index) => {
    const start = line[index - 1];
    return start === undefined ? least : Math.min(least, distanceToSegment(start, end, point));
  }, Infinity);
}

function distanceToSegment(start: Point, end: Point, point: Point): number {
  const dx = end.x - start.x;
  const dy = end.y - start.y;
  const along = ((point.x - start.x) * dx + (point.y - start.y) * dy) / (dx * dx + dy * dy || 1);
  const share = Math.min(1, Math.max(0, along));
  return distance({ x: start.x + share * dx, y: start.y + share * dy }, point);
}

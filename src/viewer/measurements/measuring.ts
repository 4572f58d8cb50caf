import { applyMatrix, invertMatrix, type Matrix, type Point } from '../camera';
import { hitTest } from './hit-test';
import {
  distance,
  isBoxed,
  isShorterThan,
  moved,
  POINT_COUNTS,
  type Measurement,
  type MeasurementKind,
} from './measurement';

/** A measurement that a hand makes or moves. */
export interface Measuring {
  /** As it was when what follows the pointer was taken hold of. */
  readonly base: Measurement;
  /** As it is now. */
  readonly measurement: Measurement;
  readonly isNew: boolean;
  /** What follows the pointer; null: all of it. */
  readonly handle: number | null;
  /** Where it was taken hold of, in image coordinates. */
  readonly from: Point;
  /** A button or finger that is down, where it went down (CSS pixels); null between two clicks. */
  readonly press: { readonly at: Point; readonly isFirst: boolean } | null;
}

/** Where a hand measures. */
export interface MeasureContext {
  /** What a new measurement is. */
  readonly kind: MeasurementKind;
  readonly columns: number;
  readonly rows: number;
  /** From image coordinates to CSS pixels of the view. */
  readonly toView: Matrix;
  readonly measurements: readonly Measurement[];
  readonly selected: number | null;
  readonly measuring: Measuring | null;
  readonly nextId: number;
}

/** `measuring` is what is under the hand from now on; `measured` is done, and to be kept. */
export type MeasureAction =
  | { readonly type: 'measuring'; readonly measuring: Measuring | null }
  | { readonly type: 'measured'; readonly measurement: Measurement };

const MOUSE_TOLERANCE_PX = 8;
const TOUCH_TOLERANCE_PX = 20;

/** A press that moved less is a click: the next point follows the pointer without a button. */
const CLICK_PX = 4;

/** A side that is shorter on the screen was not meant. */
const LEAST_SIDE_PX = 3;

const NOTHING: MeasureAction = { type: 'measuring', measuring: null };

/** The pointer goes down at `point` (CSS pixels): on the next point, on a measurement that is there, or on a new one. */
export function pressMeasure(point: Point, isTouch: boolean, context: MeasureContext): MeasureAction {
  const { measuring, measurements, selected, toView } = context;
  if (measuring !== null) {
    return {
      type: 'measuring',
      measuring: { ...followed(measuring, point, context), press: { at: point, isFirst: false } },
    };
  }
  const tolerancePx = isTouch ? TOUCH_TOLERANCE_PX : MOUSE_TOLERANCE_PX;
  const hit = hitTest(measurements, selected, { point, toView, tolerancePx });
  const press = { at: point, isFirst: true };
  if (hit === null)
    return { type: 'measuring', measuring: { ...begun(toImage(point, context), context), press } };
  const { measurement, handle } = hit;
  const from = applyMatrix(invertMatrix(toView), point);
  return {
    type: 'measuring',
    measuring: { base: measurement, measurement, isNew: false, handle, from, press },
  };
}

/** The pointer moves, with or without a button. */
export function moveMeasure(point: Point, measuring: Measuring, context: MeasureContext): MeasureAction {
  return { type: 'measuring', measuring: followed(measuring, point, context) };
}

/** The pointer is let go of. */
export function releaseMeasure(point: Point, measuring: Measuring, context: MeasureContext): MeasureAction {
  const { press, isNew, measurement, base } = followed(measuring, point, context);
  if (press === null) return { type: 'measuring', measuring };
  if (!isNew) return isSamePlace(base, measurement) ? NOTHING : { type: 'measured', measurement };
  const isClick = press.isFirst && distance(press.at, point) < CLICK_PX;
  const isPlaced = !isClick || measurement.kind === 'point';
  if (!isPlaced) return { type: 'measuring', measuring: { ...measuring, press: null } };
  if (isShorterThan(measurement, context.toView, LEAST_SIDE_PX)) return NOTHING;
  if (measurement.points.length === POINT_COUNTS[measurement.kind]) return { type: 'measured', measurement };
  return { type: 'measuring', measuring: extended(measurement, measuring) };
}

/** What a second finger leaves: it was no measurement that the first one began; points that are placed stay. */
export function interruptedMeasure({ measuring }: MeasureContext): MeasureAction {
  const isKept = measuring !== null && measuring.isNew && measuring.press?.isFirst !== true;
  return { type: 'measuring', measuring: isKept ? { ...measuring, press: null } : null };
}

/** The measurements of an image with the one under the hand as it is now. */
export function withMeasuring(
  measurements: readonly Measurement[],
  measuring: Measuring | null,
): readonly Measurement[] {
  if (measuring === null) return measurements;
  const { measurement } = measuring;
  const isKnown = measurements.some(({ id }) => id === measurement.id);
  if (!isKnown) return [...measurements, measurement];
  return measurements.map((each) => (each.id === measurement.id ? measurement : each));
}

function begun(at: Point, { kind, nextId }: MeasureContext): Omit<Measuring, 'press'> {
  const points = kind === 'point' ? [at] : [at, at];
  const measurement = { id: nextId, kind, points };
  // The third handle of a box is its second point.
  const handle = isBoxed(kind) ? 2 : points.length - 1;
  return { base: measurement, measurement, isNew: true, handle, from: at };
}

/** With one more point, which follows the pointer from the last one on. */
function extended({ points, ...rest }: Measurement, measuring: Measuring): Measuring {
  const last = points.slice(-1);
  const measurement = { ...rest, points: [...points, ...last] };
  const from = last[0] ?? measuring.from;
  return { ...measuring, base: measurement, measurement, handle: points.length, from, press: null };
}

function followed(measuring: Measuring, point: Point, context: MeasureContext): Measuring {
  const { base, handle, from } = measuring;
  const to = applyMatrix(invertMatrix(context.toView), point);
  const by = { x: to.x - from.x, y: to.y - from.y };
  const measurement = moved(base, handle, withinImage(moved(base, handle, by), by, context));
  return { ...measuring, measurement };
}

/** The part of a move that leaves all points in the image. */
function withinImage({ points }: Measurement, by: Point, { columns, rows }: MeasureContext): Point {
  const back = (values: readonly number[], most: number): number =>
    Math.max(0, -Math.min(...values)) - Math.max(0, Math.max(...values) - most);
  return {
    x:
      by.x +
      back(
        points.map(({ x }) => x),
        columns,
      ),
    y:
      by.y +
      back(
        points.map(({ y }) => y),
        rows,
      ),
  };
}

/** The nearest place in the image. */
function toImage(point: Point, { toView, columns, rows }: MeasureContext): Point {
  const { x, y } = applyMatrix(invertMatrix(toView), point);
  return { x: Math.min(columns, Math.max(0, x)), y: Math.min(rows, Math.max(0, y)) };
}

function isSamePlace(one: Measurement, other: Measurement): boolean {
  return one.points.every((point, index) => {
    const there = other.points[index];
    return point.x === there?.x && point.y === there.y;
  });
}

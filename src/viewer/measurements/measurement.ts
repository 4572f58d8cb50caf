import type { Matrix, Point } from '../camera';
import { applyMatrix } from '../camera';

export type MeasurementKind = 'length' | 'angle' | 'oval' | 'rectangle' | 'point';

/** Of one image, in its coordinates: pixel 0, 0 covers 0 to 1. */
export interface Measurement {
  /** No two of a session are the same. */
  readonly id: number;
  readonly kind: MeasurementKind;
  /**
   * Of a length its ends; of an angle the second is the vertex; of an oval and a rectangle two opposite corners of
   * the box; of a point itself. Fewer while it is being made.
   */
  readonly points: readonly Point[];
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** How many points a measurement has when it is made. */
export const POINT_COUNTS: Readonly<Record<MeasurementKind, number>> = {
  length: 2,
  angle: 3,
  oval: 2,
  rectangle: 2,
  point: 1,
};

/** So many straight pieces look round at any size of a screen. */
const OVAL_PIECES = 120;

export function isMeasurementKind(name: string): name is MeasurementKind {
  return Object.hasOwn(POINT_COUNTS, name);
}

/** Whether its two points are corners of a box, along the image's rows and columns. */
export function isBoxed(kind: MeasurementKind): boolean {
  return kind === 'oval' || kind === 'rectangle';
}

/** Of an oval or a rectangle; empty of any other. */
export function boxOf({ kind, points }: Measurement): Box {
  const [one, other] = points;
  if (!isBoxed(kind) || one === undefined || other === undefined) {
    return { left: 0, top: 0, width: 0, height: 0 };
  }
  return {
    left: Math.min(one.x, other.x),
    top: Math.min(one.y, other.y),
    width: Math.abs(other.x - one.x),
    height: Math.abs(other.y - one.y),
  };
}

/** What can be taken hold of: its points; of a box all four corners, its points the first and the third. */
export function handlesOf({ kind, points }: Measurement): readonly Point[] {
  const [one, other] = points;
  if (!isBoxed(kind) || one === undefined || other === undefined) return points;
  return [one, { x: other.x, y: one.y }, other, { x: one.x, y: other.y }];
}

/** The lines that it is drawn with, each through its points; a point has none. */
export function outlineOf(measurement: Measurement): readonly Point[] {
  switch (measurement.kind) {
    case 'point':
      return [];
    case 'oval':
      return ovalOutline(boxOf(measurement));
    case 'rectangle': {
      const corners = handlesOf(measurement);
      return [...corners, ...corners.slice(0, 1)];
    }
    case 'length':
    case 'angle':
      return measurement.points;
  }
}

function ovalOutline({ left, top, width, height }: Box): readonly Point[] {
  return Array.from({ length: OVAL_PIECES + 1 }, (_, piece) => {
    const angle = (2 * Math.PI * piece) / OVAL_PIECES;
    return {
      x: left + (width / 2) * (1 + Math.cos(angle)),
      y: top + (height / 2) * (1 + Math.sin(angle)),
    };
  });
}

/** With one of its handles `by` further; `handle` null: all of it. */
export function moved(measurement: Measurement, handle: number | null, by: Point): Measurement {
  const points = measurement.points.map(({ x, y }, index) => ({
    x: movesAlong('x', measurement, handle, index) ? x + by.x : x,
    y: movesAlong('y', measurement, handle, index) ? y + by.y : y,
  }));
  return { ...measurement, points };
}

/** A corner of a box that is none of its points has x of the one and y of the other. */
function movesAlong(
  axis: 'x' | 'y',
  { kind }: Measurement,
  handle: number | null,
  pointIndex: number,
): boolean {
  if (handle === null) return true;
  if (!isBoxed(kind)) return handle === pointIndex;
  const ofSecond = axis === 'x' ? handle === 1 || handle === 2 : handle === 2 || handle === 3;
  return ofSecond === (pointIndex === 1);
}

/** Whether a side of it is shorter than `lengthPx` on the screen: there is nothing to see, or to measure. */
export function isShorterThan(measurement: Measurement, toView: Matrix, lengthPx: number): boolean {
  const corners = handlesOf(measurement).map((point) => applyMatrix(toView, point));
  return corners.some((corner, index) => {
    const before = corners[index - 1];
    return before !== undefined && distance(before, corner) < lengthPx;
  });
}

export function distance(one: Point, other: Point): number {
  return Math.hypot(other.x - one.x, other.y - one.y);
}

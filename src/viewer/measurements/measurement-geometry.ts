import type { Point } from '../camera';
import type { Box } from './measurement';
import type { Spacing } from './measurement-spacing';

/** What a step of one column and of one row is long. */
export interface Step {
  readonly column: number;
  readonly row: number;
}

/** In pixels: where a file does not say how long they are. */
export const PIXEL_STEP: Step = { column: 1, row: 1 };

/** In mm. */
export function stepOf({ columnMm, rowMm }: Spacing): Step {
  return { column: columnMm, row: rowMm };
}

/** In the unit of the step. */
export function computeLength(from: Point, to: Point, step: Step): number {
  return Math.hypot((to.x - from.x) * step.column, (to.y - from.y) * step.row);
}

/** Between the legs to `one` and to `other`, in degrees, 0 to 180; only the ratio of the steps counts. */
export function computeAngle({ one, vertex, other }: Record<'one' | 'vertex' | 'other', Point>, step: Step) {
  const leg = (end: Point): Point => ({
    x: (end.x - vertex.x) * step.column,
    y: (end.y - vertex.y) * step.row,
  });
  const a = leg(one);
  const b = leg(other);
  return (Math.atan2(Math.abs(a.x * b.y - a.y * b.x), a.x * b.x + a.y * b.y) * 180) / Math.PI;
}

/** In the unit of the step, and its square. */
export function computeSize(kind: 'oval' | 'rectangle', box: Box, step: Step) {
  const width = box.width * step.column;
  const height = box.height * step.row;
  const area = kind === 'oval' ? (Math.PI / 4) * width * height : width * height;
  return { width, height, area };
}

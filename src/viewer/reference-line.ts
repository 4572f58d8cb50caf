import { along, cross, dot, minus, norm, unit, type Vector } from '../base/vector';
import { isSameFrameOfReference } from './linked-slices';
import { strokeOnEdge } from './edged-stroke';
import type { ImageFacts } from './image-facts';
import { applyMatrix, type Matrix, type Point } from './camera';
import type { RulerContext, Segment } from './rulers';

type Placed = Pick<ImageFacts, 'plane' | 'frameOfReferenceUid' | 'spacing' | 'rows' | 'columns'>;

const YELLOW = '#ffd54a';

/** Planes whose normals enclose less than this (sine; 3 degrees) have no line worth drawing. */
const LEAST_SINE = 0.05;

/**
 * Where the image `from` cuts the image `to`, in the image coordinates of `to`: the line in which their planes meet,
 * as far as `from` reaches (PS3.3 C.7.6.2.1.1). Null where they are parallel, do not meet, or are not known to be in
 * one frame of reference.
 */
export function computeReferenceLine(from: Placed, to: Placed): Segment | null {
  if (from.plane === null || to.plane === null || !isSameFrameOfReference(from, to)) return null;
  if (from.spacing?.plane !== 'patient' || to.spacing?.plane !== 'patient') return null;
  const normal = unit(cross(to.plane.row, to.plane.column));
  if (norm(cross(normal, unit(cross(from.plane.row, from.plane.column)))) < LEAST_SINE) return null;
  const crossings = edgeCrossings(cornersOf(from), to.plane.position, normal);
  const [first, second] = crossings.map((crossing) => toImage(to, crossing));
  return first === undefined || second === undefined ? null : { from: first, to: second };
}

/** The corners of the picture in the patient, mm: half a pixel beyond the centres of the first and last pixels. */
function cornersOf({ plane, spacing, rows, columns }: Placed): readonly Vector[] {
  if (plane === null || spacing === null) return [];
  const corner = (column: number, row: number): Vector =>
    along(along(plane.position, plane.row, column * spacing.columnMm), plane.column, row * spacing.rowMm);
  const right = columns - 0.5;
  const bottom = rows - 0.5;
  return [corner(-0.5, -0.5), corner(right, -0.5), corner(right, bottom), corner(-0.5, bottom)];
}

/** Where the edges between the corners go through a plane. */
function edgeCrossings(corners: readonly Vector[], point: Vector, normal: Vector): readonly Vector[] {
  return corners.flatMap((start, index) => {
    const end = corners[(index + 1) % corners.length] ?? start;
    const before = dot(minus(start, point), normal);
    const after = dot(minus(end, point), normal);
    if (before < 0 === after < 0) return [];
    return [along(start, minus(end, start), before / (before - after))];
  });
}

/** Image coordinates: pixel 0, 0 covers 0 to 1. */
function toImage({ plane, spacing }: Placed, point: Vector): Point {
  if (plane === null || spacing === null) return { x: NaN, y: NaN };
  const offset = minus(point, plane.position);
  return {
    x: dot(offset, plane.row) / spacing.columnMm + 0.5,
    y: dot(offset, plane.column) / spacing.rowMm + 0.5,
  };
}

/** Yellow and dashed, on a dark edge. `toView` maps image coordinates to the context's unit, the CSS pixel. */
export function drawReferenceLine(context: RulerContext, line: Segment, toView: Matrix): void {
  const from = applyMatrix(toView, line.from);
  const to = applyMatrix(toView, line.to);
  context.save();
  context.setLineDash([8, 4]);
  strokeOnEdge(context, { colour: YELLOW, width: 2, edgeWidth: 4 }, () => {
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.stroke();
  });
  context.restore();
}

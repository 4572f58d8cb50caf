import { cross, dot, norm, unit, type Vector } from '../base/vector';
import type { InstanceNumbers } from '../dicom/summary';

/** Image Plane module, PS3.3 C.7.6.2.1.1: position in mm, direction cosines of the row and of the column. */
export interface ImagePlane {
  readonly position: Vector;
  readonly row: Vector;
  readonly column: Vector;
}

/** What a plane is made of. */
export type PlaneNumbers = Pick<
  InstanceNumbers,
  'positionX' | 'positionY' | 'positionZ' | 'rowX' | 'rowY' | 'rowZ' | 'columnX' | 'columnY' | 'columnZ'
>;

/** Largest difference between cosines of planes that count as parallel; 0.001 is 0.06 degrees. */
const COSINE_TOLERANCE = 1e-3;

/** Positions closer than this are the same place, whatever the rounding of their decimals. */
const POSITION_STEP_MM = 1e-3;

/** Null where a coordinate is missing or the cosines span no plane. */
export function imagePlaneOf(numbers: PlaneNumbers): ImagePlane | null {
  const plane: ImagePlane = {
    position: [numbers.positionX, numbers.positionY, numbers.positionZ],
    row: [numbers.rowX, numbers.rowY, numbers.rowZ],
    column: [numbers.columnX, numbers.columnY, numbers.columnZ],
  };
  const isComplete = plane.position.every(Number.isFinite) && norm(cross(plane.row, plane.column)) > 0.5;
  return isComplete ? plane : null;
}

/** Whether rows and columns run alike. */
export function isParallel(a: ImagePlane, b: ImagePlane): boolean {
  return isClose(a.row, b.row) && isClose(a.column, b.column);
}

/** The slice normal, row x column, of length 1. */
export function normalOf({ row, column }: ImagePlane): Vector {
  return unit(cross(row, column));
}

/** mm from the origin along a normal. */
export function positionAlong({ position }: ImagePlane, normal: Vector): number {
  return dot(position, normal);
}

/** A position along the normal as a whole number, so that "the same place" is transitive. */
export function placeOf(positionMm: number): number {
  return Math.round(positionMm / POSITION_STEP_MM);
}

function isClose(a: Vector, b: Vector): boolean {
  return (
    Math.abs(a[0] - b[0]) <= COSINE_TOLERANCE &&
    Math.abs(a[1] - b[1]) <= COSINE_TOLERANCE &&
    Math.abs(a[2] - b[2]) <= COSINE_TOLERANCE
  );
}

import { decimalsOf, textsOf } from '../dicom/elements';
import type { DataSet } from '../dicom/data-set';
import { functionalGroupOf } from '../dicom/functional-groups';
import type { ImageFacts } from './image-facts';
import { cross } from '../base/vector';

type Plane = NonNullable<ImageFacts['plane']>;

/** Image Position and Image Orientation (Patient); null where they are missing or no two perpendicular directions. */
export function readPlane(dataSet: DataSet, frameIndex: number): ImageFacts['plane'] {
  const position = decimalsOf(functionalGroupOf(dataSet, frameIndex, 'x00209113'), 'x00200032');
  const cosines = decimalsOf(functionalGroupOf(dataSet, frameIndex, 'x00209116'), 'x00200037');
  if (![...position, ...cosines].every(Number.isFinite)) return null;
  const [x, y, z] = position;
  const [rowX, rowY, rowZ, columnX, columnY, columnZ] = cosines;
  if (x === undefined || y === undefined || z === undefined) return null;
  if (rowX === undefined || rowY === undefined || rowZ === undefined) return null;
  if (columnX === undefined || columnY === undefined || columnZ === undefined) return null;
  const row = [rowX, rowY, rowZ] as const;
  const column = [columnX, columnY, columnZ] as const;
  // The normal of two perpendicular unit vectors is one too; rounding and shear leave it near to that.
  const isPlane = Math.abs(Math.hypot(...cross(row, column)) - 1) < 0.05;
  if (!isPlane) return null;
  return { position: dosePosition(dataSet, frameIndex, { position: [x, y, z], row, column }), row, column };
}

/**
 * Of a frame of a dose grid (PS3.3 C.8.8.3.2): Grid Frame Offset Vector is from the first frame along the normal, or,
 * where it does not begin with zero, the z coordinate of each transverse frame. Other objects have none.
 */
function dosePosition(
  dataSet: DataSet,
  frameIndex: number,
  { position, row, column }: Plane,
): Plane['position'] {
  const offsets = decimalsOf(dataSet, 'x3004000c');
  const offset = offsets[frameIndex] ?? NaN;
  const [x, y, z] = position;
  if (Number.isNaN(offset)) return position;
  if (offsets[0] !== 0) return [x, y, offset];
  const [normalX, normalY, normalZ] = cross(row, column);
  return [x + offset * normalX, y + offset * normalY, z + offset * normalZ];
}

/** Patient Orientation: `['A', 'FR']`; null unless there are two values. */
export function readPatientOrientation(dataSet: DataSet): ImageFacts['patientOrientation'] {
  const [row = '', column = ''] = textsOf(dataSet, 'x00200020');
  return row === '' || column === '' ? null : [row, column];
}

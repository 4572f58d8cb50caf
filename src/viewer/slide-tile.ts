import type { DataSet } from '../dicom/data-set';
import { intOf, sequenceOf, textOf } from '../dicom/elements';
import { functionalGroupOf } from '../dicom/functional-groups';

/** Where a frame of a tiled image is in the Total Pixel Matrix (PS3.3 C.8.12.4.1.1). */
export interface SlideTile {
  readonly matrixColumns: number;
  readonly matrixRows: number;
  /** Of its first pixel, from 1. */
  readonly column: number;
  readonly row: number;
  /** Optical Path Identifier; '' where there is none. */
  readonly opticalPath: string;
}

/** Null where the image is not tiled, or does not say where its tiles are. */
export function readTile(dataSet: DataSet, frameIndex: number): SlideTile | null {
  const matrixColumns = intOf(dataSet, 'x00480006', 'UL');
  const matrixRows = intOf(dataSet, 'x00480007', 'UL');
  if (matrixColumns === null || matrixRows === null) return null;
  const matrix = { matrixColumns, matrixRows };
  return textOf(dataSet, 'x00209311') === 'TILED_FULL'
    ? tileOfAll(dataSet, frameIndex, matrix)
    : tileOfSome(dataSet, frameIndex, matrix);
}

type Matrix = Pick<SlideTile, 'matrixColumns' | 'matrixRows'>;

/** Each frame says where it is (Plane Position (Slide), C.8.12.6.1), and what it is seen through (C.8.12.6.2). */
function tileOfSome(dataSet: DataSet, frameIndex: number, matrix: Matrix): SlideTile | null {
  const position = functionalGroupOf(dataSet, frameIndex, 'x0048021a');
  const column = intOf(position, 'x0048021e', 'SL');
  const row = intOf(position, 'x0048021f', 'SL');
  const path = textOf(functionalGroupOf(dataSet, frameIndex, 'x00480207'), 'x00480106');
  return column === null || row === null ? null : { ...matrix, column, row, opticalPath: path };
}

/** Every tile is there, row by row, for each focal plane, for each optical path (PS3.3 C.7.6.17.3). */
function tileOfAll(dataSet: DataSet, frameIndex: number, matrix: Matrix): SlideTile | null {
  const columns = intOf(dataSet, 'x00280011') ?? 0;
  const rows = intOf(dataSet, 'x00280010') ?? 0;
  if (columns === 0 || rows === 0) return null;
  const across = Math.ceil(matrix.matrixColumns / columns);
  const tiles = across * Math.ceil(matrix.matrixRows / rows);
  const focalPlanes = intOf(dataSet, 'x00480303', 'UL') ?? 1;
  const path = sequenceOf(dataSet, 'x00480105')[Math.floor(frameIndex / (tiles * focalPlanes))];
  const tile = frameIndex % tiles;
  return {
    ...matrix,
    column: (tile % across) * columns + 1,
    row: Math.floor(tile / across) * rows + 1,
    opticalPath: path === undefined ? '' : textOf(path, 'x00480106'),
  };
}

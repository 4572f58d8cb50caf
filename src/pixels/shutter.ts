import type { DataSet } from '../dicom/data-set';
import { decimalsOf, intOf, numbersOf, textsOf } from '../dicom/elements';
import { functionalGroupOf } from '../dicom/functional-groups';
import type { TagKey } from '../dicom/tag';
import { labToRgb, type Rgb } from './cielab';

/**
 * Where an image is to be seen, in its own coordinates: its first pixel covers 0 to 1. Edges belong to what is seen,
 * a centre or a vertex is the middle of its pixel.
 */
export type ShutterShape =
  | {
      readonly kind: 'rectangle';
      readonly left: number;
      readonly top: number;
      readonly right: number;
      readonly bottom: number;
    }
  | { readonly kind: 'circle'; readonly x: number; readonly y: number; readonly radiusColumns: number }
  /** At least three corners; the last is joined to the first. */
  | { readonly kind: 'polygon'; readonly points: readonly { readonly x: number; readonly y: number }[] };

/** The display shutter (PS3.3 C.7.6.11) and the bitmap one (C.7.6.15); what they cover has one colour. */
export interface Shutter {
  /** What lies outside of any of them is covered. */
  readonly shapes: readonly ShutterShape[];
  /** The group of the overlay plane whose set pixels are covered: 0x6002; null where there is none. */
  readonly overlayGroup: number | null;
  readonly colour: Rgb;
}

const FRAME_DISPLAY_SHUTTER = 'x00189472';

/** The shutter of a frame; null where it has none. A shape without its numbers is left out. */
export function readShutter(dataSet: DataSet, frameIndex: number): Shutter | null {
  const group = functionalGroupOf(dataSet, frameIndex, FRAME_DISPLAY_SHUTTER);
  const terms = textsOf(group, 'x00181600');
  const shapes = terms.flatMap((term) => readShape(group, term) ?? []);
  const overlayGroup = terms.includes('BITMAP') ? intOf(group, 'x00181623') : null;
  if (shapes.length === 0 && overlayGroup === null) return null;
  return { shapes, overlayGroup, colour: readColour(group) };
}

function readShape(group: DataSet, term: string): ShutterShape | null {
  if (term === 'RECTANGULAR') return readRectangle(group);
  if (term === 'CIRCULAR') return readCircle(group);
  return term === 'POLYGONAL' ? readPolygon(group) : null;
}

/** Edges are given as the first and the last column and row that are seen, counted from 1. */
function readRectangle(group: DataSet): ShutterShape | null {
  const edge = (tag: TagKey) => decimalsOf(group, tag)[0] ?? NaN;
  const left = edge('x00181602') - 1;
  const right = edge('x00181604');
  const top = edge('x00181606') - 1;
  const bottom = edge('x00181608');
  const isThere = left < right && top < bottom;
  return isThere ? { kind: 'rectangle', left, top, right, bottom } : null;
}

function readCircle(group: DataSet): ShutterShape | null {
  const [row = NaN, column = NaN] = decimalsOf(group, 'x00181610');
  const [radiusColumns = NaN] = decimalsOf(group, 'x00181612');
  const isThere = Number.isFinite(row) && Number.isFinite(column) && radiusColumns > 0;
  return isThere ? { kind: 'circle', x: column - 0.5, y: row - 0.5, radiusColumns } : null;
}

/** Row and column of each vertex in turn. */
function readPolygon(group: DataSet): ShutterShape | null {
  const values = decimalsOf(group, 'x00181620');
  const points = Array.from({ length: Math.floor(values.length / 2) }, (_, index) => ({
    x: (values[2 * index + 1] ?? NaN) - 0.5,
    y: (values[2 * index] ?? NaN) - 0.5,
  }));
  const isThere = points.length >= 3 && points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
  return isThere ? { kind: 'polygon', points } : null;
}

/** A colour where there is one, else Shutter Presentation Value, a P-Value of 0 to 65535; black without either. */
function readColour(group: DataSet): Rgb {
  const [lightness, a, b] = numbersOf(group, 'x00181624', 'US');
  if (lightness !== undefined && a !== undefined && b !== undefined) return labToRgb(lightness, a, b);
  const grey = Math.round(((intOf(group, 'x00181622') ?? 0) * 255) / 65535);
  return [grey, grey, grey];
}

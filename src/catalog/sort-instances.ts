import type { FileId } from '../base/ids';
import { archiveOfFile } from '../base/ids';
import { compareNatural, compareNumbers } from '../base/natural-sort';
import type { InstanceNumbers } from '../dicom/summary';
import type { SortRule } from './catalog-types';

type Vector = readonly [x: number, y: number, z: number];

/** Image Plane module, PS3.3 C.7.6.2.1.1: position in mm, direction cosines of the row and of the column. */
export interface ImagePlane {
  readonly position: Vector;
  readonly row: Vector;
  readonly column: Vector;
}

export interface Sortable {
  readonly file: FileId;
  /** NaN where absent. */
  readonly instanceNumber: number;
  readonly plane: ImagePlane | null;
}

export interface SortedItem<Item> {
  readonly item: Item;
  /** Distance along the common normal in mm; NaN unless the rule is 'geometry'. */
  readonly position: number;
}

export interface SortedInstances<Item> {
  readonly rule: SortRule;
  readonly items: readonly SortedItem<Item>[];
}

/** Largest difference between cosines of planes that count as parallel; 0.001 is 0.06 degrees. */
const COSINE_TOLERANCE = 1e-3;

/** Positions closer than this are the same place, whatever the rounding of their decimals. */
const POSITION_STEP_MM = 1e-3;

/**
 * Orders the instances of a series by the first rule that all of them allow:
 * - 'geometry': every instance has a plane and all planes are parallel; ascending distance along the slice
 *   normal (row x column) of the first file. Equal places by Instance Number.
 * - 'instance-number': every instance has an Instance Number. So for localizers with several orientations.
 * - 'path': as people read paths, archive by archive.
 * Ties fall through to path, then to the entry's place in its archive: the order never depends on `items`'.
 */
export function sortInstances<Item extends Sortable>(
  items: readonly Item[],
  pathOf: (file: FileId) => string,
): SortedInstances<Item> {
  const normal = commonNormal(items);
  const positioned = items.map((item) => ({
    item,
    position: normal === null ? NaN : distance(item, normal),
  }));
  const comparePaths = pathComparison(pathOf);
  if (normal !== null) {
    const sorted = positioned.sort(
      (a, b) =>
        placeOf(a.position) - placeOf(b.position) ||
        compareNumbers(a.item.instanceNumber, b.item.instanceNumber) ||
        comparePaths(a.item, b.item),
    );
    return { rule: 'geometry', items: sorted };
  }
  if (items.some(({ instanceNumber }) => Number.isNaN(instanceNumber))) {
    return { rule: 'path', items: positioned.sort((a, b) => comparePaths(a.item, b.item)) };
  }
  const sorted = positioned.sort(
    (a, b) => a.item.instanceNumber - b.item.instanceNumber || comparePaths(a.item, b.item),
  );
  return { rule: 'instance-number', items: sorted };
}

/** The plane of an instance, or null where a coordinate is missing or the cosines span no plane. */
export function imagePlaneOf(numbers: InstanceNumbers): ImagePlane | null {
  const plane: ImagePlane = {
    position: [numbers.positionX, numbers.positionY, numbers.positionZ],
    row: [numbers.rowX, numbers.rowY, numbers.rowZ],
    column: [numbers.columnX, numbers.columnY, numbers.columnZ],
  };
  const isComplete = plane.position.every(Number.isFinite) && norm(cross(plane.row, plane.column)) > 0.5;
  return isComplete ? plane : null;
}

/** The unit normal of all planes, or null where one is missing or not parallel to that of the first file. */
function commonNormal(items: readonly Sortable[]): Vector | null {
  const first = items.reduce<Sortable | null>((a, b) => (a === null || b.file < a.file ? b : a), null);
  const reference = first?.plane ?? null;
  if (reference === null) return null;
  if (!items.every(({ plane }) => plane !== null && isParallel(plane, reference))) return null;
  const normal = cross(reference.row, reference.column);
  const length = norm(normal);
  return [normal[0] / length, normal[1] / length, normal[2] / length];
}

function isParallel(a: ImagePlane, b: ImagePlane): boolean {
  return isClose(a.row, b.row) && isClose(a.column, b.column);
}

function isClose(a: Vector, b: Vector): boolean {
  return (
    Math.abs(a[0] - b[0]) <= COSINE_TOLERANCE &&
    Math.abs(a[1] - b[1]) <= COSINE_TOLERANCE &&
    Math.abs(a[2] - b[2]) <= COSINE_TOLERANCE
  );
}

function distance({ plane }: Sortable, normal: Vector): number {
  return plane === null ? NaN : dot(plane.position, normal);
}

/** A whole number, so that "the same place" is transitive. */
function placeOf(position: number): number {
  return Math.round(position / POSITION_STEP_MM);
}

/** Paths are decoded only for ties, and once each. */
function pathComparison(pathOf: (file: FileId) => string): (a: Sortable, b: Sortable) => number {
  const paths = new Map<FileId, string>();
  const cachedPath = (file: FileId): string => {
    let path = paths.get(file);
    if (path === undefined) paths.set(file, (path = pathOf(file)));
    return path;
  };
  return (a, b) =>
    archiveOfFile(a.file) - archiveOfFile(b.file) ||
    compareNatural(cachedPath(a.file), cachedPath(b.file)) ||
    a.file - b.file;
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

/** NaN where a coordinate is. */
function norm(a: Vector): number {
  return Math.sqrt(dot(a, a));
}

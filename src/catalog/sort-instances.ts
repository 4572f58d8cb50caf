import type { FileId } from '../base/ids';
import { archiveOfFile } from '../base/ids';
import { compareNatural, compareNumbers } from '../base/natural-sort';
import type { Vector } from '../base/vector';
import type { SortRule } from './catalog-types';
import { isParallel, normalOf, placeOf, positionAlong, type ImagePlane } from './image-plane';

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
    position: normal === null || item.plane === null ? NaN : positionAlong(item.plane, normal),
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

/** The unit normal of all planes, or null where one is missing or not parallel to that of the first file. */
function commonNormal(items: readonly Sortable[]): Vector | null {
  const first = items.reduce<Sortable | null>((a, b) => (a === null || b.file < a.file ? b : a), null);
  const reference = first?.plane ?? null;
  if (reference === null) return null;
  if (!items.every(({ plane }) => plane !== null && isParallel(plane, reference))) return null;
  return normalOf(reference);
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

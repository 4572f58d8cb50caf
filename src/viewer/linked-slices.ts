import { cross, dot, unit } from '../base/vector';
import type { ImageFacts } from './image-facts';

type Sliced = Pick<ImageFacts, 'plane' | 'frameOfReferenceUid'>;

/** Slices that are turned against each other by more than this (cosine; 8 degrees) are not at one place. */
const LEAST_PARALLEL = 0.99;

/**
 * Of a stack that shows `to`, the slice nearest to the plane of `from`: its index in `positionsMm` (mm along the slice
 * normal, row x column). Of several at one place the nearest to `index`. Null unless both have planes of one frame of
 * reference (PS3.3 C.7.4.1) that are about parallel, and every slice has a position.
 */
export function nearestSlice(request: {
  readonly from: Sliced;
  readonly to: Sliced;
  readonly index: number;
  readonly positionsMm: readonly number[];
}): number | null {
  const { from, to, index, positionsMm } = request;
  if (from.plane === null || to.plane === null || !isSameFrameOfReference(from, to)) return null;
  const normal = unit(cross(to.plane.row, to.plane.column));
  const isParallel = Math.abs(dot(normal, unit(cross(from.plane.row, from.plane.column)))) >= LEAST_PARALLEL;
  if (!isParallel || positionsMm.length === 0 || !positionsMm.every(Number.isFinite)) return null;
  const place = dot(from.plane.position, normal);
  let nearest = Math.min(index, positionsMm.length - 1);
  for (const [at, position] of positionsMm.entries()) {
    const gain = distanceOf(positionsMm[nearest], place) - Math.abs(position - place);
    const isNearerInStack = Math.abs(at - index) < Math.abs(nearest - index);
    if (gain > SAME_PLACE_MM || (gain > -SAME_PLACE_MM && isNearerInStack)) nearest = at;
  }
  return nearest;
}

/** Rounding of decimals in the file. */
const SAME_PLACE_MM = 1e-3;

export function isSameFrameOfReference(
  one: Pick<ImageFacts, 'frameOfReferenceUid'>,
  other: Pick<ImageFacts, 'frameOfReferenceUid'>,
): boolean {
  return one.frameOfReferenceUid !== '' && one.frameOfReferenceUid === other.frameOfReferenceUid;
}

function distanceOf(position: number | undefined, place: number): number {
  return Math.abs((position ?? Infinity) - place);
}

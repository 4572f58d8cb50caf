import { archiveOfFile, type ArchiveId, type FileId } from '../base/ids';
import type { CatalogSnapshot, Series } from '../catalog/catalog-types';
import { imagesOfRun, type Stack } from '../catalog/stack';
import type { ImageRef } from './state';

export function imageCount({ ends }: Stack): number {
  return ends.at(-1) ?? 0;
}

export function imageAt(stack: Stack, imageIndex: number): ImageRef | null {
  const index = stack.isReversed ? imageCount(stack) - 1 - imageIndex : imageIndex;
  const at = runOf(stack.ends, index);
  const run = stack.runs[at];
  if (run === undefined || index < 0) return null;
  const { instance, frames } = run;
  const place = index - ((stack.ends[at] ?? 0) - imagesOfRun(run));
  const frameIndex = frames === null ? place : (frames[place]?.frameIndex ?? 0);
  return { file: instance.file, frameIndex, sopInstanceUid: instance.sopInstanceUid };
}

/** The first run that ends after an index. */
function runOf(ends: readonly number[], index: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where an image stands in a stack now; -1 where it is not in it. */
export function indexOfImage(stack: Stack, image: Pick<ImageRef, 'file' | 'frameIndex'>): number {
  const at = stack.runs.findIndex(({ instance }) => instance.file === image.file);
  const run = stack.runs[at];
  if (run === undefined) return -1;
  const { frames } = run;
  const place =
    frames === null
      ? image.frameIndex
      : frames.findIndex(({ frameIndex }) => frameIndex === image.frameIndex);
  if (place < 0) return -1;
  const index = (stack.ends[at] ?? 0) - imagesOfRun(run) + place;
  return stack.isReversed ? imageCount(stack) - 1 - index : index;
}

/**
 * The image that a stack opens at, and its series is shown by: its middle one; where that is in a file so large that
 * the way there takes long (`isLarge`), the first of the file.
 */
export function representativeImage(stack: Stack, isLarge: (file: FileId) => boolean): ImageRef | null {
  const middle = imageAt(stack, Math.floor((imageCount(stack) - 1) / 2));
  return middle !== null && isLarge(middle.file) ? { ...middle, frameIndex: 0 } : middle;
}

/** All series in the order of the contents table. */
export function seriesInOrder(catalog: CatalogSnapshot): readonly Series[] {
  return catalog.patients.flatMap(({ studies }) => studies.flatMap(({ series }) => series));
}

const seriesByKey = new WeakMap<CatalogSnapshot, ReadonlyMap<string, Series>>();

/** Asked for by many components whenever anything changes: the series of a catalog are gone through once. */
export function findSeries(catalog: CatalogSnapshot, key: string | null): Series | null {
  if (key === null) return null;
  let known = seriesByKey.get(catalog);
  if (known === undefined) {
    known = new Map(seriesInOrder(catalog).map((series) => [series.key, series]));
    seriesByKey.set(catalog, known);
  }
  return known.get(key) ?? null;
}

export function isSameImage(one: ImageRef, other: ImageRef): boolean {
  return one.file === other.file && one.frameIndex === other.frameIndex;
}

export function isFromArchive(image: ImageRef, archive: ArchiveId): boolean {
  return archiveOfFile(image.file) === archive;
}

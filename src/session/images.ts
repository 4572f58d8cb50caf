import { archiveOfFile, type ArchiveId, type FileId } from '../base/ids';
import type { CatalogSnapshot, Instance, Series } from '../catalog/catalog-types';
import type { ImageRef } from './state';

/** The number of images of a series up to and including each instance, so that an index finds its instance. */
const endsOfSeries = new WeakMap<Series, readonly number[]>();

function imageEnds(series: Series): readonly number[] {
  const known = endsOfSeries.get(series);
  if (known !== undefined) return known;
  let total = 0;
  const ends = series.instances.map((instance) => (total += imagesOf(instance)));
  endsOfSeries.set(series, ends);
  return ends;
}

/** An instance without pixels still has a place in its series: the viewport says what it is. */
function imagesOf(instance: Instance): number {
  return instance.hasPixels ? instance.frames : 1;
}

export function imageCount(series: Series): number {
  return imageEnds(series).at(-1) ?? 0;
}

export function imageAt(series: Series, imageIndex: number): ImageRef | null {
  const ends = imageEnds(series);
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) <= imageIndex) low = middle + 1;
    else high = middle;
  }
  const instance = series.instances[low];
  if (instance === undefined || imageIndex < 0) return null;
  const start = (ends[low] ?? 0) - imagesOf(instance);
  return { file: instance.file, frameIndex: imageIndex - start, sopInstanceUid: instance.sopInstanceUid };
}

/**
 * The image that a series opens at, and is shown by: its middle one; where that is in a file so large that the way
 * there takes long (`isLarge`), the first of the file.
 */
export function representativeImage(series: Series, isLarge: (file: FileId) => boolean): ImageRef | null {
  const middle = imageAt(series, Math.floor((imageCount(series) - 1) / 2));
  return middle !== null && isLarge(middle.file) ? { ...middle, frameIndex: 0 } : middle;
}

/** Where an image stands in a series now; -1 where it is not in it. */
export function indexOfImage(series: Series, image: Pick<ImageRef, 'file' | 'frameIndex'>): number {
  const at = series.instances.findIndex(({ file }) => file === image.file);
  if (at < 0) return -1;
  return (at === 0 ? 0 : (imageEnds(series)[at - 1] ?? 0)) + image.frameIndex;
}

/** All series in the order of the contents table. */
export function seriesInOrder(catalog: CatalogSnapshot): readonly Series[] {
  return catalog.patients.flatMap(({ studies }) => studies.flatMap(({ series }) => series));
}

export function findSeries(catalog: CatalogSnapshot, key: string | null): Series | null {
  if (key === null) return null;
  for (const patient of catalog.patients) {
    for (const study of patient.studies) {
      for (const series of study.series) if (series.key === key) return series;
    }
  }
  return null;
}

export function isSameImage(one: ImageRef, other: ImageRef): boolean {
  return one.file === other.file && one.frameIndex === other.frameIndex;
}

export function isFromArchive(image: ImageRef, archive: ArchiveId): boolean {
  return archiveOfFile(image.file) === archive;
}

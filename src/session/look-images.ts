import type { FileId } from '../base/ids';
import type { Series } from '../catalog/catalog-types';
import { orderStack, wholeSeries, type Stack } from '../catalog/stack';
import { imageAt, imageCount, indexOfImage } from './images';
import type { ImageRef } from './state';

/** More than these are no sample any more. */
const MOST_IMAGES = 12;

/** An image, and which of its series it is, from 0. */
export interface PlacedImage {
  readonly image: ImageRef;
  readonly index: number;
}

/** All images of a series, whatever its parts, in its order. */
export function imagesOfSeries(series: Series): Stack {
  return orderStack(wholeSeries(series), 'sorted');
}

/**
 * The first, the middle and the last image, the first of each size, since a mask for text is made for one size, and the
 * first of files that are told apart.
 */
export function sampleOf(stack: Stack, files: readonly FileId[]): readonly PlacedImage[] {
  const last = imageCount(stack) - 1;
  const ends = [0, Math.floor(last / 2), last];
  const indices = [...new Set([...ends, ...firstOfFiles(stack, files), ...firstOfEachSize(stack)])].slice(
    0,
    MOST_IMAGES,
  );
  return indices.toSorted((one, other) => one - other).flatMap((index) => placedImage(stack, index) ?? []);
}

/** Null beyond the last. */
export function placedImage(stack: Stack, index: number): PlacedImage | null {
  const image = imageAt(stack, index);
  return image === null ? null : { image, index };
}

function firstOfFiles(stack: Stack, files: readonly FileId[]): readonly number[] {
  return files.map((file) => indexOfImage(stack, { file, frameIndex: 0 })).filter((index) => index >= 0);
}

function firstOfEachSize({ runs, ends }: Stack): readonly number[] {
  const firsts = new Map<string, number>();
  runs.forEach(({ instance: { rows, columns, hasPixels } }, at) => {
    const size = `${String(columns)}x${String(rows)}`;
    if (hasPixels && !firsts.has(size)) firsts.set(size, at === 0 ? 0 : (ends[at - 1] ?? 0));
  });
  return [...firsts.values()];
}

import type { ArchiveId } from '../base/ids';
import type { Series } from '../catalog/catalog-types';
import type { Thumbnail } from '../workers/protocol';
import { engine } from './engine';
import { imageAt, imageCount, isFromArchive } from './images';
import type { ImageRef } from './state';

export const THUMBNAIL_SIDE_PIXELS = 96;

type ThumbnailStatus =
  | { readonly phase: 'loading'; readonly of: ImageRef }
  | { readonly phase: 'ready'; readonly of: ImageRef; readonly thumbnail: Thumbnail }
  | { readonly phase: 'failed'; readonly of: ImageRef };

const thumbnails = new Map<string, ThumbnailStatus>();
const listeners = new Set<() => void>();

export function subscribeThumbnails(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function getThumbnail(seriesKey: string): ThumbnailStatus | undefined {
  return thumbnails.get(seriesKey);
}

/** Asks for the picture of a series, its middle image, unless it is there or on its way. */
export function requestThumbnail(series: Series): void {
  if (!series.hasPixels || thumbnails.has(series.key)) return;
  const of = imageAt(series, Math.floor((imageCount(series) - 1) / 2));
  if (of === null) return;
  put(series.key, { phase: 'loading', of });
  void engine.makeThumbnail(of.file, of.frameIndex, THUMBNAIL_SIDE_PIXELS).then((result) => {
    if (thumbnails.get(series.key)?.of !== of) return;
    put(series.key, result.ok ? { phase: 'ready', of, thumbnail: result.value } : { phase: 'failed', of });
  });
}

export function forgetThumbnails(archive: ArchiveId): void {
  for (const [key, { of }] of thumbnails) if (isFromArchive(of, archive)) thumbnails.delete(key);
  for (const listener of listeners) listener();
}

function put(seriesKey: string, status: ThumbnailStatus): void {
  thumbnails.set(seriesKey, status);
  for (const listener of listeners) listener();
}

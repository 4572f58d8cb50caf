import type { ArchiveId } from '../base/ids';
import type { Series } from '../catalog/catalog-types';
import type { Thumbnail } from '../workers/protocol';
import { engine } from './engine';
import { isFromArchive, isSameImage, representativeImage } from './images';
import { mainStack } from './stacks';
import type { ImageRef } from './state';
import { useSession } from './store';

export const THUMBNAIL_SIDE_PIXELS = 96;

interface ThumbnailStatus {
  /** The image that the picture is of, or will be. */
  readonly of: ImageRef;
  readonly phase: 'loading' | 'ready' | 'failed';
  /** While a newer one is loading, the one before. */
  readonly thumbnail: Thumbnail | null;
}

const thumbnails = new Map<string, ThumbnailStatus>();
const listeners = new Set<() => void>();

export function subscribeThumbnails(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function getThumbnail(seriesKey: string): ThumbnailStatus | undefined {
  return thumbnails.get(seriesKey);
}

/**
 * Asks for the picture of a series unless it is there or on its way. A series that was still growing then gets a new
 * one when it is complete.
 */
export function requestThumbnail(series: Series, isComplete: boolean): void {
  const main = mainStack(series, useSession.getState().frameOrders);
  const of = representativeImage(main, (file) => engine.isLarge(file));
  if (!series.hasPixels || of === null) return;
  const known = thumbnails.get(series.key);
  if (known !== undefined && (!isComplete || isSameImage(known.of, of))) return;
  put(series.key, { phase: 'loading', of, thumbnail: known?.thumbnail ?? null });
  void engine.makeThumbnail(of.file, of.frameIndex, { sidePixels: THUMBNAIL_SIDE_PIXELS }).then((result) => {
    if (thumbnails.get(series.key)?.of !== of) return;
    put(
      series.key,
      result.ok ? { phase: 'ready', of, thumbnail: result.value } : { phase: 'failed', of, thumbnail: null },
    );
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

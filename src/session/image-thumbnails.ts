import { ByteLru } from '../base/byte-lru';
import { archiveOfFile, type ArchiveId, type FileId } from '../base/ids';
import type { Thumbnail } from '../workers/protocol';
import { engine } from './engine';
import type { ImageRef } from './state';

/** Of the contact sheet: as sharp as its cells on a display of twice the resolution. */
export const IMAGE_THUMBNAIL_SIDE_PIXELS = 192;

/** Some 220 pictures of 192 x 192. */
const LIMIT_BYTES = 32 << 20;

const known = new ByteLru<string, Thumbnail>(LIMIT_BYTES);

export function knownImageThumbnail(image: ImageRef): Thumbnail | null {
  return known.get(keyOf(image)) ?? null;
}

/** Behind every image that is to be shown; null where there is no picture, or it is no longer wanted. */
export async function loadImageThumbnail(image: ImageRef, signal: AbortSignal): Promise<Thumbnail | null> {
  const made = await engine.makeThumbnail(image.file, image.frameIndex, {
    sidePixels: IMAGE_THUMBNAIL_SIDE_PIXELS,
    signal,
  });
  if (!made.ok || signal.aborted) return null;
  known.set(keyOf(image), made.value, made.value.rgba.byteLength);
  return made.value;
}

export function forgetImageThumbnails(archive: ArchiveId): void {
  known.deleteWhere((key) => archiveOfFile(Number(key.split(':')[0]) as FileId) === archive);
}

function keyOf({ file, frameIndex }: ImageRef): string {
  return `${String(file)}:${String(frameIndex)}`;
}

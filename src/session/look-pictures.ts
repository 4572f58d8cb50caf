import { ByteLru } from '../base/byte-lru';
import type { Series } from '../catalog/catalog-types';
import type { FramePicture } from '../workers/protocol';
import { engine } from './engine';
import { closeLooks } from './look-actions';
import type { ImageRef } from './state';
import { useSession } from './store';
import { showPane } from './view-actions';
import { showInstance } from './viewport-actions';

export type { FramePicture };

/** Some 16 pictures of 1024 x 1024, or 64 of 512 x 512. */
const LIMIT_BYTES = 64 << 20;

const known = new ByteLru<string, FramePicture>(LIMIT_BYTES);

interface WantedPicture extends Pick<ImageRef, 'file' | 'frameIndex'> {
  /** Of the longer side, where the frame is larger. */
  readonly sidePixels: number;
}

export function knownPicture(wanted: WantedPicture): FramePicture | null {
  return known.get(keyOf(wanted)) ?? null;
}

/** All that there is to see of an image, overlay planes too; null where that is nothing, or it is no longer wanted. */
export async function loadPicture(wanted: WantedPicture, signal: AbortSignal): Promise<FramePicture | null> {
  const { file, frameIndex, sidePixels } = wanted;
  const made = await engine.renderPicture(file, frameIndex, { sidePixels, signal });
  if (!made.ok || signal.aborted) return null;
  const { frame, icon } = made.value;
  const bytes = (frame?.rgba.byteLength ?? 0) + (icon?.rgba.byteLength ?? 0);
  known.set(keyOf(wanted), made.value, bytes);
  return made.value;
}

/** With the dialog closed nobody needs them. */
export function forgetPictures(): void {
  known.deleteWhere(() => true);
}

/** Goes to an image of a series in the viewer, with all that is drawn over it. */
export function showInViewer(series: Series, { file, frameIndex }: ImageRef): void {
  closeLooks();
  useSession.setState({ arePlanesShown: true });
  showInstance(series, file, frameIndex);
  showPane('viewer');
}

function keyOf({ file, frameIndex, sidePixels }: WantedPicture): string {
  return `${String(file)}:${String(frameIndex)}:${String(sidePixels)}`;
}

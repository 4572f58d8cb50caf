import type { Problem } from '../base/problem';
import { err, type Result } from '../base/result';
import type { Series } from '../catalog/catalog-types';
import type { ObjectFace } from '../dicom/objects/object-face';
import { engine } from './engine';
import type { ImageRef } from './state';
import type { ViewportPlace } from './viewports';

/** Whether there is a picture of it, as far as its series knows. */
export function hasPixels(series: Series, { file }: ImageRef): boolean {
  return series.instances.find((instance) => instance.file === file)?.hasPixels !== false;
}

const controllers = new Map<ViewportPlace, AbortController>();

/**
 * What is shown in a viewport of an instance in place of a picture; what was read for that viewport before is given
 * up. `failure` is why its pixels could not be shown, which is the error where there should be a picture.
 */
export async function readObject(
  image: ImageRef,
  at: ViewportPlace,
  failure: Problem | null,
): Promise<Result<ObjectFace>> {
  controllers.get(at)?.abort();
  if (failure !== null && failure.code !== 'no-pixels' && failure.code !== 'codec-unsupported') {
    return err(failure);
  }
  const controller = new AbortController();
  controllers.set(at, controller);
  const face = await engine.readObjectFace(image.file, controller.signal);
  // No codec here decodes a film; the browser may be able to play it.
  const isLackOfCodec = failure?.code === 'codec-unsupported' && face.ok && face.value.kind !== 'video';
  return isLackOfCodec ? err(failure) : face;
}

import { useEffect, useState } from 'react';
import { knownImageThumbnail, loadImageThumbnail } from '../../session/image-thumbnails';
import type { ImageRef } from '../../session/state';
import type { SmallPicture } from '../thumbnail-picture';

type ImageThumbnail =
  { readonly phase: 'loading' | 'failed' } | { readonly phase: 'ready'; readonly thumbnail: SmallPicture };

/** The small picture of one image, made while its cell is in the document. */
export function useImageThumbnail(image: ImageRef): ImageThumbnail {
  const [made, setMade] = useState<SmallPicture | 'failed' | null>(() => knownImageThumbnail(image));

  useEffect(() => {
    if (knownImageThumbnail(image) !== null) return;
    const controller = new AbortController();
    void loadImageThumbnail(image, controller.signal).then((thumbnail) => {
      if (!controller.signal.aborted) setMade(thumbnail ?? 'failed');
    });
    return () => {
      controller.abort();
    };
  }, [image]);

  if (made === null) return { phase: 'loading' };
  return made === 'failed' ? { phase: 'failed' } : { phase: 'ready', thumbnail: made };
}

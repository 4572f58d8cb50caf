import { useEffect, useState } from 'react';
import { type FramePicture, knownPicture, loadPicture } from '../../session/look-pictures';
import type { ImageRef } from '../../session/state';

type Picture = { readonly phase: 'loading' | 'failed' } | ({ readonly phase: 'ready' } & FramePicture);

/** What there is to see of an image, made while its cell is in the document. */
export function usePicture({ file, frameIndex }: ImageRef, sidePixels: number): Picture {
  const [made, setMade] = useState<FramePicture | 'failed' | null>(() =>
    knownPicture({ file, frameIndex, sidePixels }),
  );

  useEffect(() => {
    const wanted = { file, frameIndex, sidePixels };
    if (knownPicture(wanted) !== null) return;
    const controller = new AbortController();
    const { signal } = controller;
    void loadPicture(wanted, signal).then((picture) => {
      if (!signal.aborted) setMade(picture ?? 'failed');
    });
    return () => {
      controller.abort();
    };
  }, [file, frameIndex, sidePixels]);

  if (made === null) return { phase: 'loading' };
  return made === 'failed' ? { phase: 'failed' } : { phase: 'ready', ...made };
}

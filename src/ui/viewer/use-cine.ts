import { useEffect } from 'react';
import { findSeries, imageCount } from '../../session/images';
import { useSession } from '../../session/store';
import { shownFrame } from '../../session/view-actions';
import { showImage } from '../../session/viewport-actions';
import { DEFAULT_FRAME_TIME_MS, frameAt } from '../../viewer/cine';

/** Plays the open series while cine is on, at the file's own rate; an image that comes too late is left out. */
export function useCine(): void {
  const isCineOn = useSession(({ viewport }) => viewport.isCineOn);
  const seriesKey = useSession(({ viewport }) => viewport.seriesKey);

  useEffect(() => {
    if (!isCineOn) return;
    const startedAtMs = performance.now();
    const startIndex = useSession.getState().viewport.imageIndex;
    let request = requestAnimationFrame(function play(nowMs) {
      request = requestAnimationFrame(play);
      const { catalog, viewport } = useSession.getState();
      const series = findSeries(catalog, seriesKey);
      if (series === null || viewport.status.phase === 'loading') return;
      const frameTimeMs = shownFrame()?.facts.frameTimeMs ?? DEFAULT_FRAME_TIME_MS;
      const index = frameAt({ startedAtMs, nowMs, frameTimeMs, count: imageCount(series), startIndex });
      if (index !== viewport.imageIndex) showImage(index);
    });
    return () => {
      cancelAnimationFrame(request);
    };
  }, [isCineOn, seriesKey]);
}

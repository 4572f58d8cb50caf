import { useMemo } from 'react';
import { imageCount, indexOfImage } from '../../session/images';
import type { ImageRef } from '../../session/state';
import { useSession } from '../../session/store';
import { applyMatrix, viewToImage, type Camera, type Point } from '../../viewer/camera';
import { computeOverlay } from '../../viewer/overlay';
import type { OverlayInput } from '../../viewer/overlay-input';
import { readPixelValue } from '../../viewer/pixel-value';
import type { OverlayLevel } from '../../viewer/overlay-level';
import type { WindowLevel } from '../../viewer/window-level';
import type { LoadedFrame } from '../../viewer/loaded-frame';
import { useOpenSeries } from '../use-open-series';
import styles from './overlay-text.module.css';

interface OverlayTextProps {
  readonly frame: LoadedFrame;
  readonly camera: Camera;
  readonly window: WindowLevel | null;
  readonly level: OverlayLevel;
  /** CSS pixels from the view's top left corner; null while it is elsewhere. */
  readonly pointer: Point | null;
  readonly image: ImageRef | null;
}

const PLACES = [
  ['top-left', 'topLeft'],
  ['top-right', 'topRight'],
  ['bottom-left', 'bottomLeft'],
  ['bottom-right', 'bottomRight'],
  ['top', 'top'],
  ['left', 'left'],
  ['bottom', 'bottom'],
  ['right', 'right'],
] as const;

/** The text over the image, as text, so that it can be read, searched and tested. */
export function OverlayText({ frame, camera, window, level, pointer, image }: OverlayTextProps) {
  const series = useOpenSeries((each) => each);
  const view = useSession(({ viewport }) => viewport.viewSize);
  const slicePositionsMm = useMemo(() => series?.instances.map(({ position }) => position) ?? [], [series]);
  const index = useMemo(
    () => (series === null || image === null ? 0 : indexOfImage(series, image)),
    [series, image],
  );
  const pixelUnder = (point: Point): OverlayInput['pointer'] => {
    const pixel = applyMatrix(viewToImage(camera, frame.facts, view), point);
    const value = readPixelValue(frame, pixel);
    return value === null ? null : { ...pixel, value };
  };
  const overlay = computeOverlay({
    level,
    facts: frame.facts,
    grey: frame.grey,
    camera,
    view,
    window,
    voiLutApplied: false,
    largestValue: frame.frame.max * frame.grey.slope + frame.grey.intercept,
    pointer: pointer === null ? null : pixelUnder(pointer),
    place: { index, count: series === null ? 1 : imageCount(series), slicePositionsMm },
    now: new Date(),
    locale: navigator.language,
  });
  return PLACES.map(([place, key]) => (
    <div key={place} className={styles.text} data-place={place} data-testid={`overlay-${place}`}>
      {overlay[key].map((line, index) => (
        <div key={index}>{line}</div>
      ))}
    </div>
  ));
}

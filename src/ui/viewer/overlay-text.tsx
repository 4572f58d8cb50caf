import { useMemo } from 'react';
import { slicePositionsOf } from '../../catalog/stack';
import { imageCount, indexOfImage } from '../../session/images';
import type { ImageRef } from '../../session/state';
import { useSession } from '../../session/store';
import type { ViewportPlace } from '../../session/viewports';
import { appliedLines } from '../../viewer/applied-lines';
import { applyMatrix, viewToImage, type Camera, type Point } from '../../viewer/camera';
import { computeOverlay } from '../../viewer/overlay';
import { planeLines } from '../../viewer/plane-lines';
import type { OverlayInput } from '../../viewer/overlay-input';
import { largestValue, readPixelValue } from '../../viewer/pixel-value';
import type { OverlayLevel } from '../../viewer/overlay-level';
import type { LoadedFrame } from '../../viewer/loaded-frame';
import type { ViewDrawing } from '../../viewer/view-painter';
import { useViewport, useViewportStack } from '../use-viewport';
import styles from './overlay-text.module.css';

interface OverlayTextProps {
  readonly at: ViewportPlace;
  readonly frame: LoadedFrame;
  readonly camera: Camera;
  readonly voi: ViewDrawing['voi'];
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
export function OverlayText({ at, frame, camera, voi, level, pointer, image }: OverlayTextProps) {
  const stack = useViewportStack(at, (each) => each);
  const view = useViewport(at, (viewport) => viewport.viewSize);
  const isInverted = useViewport(at, (viewport) => viewport.isInverted);
  const arePlanesShown = useSession((session) => session.arePlanesShown);
  const slicePositionsMm = useMemo(() => (stack === null ? [] : slicePositionsOf(stack)), [stack]);
  const index = useMemo(
    () => (stack === null || image === null ? 0 : Math.max(0, indexOfImage(stack, image))),
    [stack, image],
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
    window: voi?.kind === 'window' ? voi : null,
    applied: [
      ...appliedLines({ frame: frame.frame, grey: frame.grey, voi, isInverted }),
      ...(arePlanesShown ? planeLines(frame) : []),
    ],
    largestValue: largestValue(frame),
    pointer: pointer === null ? null : pixelUnder(pointer),
    place: { index, count: stack === null ? 1 : imageCount(stack), slicePositionsMm },
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

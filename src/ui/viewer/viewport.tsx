import { lazy, Suspense, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { activate } from '../../session/layout-actions';
import { useSession } from '../../session/store';
import { toggleViewerAlone, cameraOf, setViewSize, shownFrame, voiOf } from '../../session/view-actions';
import type { ViewportPlace } from '../../session/viewports';
import type { Point } from '../../viewer/camera';
import { useViewport } from '../use-viewport';
import { ImageCanvas } from './image-canvas';
import { MeasurementLayer } from './measurement-layer';
import { OverlayText } from './overlay-text';
import { useSeriesDrop } from './series-drag';
import { useCine } from './use-cine';
import { usePointerInput } from './use-pointer-input';
import { useReferenceLine } from './use-reference-line';
import { ViewportMessage } from './viewport-message';
import styles from './viewport.module.css';

/** Most archives hold nothing but images. */
const ObjectView = lazy(async () => ({
  default: (await import('../object-view/object-view')).ObjectView,
}));

/** One image with its overlay; everything that a hand can do to it. */
export function Viewport({ at }: { readonly at: ViewportPlace }) {
  const container = useRef<HTMLDivElement>(null);
  const viewport = useViewport(at, (each) => each);
  const overlayLevel = useSession((session) => session.overlayLevel);
  const count = useSession(({ viewports }) => viewports.length);
  const isActive = useSession(({ active }) => active === at);
  const [pointer, setPointer] = useState<Point | null>(null);
  // The frame itself is no part of the store; `shown` changes with it.
  const frame = viewport.shown === null ? null : shownFrame(at);
  const object = viewport.status.phase === 'object' ? viewport.status : null;
  const image = object?.image ?? viewport.shown;
  const camera = useMemo(() => frame && cameraOf(viewport, frame.facts), [viewport, frame]);
  const voi = useMemo(() => frame && voiOf(viewport, frame), [viewport, frame]);
  const window = voi?.kind === 'window' ? voi : null;
  const referenceLine = useReferenceLine(at);
  const { isDragging, handlers } = usePointerInput({ at, container, onPoint: setPointer });
  const { isOver, dropHandlers } = useSeriesDrop(at);
  useViewSize(container, at);
  useCine(at);

  return (
    <div
      ref={container}
      className={styles.viewport}
      role={object === null ? 'application' : 'group'}
      aria-label={count === 1 ? 'Image' : `Image ${String(at + 1)}`}
      aria-current={count > 1 && isActive}
      tabIndex={0}
      data-testid="viewport"
      data-active={isActive}
      data-phase={object === null ? viewport.status.phase : 'ready'}
      data-sop-uid={image?.sopInstanceUid}
      data-frame={image?.frameIndex}
      data-ww={window?.width}
      data-wl={window?.center}
      data-zoom={camera?.zoom}
      data-drop={isOver}
      onFocus={() => activate(at)}
      onDoubleClick={toggleViewerAlone}
      {...handlers}
      {...dropHandlers}
    >
      {frame !== null && camera !== null ? (
        <>
          <ImageCanvas
            at={at}
            frame={frame}
            camera={camera}
            voi={voi}
            isDraft={isDragging}
            referenceLine={referenceLine}
          />
          <OverlayText
            at={at}
            frame={frame}
            camera={camera}
            voi={voi}
            level={overlayLevel}
            pointer={pointer}
            image={viewport.shown}
          />
          {viewport.shown === null ? null : (
            <MeasurementLayer at={at} image={viewport.shown} frame={frame} camera={camera} />
          )}
        </>
      ) : null}
      {object === null ? null : (
        <Suspense>
          <ObjectView key={object.image.file} face={object.face} file={object.image.file} />
        </Suspense>
      )}
      <ViewportMessage status={viewport.status} hasImage={frame !== null} />
    </div>
  );
}

function useViewSize(container: RefObject<HTMLElement | null>, at: ViewportPlace): void {
  useLayoutEffect(() => {
    const element = container.current;
    if (element === null) return;
    const measure = (): void => {
      setViewSize({ width: element.clientWidth, height: element.clientHeight }, at);
      snapToPixels(element);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => {
      observer.disconnect();
    };
  }, [container, at]);
}

/** Panes end between two pixels of the display: a canvas there would be blurred by the browser. */
function snapToPixels(element: HTMLElement): void {
  const { left, top } = element.getBoundingClientRect();
  const offset = (edge: number): string =>
    `${String(Math.round(edge * devicePixelRatio) / devicePixelRatio - edge)}px`;
  element.style.setProperty('--snap', `${offset(left)} ${offset(top)}`);
}

import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useSession } from '../../session/store';
import { toggleViewerAlone, cameraOf, setViewSize, shownFrame, windowOf } from '../../session/view-actions';
import type { Camera, Point } from '../../viewer/camera';
import { ImageRenderer } from '../../viewer/renderer';
import { computeRulers, drawRulers } from '../../viewer/rulers';
import type { WindowLevel } from '../../viewer/window-level';
import type { LoadedFrame } from '../../viewer/loaded-frame';
import { OverlayText } from './overlay-text';
import { useCine } from './use-cine';
import { usePointerInput } from './use-pointer-input';
import { ViewportMessage } from './viewport-message';
import styles from './viewport.module.css';

/** One image with its overlay; everything that a hand can do to it. */
export function Viewport() {
  const container = useRef<HTMLDivElement>(null);
  const viewport = useSession((session) => session.viewport);
  const overlayLevel = useSession((session) => session.overlayLevel);
  const [pointer, setPointer] = useState<Point | null>(null);
  // The frame itself is no part of the store; `shown` changes with it.
  const frame = viewport.shown === null ? null : shownFrame();
  const camera = useMemo(() => frame && cameraOf(viewport, frame.facts), [viewport, frame]);
  const window = useMemo(() => frame && windowOf(viewport, frame), [viewport, frame]);
  const { isDragging, handlers } = usePointerInput(container, setPointer);
  useViewSize(container);
  useCine();

  return (
    <div
      ref={container}
      className={styles.viewport}
      role="application"
      aria-label="Image"
      tabIndex={0}
      data-testid="viewport"
      data-phase={viewport.status.phase}
      data-sop-uid={viewport.shown?.sopInstanceUid}
      data-frame={viewport.shown?.frameIndex}
      data-ww={window?.width}
      data-wl={window?.center}
      data-zoom={camera?.zoom}
      onDoubleClick={toggleViewerAlone}
      {...handlers}
    >
      {frame !== null && camera !== null ? (
        <>
          <ImageCanvas frame={frame} camera={camera} window={window} isDraft={isDragging} />
          <OverlayText
            frame={frame}
            camera={camera}
            window={window}
            level={overlayLevel}
            pointer={pointer}
            image={viewport.shown}
          />
        </>
      ) : null}
      <ViewportMessage status={viewport.status} hasImage={frame !== null} />
    </div>
  );
}

interface ImageCanvasProps {
  readonly frame: LoadedFrame;
  readonly camera: Camera;
  readonly window: WindowLevel | null;
  readonly isDraft: boolean;
}

/** Not drawn again when only the pointer moves. */
const ImageCanvas = memo(function ImageCanvas({ frame, camera, window, isDraft }: ImageCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [renderer] = useState(() => new ImageRenderer());
  const { viewSize, isInverted, isSmooth } = useSession((session) => session.viewport);
  const hasRulers = useSession((session) => session.overlayLevel !== 'none');
  const ratio = devicePixelRatio;

  useEffect(() => () => renderer.dispose(), [renderer]);

  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d', { alpha: false });
    if (!context) return;
    renderer.render(context, {
      frame: frame.frame,
      look: {
        view: { transform: frame.grey, window: window ?? NO_WINDOW, invert: isInverted },
        palette: frame.palette,
      },
      pixelAspect: frame.facts.pixelAspect,
      camera,
      view: { ...viewSize, devicePixelRatio: ratio },
      interpolation: isSmooth ? 'bilinear' : 'nearest',
      isDraft,
    });
    if (hasRulers) drawRulers(context, computeRulers(frame.facts.spacing, camera, viewSize));
  });

  return (
    <canvas
      ref={canvas}
      className={styles.canvas}
      width={Math.round(viewSize.width * ratio)}
      height={Math.round(viewSize.height * ratio)}
    />
  );
});

/** A colour image is drawn without one. */
const NO_WINDOW: WindowLevel = { center: 0, width: 1 };

function useViewSize(container: React.RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = container.current;
    if (element === null) return;
    const measure = (): void => {
      setViewSize({ width: element.clientWidth, height: element.clientHeight });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => {
      observer.disconnect();
    };
  }, [container]);
}

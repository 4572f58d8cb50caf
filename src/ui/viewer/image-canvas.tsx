import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useSession } from '../../session/store';
import type { ViewportPlace } from '../../session/viewports';
import { ViewPainter, type ViewDrawing } from '../../viewer/view-painter';
import { useViewport } from '../use-viewport';
import { canvasSize } from './canvas-size';
import styles from './viewport.module.css';

interface ImageCanvasProps extends Pick<
  ViewDrawing,
  'frame' | 'camera' | 'voi' | 'isDraft' | 'referenceLine'
> {
  readonly at: ViewportPlace;
}

/** The image with what is drawn over it. Not drawn again when only the pointer moves. */
export const ImageCanvas = memo(function ImageCanvas({ at, ...drawing }: ImageCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [painter] = useState(() => new ViewPainter());
  const viewSize = useViewport(at, (viewport) => viewport.viewSize);
  const isInverted = useViewport(at, (viewport) => viewport.isInverted);
  const interpolation = useViewport(at, (viewport) => viewport.interpolation);
  const arePlanesShown = useSession((session) => session.arePlanesShown);
  const hasGraphics = useSession((session) => session.overlayLevel !== 'none');
  const ratio = devicePixelRatio;

  useEffect(() => () => painter.dispose(), [painter]);

  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d', { alpha: false });
    if (!context) return;
    painter.draw(context, {
      ...drawing,
      view: { ...viewSize, devicePixelRatio: ratio },
      isInverted,
      interpolation,
      arePlanesShown,
      hasGraphics,
    });
  });

  return <canvas ref={canvas} className={styles.canvas} {...canvasSize(viewSize, ratio)} />;
});

import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';
import { assertUnreachable } from '../../base/assert';
import { findSeries, imageCount } from '../../session/images';
import { useSession } from '../../session/store';
import { cameraOf, setCamera, setWindow, shownFrame, windowOf } from '../../session/view-actions';
import { showImage } from '../../session/viewport-actions';
import type { Point } from '../../viewer/camera';
import { INITIAL_TOOL_STATE, reduceInput, type ViewContext, type ViewInput } from '../../viewer/tools';
import { minimumWindowWidth } from '../../viewer/window-level';

/** Turns what pointers and wheels do over the view into changes of the viewport. */
export function usePointerInput(
  container: RefObject<HTMLElement | null>,
  onPoint: (point: Point | null) => void,
) {
  const toolState = useRef(INITIAL_TOOL_STATE);
  const [isDragging, setDragging] = useState(false);

  function handle(input: ViewInput): void {
    const context = viewContext();
    if (context === null) return;
    const { state, action } = reduceInput(toolState.current, input, context);
    toolState.current = state;
    setDragging(state.gesture.phase !== 'idle');
    switch (action?.type) {
      case undefined:
      case 'rest':
        return;
      case 'camera':
        setCamera(action.camera);
        return;
      case 'window':
        setWindow(action.window);
        return;
      case 'index':
        showImage(action.index);
        return;
      default:
        assertUnreachable(action);
    }
  }

  // React listens for wheels passively; the page must not scroll or zoom along.
  useEffect(() => {
    const element = container.current;
    if (element === null) return;
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      handle({ type: 'wheel', ...pointIn(element, event), ...wheelOf(event) });
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      element.removeEventListener('wheel', onWheel);
    };
  });

  const pointerHandler = (type: 'down' | 'move' | 'up') => (event: PointerEvent<HTMLElement>) => {
    const element = event.currentTarget;
    const point = pointIn(element, event);
    if (type === 'down') {
      element.setPointerCapture(event.pointerId);
      element.focus({ preventScroll: true });
      // The middle button would start the browser's own scrolling.
      if (event.button === 1) event.preventDefault();
    }
    if (!isDragging) onPoint(point);
    const { pointerId, pointerType, button, ctrlKey, metaKey, shiftKey, altKey } = event;
    handle({ type, ...point, pointerId, pointerType, button, ctrlKey, metaKey, shiftKey, altKey });
  };

  return {
    isDragging,
    handlers: {
      onPointerDown: pointerHandler('down'),
      onPointerMove: pointerHandler('move'),
      onPointerUp: pointerHandler('up'),
      onPointerCancel: pointerHandler('up'),
      onPointerLeave: () => {
        onPoint(null);
      },
      onContextMenu: (event: { preventDefault: () => void }) => {
        event.preventDefault();
      },
    },
  };
}

function viewContext(): ViewContext | null {
  const { catalog, tool, viewport } = useSession.getState();
  const series = findSeries(catalog, viewport.seriesKey);
  const frame = shownFrame();
  if (series === null) return null;
  const place = { index: viewport.imageIndex, count: imageCount(series), view: viewport.viewSize, tool };
  if (frame === null) return { ...place, ...WITHOUT_IMAGE };
  return {
    ...place,
    camera: cameraOf(viewport, frame.facts),
    window: windowOf(viewport, frame),
    minimumWidth: minimumWindowWidth(frame.frame, frame.grey),
    modality: frame.facts.modality,
  };
}

/** The wheel still leads from an image that could not be shown to the next one. */
const WITHOUT_IMAGE = {
  camera: { zoom: 1, panX: 0, panY: 0, rotationDegrees: 0, flipHorizontal: false, flipVertical: false },
  window: null,
  minimumWidth: 1,
  modality: '',
} as const;

function pointIn(element: HTMLElement, event: { readonly clientX: number; readonly clientY: number }): Point {
  const { left, top } = element.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}

function wheelOf({ deltaY, deltaMode, ctrlKey }: WheelEvent) {
  return { deltaY, deltaMode, ctrlKey };
}

import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';
import { assertUnreachable } from '../../base/assert';
import { imageCount } from '../../session/images';
import { activate } from '../../session/layout-actions';
import { stackAt } from '../../session/stacks';
import { addMeasurement, measureContextOf, setMeasuring } from '../../session/measurement-actions';
import { useSession } from '../../session/store';
import { cameraOf, setCamera, setWindow, shownFrame, voiOf } from '../../session/view-actions';
import { showImage } from '../../session/viewport-actions';
import { viewportAt, type ViewportPlace } from '../../session/viewports';
import type { Point } from '../../viewer/camera';
import { INITIAL_TOOL_STATE, reduceInput, type ViewContext, type ViewInput } from '../../viewer/tools';
import { windowOfVoi } from '../../viewer/voi-choice';
import { minimumWindowWidth } from '../../viewer/window-level';

interface PointerInputOptions {
  readonly at: ViewportPlace;
  readonly container: RefObject<HTMLElement | null>;
  readonly onPoint: (point: Point | null) => void;
}

/** Turns what pointers and wheels do over a view into changes of its viewport. */
export function usePointerInput({ at, container, onPoint }: PointerInputOptions) {
  const toolState = useRef(INITIAL_TOOL_STATE);
  const [isDragging, setDragging] = useState(false);

  function handle(input: ViewInput): void {
    const context = viewContext(at);
    if (context === null) return;
    const { state, action } = reduceInput(toolState.current, input, context);
    toolState.current = state;
    // The picture stands still while one measures: it stays sharp, and the value under the pointer is told.
    setDragging(state.gesture.phase !== 'idle' && state.gesture.phase !== 'measure');
    switch (action?.type) {
      case undefined:
      case 'rest':
        return;
      case 'camera':
        setCamera(action.camera, at);
        return;
      case 'window':
        setWindow(action.window, at);
        return;
      case 'index':
        showImage(action.index, at);
        return;
      case 'measuring':
        setMeasuring(action.measuring, at);
        return;
      case 'measured':
        addMeasurement(action.measurement, at);
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
      activate(at);
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

function viewContext(at: ViewportPlace): ViewContext | null {
  const session = useSession.getState();
  const { tool } = session;
  const viewport = viewportAt(session, at);
  const stack = stackAt(session, at);
  const frame = shownFrame(at);
  if (stack === null) return null;
  const place = { index: viewport.imageIndex, count: imageCount(stack), view: viewport.viewSize, tool };
  if (frame === null) return { ...place, ...WITHOUT_IMAGE };
  const voi = voiOf(viewport, frame);
  return {
    ...place,
    camera: cameraOf(viewport, frame.facts),
    window: voi && windowOfVoi(voi),
    minimumWidth: minimumWindowWidth(frame.frame, frame.grey),
    modality: frame.facts.modality,
    measure: measureContextOf(at, frame),
  };
}

/** The wheel still leads from an image that could not be shown to the next one. */
const WITHOUT_IMAGE = {
  camera: { zoom: 1, panX: 0, panY: 0, rotationDegrees: 0, flipHorizontal: false, flipVertical: false },
  window: null,
  minimumWidth: 1,
  modality: '',
  measure: null,
} as const;

function pointIn(element: HTMLElement, event: { readonly clientX: number; readonly clientY: number }): Point {
  const { left, top } = element.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}

function wheelOf({ deltaY, deltaMode, ctrlKey }: WheelEvent) {
  return { deltaY, deltaMode, ctrlKey };
}

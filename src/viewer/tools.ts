import { assertUnreachable } from '../base/assert';
import { pan, rotate, zoomAbout, type Camera, type Point, type Size } from './camera';
import { wheelPixels, wheelSteps, type WheelDelta } from './wheel';
import { dragWindow, type WindowLevel } from './window-level';

/** What the left button, or one finger, does. */
export type ToolName = 'window-level' | 'move' | 'zoom' | 'rotate';

/** The part of a pointer or wheel event that decides; x and y in CSS pixels from the view's top left corner. */
export type ViewInput =
  | (Point & {
      readonly type: 'down' | 'move' | 'up';
      readonly pointerId: number;
      readonly pointerType: string;
      /** 0 left, 1 middle, 2 right. */
      readonly button: number;
      readonly ctrlKey: boolean;
      readonly metaKey: boolean;
      readonly shiftKey: boolean;
      readonly altKey: boolean;
    })
  | (Point & WheelDelta & { readonly type: 'wheel'; readonly ctrlKey: boolean });

type PointerInput = Exclude<ViewInput, { readonly type: 'wheel' }>;

/** What the view shows while the input arrives. */
export interface ViewContext {
  readonly tool: ToolName;
  readonly camera: Camera;
  readonly view: Size;
  /** Null: a colour image, which has none. */
  readonly window: WindowLevel | null;
  readonly minimumWidth: number;
  readonly modality: string;
  /** Of the image in its series, from 0. */
  readonly index: number;
  readonly count: number;
}

interface Finger extends Point {
  readonly pointerId: number;
}

type Gesture =
  | { readonly phase: 'idle' }
  | {
      readonly phase: 'drag';
      readonly tool: ToolName;
      readonly isTouch: boolean;
      readonly start: Finger;
      readonly last: Finger;
      readonly startCamera: Camera;
      readonly startWindow: WindowLevel | null;
    }
  | {
      readonly phase: 'pinch';
      readonly start: readonly [Finger, Finger];
      readonly last: readonly [Finger, Finger];
      readonly startCamera: Camera;
    };

export interface ToolState {
  readonly gesture: Gesture;
  readonly wheelRemainderPixels: number;
}

/** What the input asks for; `rest`: the hand has let go, so the image may be drawn in full. */
export type ViewAction =
  | { readonly type: 'camera'; readonly camera: Camera }
  | { readonly type: 'window'; readonly window: WindowLevel }
  | { readonly type: 'index'; readonly index: number }
  | { readonly type: 'rest' };

export interface ToolStep {
  readonly state: ToolState;
  readonly action: ViewAction | null;
}

const IDLE: Gesture = { phase: 'idle' };

export const INITIAL_TOOL_STATE: ToolState = { gesture: IDLE, wheelRemainderPixels: 0 };

/** A drag of this many pixels doubles or halves the zoom. */
const PIXELS_PER_DOUBLING = 100;

/** One pointer or wheel event of a view. A cancelled pointer is an `up`. */
export function reduceInput(state: ToolState, input: ViewInput, context: ViewContext): ToolStep {
  switch (input.type) {
    case 'wheel':
      return turnWheel(state, input, context);
    case 'down':
      return { state: { ...state, gesture: pressed(state.gesture, input, context) }, action: null };
    case 'move':
      return movePointer(state, input, context);
    case 'up':
      return releasePointer(state, input, context);
    default:
      return assertUnreachable(input);
  }
}

function pressed(gesture: Gesture, input: PointerInput, context: ViewContext): Gesture {
  const finger = fingerOf(input);
  if (gesture.phase === 'idle') {
    return startDrag(finger, toolOf(input, context.tool), input.pointerType === 'touch', context);
  }
  if (gesture.phase === 'drag' && gesture.isTouch && input.pointerType === 'touch') {
    const fingers = [gesture.last, finger] as const;
    return { phase: 'pinch', start: fingers, last: fingers, startCamera: context.camera };
  }
  return gesture;
}

function startDrag(start: Finger, tool: ToolName, isTouch: boolean, context: ViewContext): Gesture {
  return {
    phase: 'drag',
    tool,
    isTouch,
    start,
    last: start,
    startCamera: context.camera,
    startWindow: context.window,
  };
}

/** The other buttons and the modifiers go before the chosen tool. */
function toolOf(input: PointerInput, chosen: ToolName): ToolName {
  if (input.button === 2) return 'zoom';
  if (input.button === 1) return 'move';
  if (input.ctrlKey || input.metaKey) return 'move';
  if (input.shiftKey) return 'zoom';
  return input.altKey ? 'window-level' : chosen;
}

function movePointer(state: ToolState, input: PointerInput, context: ViewContext): ToolStep {
  const { gesture } = state;
  const finger = fingerOf(input);
  if (gesture.phase === 'drag' && finger.pointerId === gesture.start.pointerId) {
    const moved = { ...gesture, last: finger };
    return { state: { ...state, gesture: moved }, action: dragAction(moved, context) };
  }
  if (gesture.phase === 'pinch') {
    const [one, other] = gesture.last;
    const moved = {
      ...gesture,
      last: [
        one.pointerId === finger.pointerId ? finger : one,
        other.pointerId === finger.pointerId ? finger : other,
      ] as const,
    };
    return { state: { ...state, gesture: moved }, action: pinchAction(moved, context) };
  }
  return { state, action: null };
}

function releasePointer(state: ToolState, input: PointerInput, context: ViewContext): ToolStep {
  const { gesture } = state;
  if (gesture.phase === 'drag' && input.pointerId === gesture.start.pointerId) {
    return { state: { ...state, gesture: IDLE }, action: { type: 'rest' } };
  }
  if (gesture.phase === 'pinch') {
    const staying = gesture.last.filter(({ pointerId }) => pointerId !== input.pointerId);
    const [finger] = staying;
    if (staying.length === 2 || finger === undefined) return { state, action: null };
    // The finger that stays goes on panning: to window with it would surprise.
    return { state: { ...state, gesture: startDrag(finger, 'move', true, context) }, action: null };
  }
  return { state, action: null };
}

function dragAction(gesture: Gesture & { phase: 'drag' }, context: ViewContext): ViewAction | null {
  const { start, last, startCamera, startWindow, tool } = gesture;
  const dx = last.x - start.x;
  const dy = last.y - start.y;
  switch (tool) {
    case 'window-level': {
      if (startWindow === null) return null;
      const { modality, minimumWidth } = context;
      return { type: 'window', window: dragWindow(startWindow, { dx, dy, modality, minimumWidth }) };
    }
    case 'move':
      return { type: 'camera', camera: pan(startCamera, dx, dy) };
    case 'zoom': {
      const factor = 2 ** (-dy / PIXELS_PER_DOUBLING);
      return { type: 'camera', camera: zoomAbout(startCamera, context.view, start, factor) };
    }
    case 'rotate':
      return { type: 'camera', camera: rotate(startCamera, angleBetween(start, last, context.view)) };
    default:
      return assertUnreachable(tool);
  }
}

/** Clockwise, in degrees, as seen from the middle of the view. */
function angleBetween(start: Point, end: Point, view: Size): number {
  const angleOf = (point: Point): number => Math.atan2(point.y - view.height / 2, point.x - view.width / 2);
  return ((angleOf(end) - angleOf(start)) * 180) / Math.PI;
}

function pinchAction(
  { start, last, startCamera }: Gesture & { phase: 'pinch' },
  { view }: ViewContext,
): ViewAction {
  const from = middle(start);
  const to = middle(last);
  const factor = distance(last) / Math.max(1, distance(start));
  const zoomed = zoomAbout(startCamera, view, from, factor);
  return { type: 'camera', camera: pan(zoomed, to.x - from.x, to.y - from.y) };
}

function turnWheel(state: ToolState, input: ViewInput & { type: 'wheel' }, context: ViewContext): ToolStep {
  if (input.ctrlKey) {
    // Browsers report a pinch on a trackpad as a wheel with Ctrl.
    const factor = 2 ** (-wheelPixels(input) / PIXELS_PER_DOUBLING);
    return {
      state,
      action: { type: 'camera', camera: zoomAbout(context.camera, context.view, input, factor) },
    };
  }
  const { steps, remainderPixels } = wheelSteps(state.wheelRemainderPixels, input);
  const index = Math.min(context.count - 1, Math.max(0, context.index + steps));
  return {
    state: { ...state, wheelRemainderPixels: remainderPixels },
    action: index === context.index ? null : { type: 'index', index },
  };
}

function fingerOf({ pointerId, x, y }: PointerInput): Finger {
  return { pointerId, x, y };
}

function middle([one, other]: readonly [Point, Point]): Point {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}

function distance([one, other]: readonly [Point, Point]): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

import { assertUnreachable } from '../base/assert';
import type { WindowLevel } from '../pixels/voi-lut';
import { zoomAbout, zoomFactor, type Camera, type Point, type Size } from './camera';
import { dragAction, type Drag, type DragAction, type DragContext, type ViewTool } from './drag';
import { isMeasurementKind, type MeasurementKind } from './measurements/measurement';
import {
  interruptedMeasure,
  moveMeasure,
  pressMeasure,
  releaseMeasure,
  type MeasureAction,
  type MeasureContext,
} from './measurements/measuring';
import { pinchCamera } from './pinch';
import { wheelPixels, wheelSteps, type WheelDelta } from './wheel';

/** What the left button, or one finger, does: a measurement's name makes and moves measurements. */
export type ToolName = ViewTool | MeasurementKind;

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
export interface ViewContext extends DragContext {
  readonly tool: ToolName;
  readonly camera: Camera;
  /** Null: a colour image, which has none. */
  readonly window: WindowLevel | null;
  /** Null while the tool is none that measures, or there is no image. */
  readonly measure: MeasureContext | null;
}

interface Finger extends Point {
  readonly pointerId: number;
}

type Gesture =
  | { readonly phase: 'idle' }
  | (Drag & {
      readonly phase: 'drag';
      readonly isTouch: boolean;
      readonly start: Finger;
      readonly last: Finger;
    })
  | {
      readonly phase: 'measure';
      readonly isTouch: boolean;
      readonly start: Finger;
      readonly last: Finger;
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
export type ViewAction = DragAction | { readonly type: 'rest' } | MeasureAction;

export interface ToolStep {
  readonly state: ToolState;
  readonly action: ViewAction | null;
}

const IDLE: Gesture = { phase: 'idle' };

export const INITIAL_TOOL_STATE: ToolState = { gesture: IDLE, wheelRemainderPixels: 0 };

/** One pointer or wheel event of a view. A cancelled pointer is an `up`. */
export function reduceInput(state: ToolState, input: ViewInput, context: ViewContext): ToolStep {
  switch (input.type) {
    case 'wheel':
      return turnWheel(state, input, context);
    case 'down':
      return pressPointer(state, input, context);
    case 'move':
      return movePointer(state, input, context);
    case 'up':
      return releasePointer(state, input, context);
    default:
      return assertUnreachable(input);
  }
}

function pressPointer(state: ToolState, input: PointerInput, context: ViewContext): ToolStep {
  const { gesture } = state;
  const finger = fingerOf(input);
  const isTouch = input.pointerType === 'touch';
  if (gesture.phase === 'idle') {
    const tool = toolOf(input, context.tool);
    if (!isMeasurementKind(tool)) {
      return { state: { ...state, gesture: startDrag(finger, tool, isTouch, context) }, action: null };
    }
    if (context.measure === null) return { state, action: null };
    const begun: Gesture = { phase: 'measure', isTouch, start: finger, last: finger };
    return { state: { ...state, gesture: begun }, action: pressMeasure(finger, isTouch, context.measure) };
  }
  if (gesture.phase === 'pinch' || !gesture.isTouch || !isTouch) return { state, action: null };
  const fingers = [gesture.last, finger] as const;
  const pinch: Gesture = { phase: 'pinch', start: fingers, last: fingers, startCamera: context.camera };
  const isMeasuring = gesture.phase === 'measure' && context.measure !== null;
  return {
    state: { ...state, gesture: pinch },
    action: isMeasuring ? interruptedMeasure(context.measure) : null,
  };
}

function startDrag(start: Finger, tool: ViewTool, isTouch: boolean, context: ViewContext): Gesture {
  return {
    phase: 'drag',
    tool,
    isTouch,
    start,
    last: start,
    startCamera: context.camera,
    startWindow: context.window,
    startIndex: context.index,
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
  if (gesture.phase === 'measure' && finger.pointerId === gesture.start.pointerId) {
    const moved = { ...gesture, last: finger };
    return { state: { ...state, gesture: moved }, action: measureAction(moveMeasure, finger, context) };
  }
  // Between two clicks the next point follows a pointer that has no button down.
  if (gesture.phase === 'idle') return { state, action: measureAction(moveMeasure, finger, context) };
  if (gesture.phase === 'pinch') {
    const [one, other] = gesture.last;
    const moved = {
      ...gesture,
      last: [
        one.pointerId === finger.pointerId ? finger : one,
        other.pointerId === finger.pointerId ? finger : other,
      ] as const,
    };
    return { state: { ...state, gesture: moved }, action: pinchAction(moved, context.view) };
  }
  return { state, action: null };
}

function releasePointer(state: ToolState, input: PointerInput, context: ViewContext): ToolStep {
  const { gesture } = state;
  if (gesture.phase === 'drag' && input.pointerId === gesture.start.pointerId) {
    return { state: { ...state, gesture: IDLE }, action: { type: 'rest' } };
  }
  if (gesture.phase === 'measure' && input.pointerId === gesture.start.pointerId) {
    const action = measureAction(releaseMeasure, fingerOf(input), context);
    return { state: { ...state, gesture: IDLE }, action };
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

/** Null where nothing is being measured, or no more. */
function measureAction(
  act: typeof moveMeasure,
  { x, y }: Finger,
  { measure }: ViewContext,
): MeasureAction | null {
  return measure?.measuring ? act({ x, y }, measure.measuring, measure) : null;
}

function pinchAction({ start, last, startCamera }: Gesture & { phase: 'pinch' }, view: Size): ViewAction {
  return { type: 'camera', camera: pinchCamera(startCamera, view, { start, last }) };
}

function turnWheel(state: ToolState, input: ViewInput & { type: 'wheel' }, context: ViewContext): ToolStep {
  if (input.ctrlKey) {
    // Browsers report a pinch on a trackpad as a wheel with Ctrl.
    const camera = zoomAbout(context.camera, context.view, input, zoomFactor(wheelPixels(input)));
    return { state, action: { type: 'camera', camera } };
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

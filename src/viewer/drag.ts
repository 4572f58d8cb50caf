import { assertUnreachable } from '../base/assert';
import type { WindowLevel } from '../pixels/voi-lut';
import { pan, rotate, zoomAbout, zoomFactor, type Camera, type Point, type Size } from './camera';
import { dragWindow } from './window-level';

/** What a drag over an image can do to its view. */
export type ViewTool = 'window-level' | 'scroll' | 'move' | 'zoom' | 'rotate';

/** A pointer that is down: CSS pixels from the view's top left corner, and what the view showed where it began. */
export interface Drag {
  readonly tool: ViewTool;
  readonly start: Point;
  readonly last: Point;
  readonly startCamera: Camera;
  /** Null: a colour image, which has none. */
  readonly startWindow: WindowLevel | null;
  readonly startIndex: number;
}

export interface DragContext {
  readonly view: Size;
  readonly minimumWidth: number;
  readonly modality: string;
  /** Of the image in its series, from 0. */
  readonly index: number;
  readonly count: number;
}

export type DragAction =
  | { readonly type: 'camera'; readonly camera: Camera }
  | { readonly type: 'window'; readonly window: WindowLevel }
  | { readonly type: 'index'; readonly index: number };

/** A short series goes by no faster, a long one no slower than this for each image. */
const LEAST_PIXELS_PER_IMAGE = 2;
const MOST_PIXELS_PER_IMAGE = 24;

/** What a drag comes to so far; null where it changes nothing. */
export function dragAction(drag: Drag, context: DragContext): DragAction | null {
  const { start, last, startCamera, startWindow, tool } = drag;
  const dx = last.x - start.x;
  const dy = last.y - start.y;
  switch (tool) {
    case 'window-level': {
      if (startWindow === null) return null;
      const { modality, minimumWidth } = context;
      return { type: 'window', window: dragWindow(startWindow, { dx, dy, modality, minimumWidth }) };
    }
    case 'scroll':
      return scrollAction(drag.startIndex, dy, context);
    case 'move':
      return { type: 'camera', camera: pan(startCamera, dx, dy) };
    case 'zoom':
      return { type: 'camera', camera: zoomAbout(startCamera, context.view, start, zoomFactor(dy)) };
    case 'rotate':
      return { type: 'camera', camera: rotate(startCamera, angleBetween(start, last, context.view)) };
    default:
      return assertUnreachable(tool);
  }
}

/** The height of the view leads through the series; down is on, as with a wheel. */
function scrollAction(
  startIndex: number,
  dy: number,
  { view, index, count }: DragContext,
): DragAction | null {
  const perImage = Math.min(
    MOST_PIXELS_PER_IMAGE,
    Math.max(LEAST_PIXELS_PER_IMAGE, view.height / Math.max(1, count)),
  );
  const wanted = Math.min(count - 1, Math.max(0, startIndex + Math.round(dy / perImage)));
  return wanted === index ? null : { type: 'index', index: wanted };
}

/** Clockwise, in degrees, as seen from the middle of the view. */
function angleBetween(start: Point, end: Point, view: Size): number {
  const angleOf = (point: Point): number => Math.atan2(point.y - view.height / 2, point.x - view.width / 2);
  return ((angleOf(end) - angleOf(start)) * 180) / Math.PI;
}

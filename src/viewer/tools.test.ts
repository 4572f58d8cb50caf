import { describe, expect, it } from 'vitest';
import { applyMatrix, fitCamera, viewToImage } from './camera';
import {
  INITIAL_TOOL_STATE,
  reduceInput,
  type ToolState,
  type ViewAction,
  type ViewContext,
  type ViewInput,
} from './tools';

const image = { columns: 100, rows: 100, pixelAspect: 1 };
const view = { width: 400, height: 400 };
const context: ViewContext = {
  tool: 'window-level',
  camera: fitCamera(image, view),
  view,
  window: { center: 40, width: 400 },
  minimumWidth: 1,
  modality: 'CT',
  index: 5,
  count: 10,
  measure: null,
};

type PointerPart = Partial<Extract<ViewInput, { type: 'down' | 'move' | 'up' }>>;

function pointer(type: 'down' | 'move' | 'up', x: number, y: number, part: PointerPart = {}): ViewInput {
  return {
    pointerId: 1,
    pointerType: 'mouse',
    button: 0,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    ...part,
    type,
    x,
    y,
  };
}

/** The last action of a series of inputs; what they ask for is taken up in between, as the session does. */
function play(inputs: readonly ViewInput[], start: ViewContext = context) {
  let state: ToolState = INITIAL_TOOL_STATE;
  let now = start;
  let last: ViewAction | null = null;
  for (const input of inputs) {
    const step = reduceInput(state, input, now);
    state = step.state;
    if (step.action?.type === 'camera') now = { ...now, camera: step.action.camera };
    if (step.action?.type === 'window') now = { ...now, window: step.action.window };
    if (step.action?.type === 'index') now = { ...now, index: step.action.index };
    last = step.action;
  }
  return { last, now };
}

function drag(dx: number, dy: number, part: PointerPart = {}, start: ViewContext = context) {
  return play(
    [
      pointer('down', 100, 100, part),
      pointer('move', 100 + dx / 2, 100 + dy / 2, part),
      pointer('move', 100 + dx, 100 + dy, part),
    ],
    start,
  ).now;
}

describe('a drag', () => {
  it('with the left button sets the window, from where it started', () => {
    // Gain 400 / 80 = 5 for each pixel, of the starting width in all steps.
    expect(drag(20, -10).window).toEqual({ center: 90, width: 500 });
  });

  it('with the right button zooms about its start: up is in, 100 px double', () => {
    const zoomed = drag(0, -100, { button: 2 }).camera;
    expect(zoomed.zoom).toBeCloseTo(2 * context.camera.zoom, 9);
    const before = applyMatrix(viewToImage(context.camera, image, view), { x: 100, y: 100 });
    const after = applyMatrix(viewToImage(zoomed, image, view), { x: 100, y: 100 });
    expect(after.x).toBeCloseTo(before.x, 9);
    expect(after.y).toBeCloseTo(before.y, 9);
    expect(drag(0, 100, { button: 2 }).camera.zoom).toBeCloseTo(context.camera.zoom / 2, 9);
  });

  it('with the middle button pans', () => {
    expect(drag(7, -9, { button: 1 }).camera).toMatchObject({ panX: 7, panY: -9 });
  });

  it('with the left button follows the chosen tool', () => {
    expect(drag(7, 9, {}, { ...context, tool: 'move' }).camera).toMatchObject({ panX: 7, panY: 9 });
    expect(drag(0, -100, {}, { ...context, tool: 'zoom' }).camera.zoom).toBeCloseTo(8, 9);
    // From (-100, -100) to (100, -100) about the middle: a quarter turn clockwise.
    expect(drag(200, 0, {}, { ...context, tool: 'rotate' }).camera.rotationDegrees).toBeCloseTo(90, 9);
    // Ten images in a view of 400 pixels: no more than 24 pixels for each.
    expect(drag(0, 50, {}, { ...context, tool: 'scroll' }).index).toBe(7);
    // 200 of them: one for each 2 pixels; at the ends it stops.
    const long: ViewContext = { ...context, tool: 'scroll', count: 200 };
    expect(drag(0, 50, {}, long).index).toBe(30);
    expect(drag(0, -50, {}, long).index).toBe(0);
  });

  it('follows the modifiers, whatever the tool', () => {
    const rotate: ViewContext = { ...context, tool: 'rotate' };
    expect(drag(7, 9, { ctrlKey: true }, rotate).camera).toMatchObject({ panX: 7, rotationDegrees: 0 });
    expect(drag(7, 9, { metaKey: true }, rotate).camera).toMatchObject({ panX: 7, rotationDegrees: 0 });
    expect(drag(0, -100, { shiftKey: true }, rotate).camera.zoom).toBeCloseTo(8, 9);
    expect(drag(20, 0, { altKey: true }, rotate).window).toEqual({ center: 40, width: 500 });
  });

  it('leaves a colour image’s window alone', () => {
    expect(drag(20, 20, {}, { ...context, window: null }).window).toBeNull();
  });

  it('ends in rest; moves without a button do nothing', () => {
    const inputs = [pointer('down', 0, 0), pointer('move', 5, 5), pointer('up', 5, 5)];
    expect(play(inputs).last).toEqual({ type: 'rest' });
    expect(play([...inputs, pointer('move', 50, 50)]).last).toBeNull();
  });
});

describe('the wheel', () => {
  function wheel(deltaY: number, ctrlKey = false): ViewInput {
    return { type: 'wheel', x: 100, y: 100, deltaY, deltaMode: 0, ctrlKey };
  }

  it('goes through the slices and stops at the ends', () => {
    expect(play([wheel(100)]).last).toEqual({ type: 'index', index: 6 });
    expect(play([wheel(-100)]).last).toEqual({ type: 'index', index: 4 });
    expect(play([wheel(2000)]).last).toEqual({ type: 'index', index: 9 });
    expect(play([wheel(100)], { ...context, index: 9 }).last).toBeNull();
    expect(play([wheel(-100)], { ...context, index: 0 }).last).toBeNull();
  });

  it('zooms with Ctrl: a pinch on a trackpad', () => {
    expect(play([wheel(-100, true)]).now.camera.zoom).toBeCloseTo(8, 9);
  });
});

describe('two fingers', () => {
  const touch = (pointerId: number): PointerPart => ({ pointerId, pointerType: 'touch' });
  const start = [pointer('down', 150, 200, touch(1)), pointer('down', 250, 200, touch(2))];

  it('zoom by the distance between them', () => {
    const { camera } = play([
      ...start,
      pointer('move', 100, 200, touch(1)),
      pointer('move', 300, 200, touch(2)),
    ]).now;
    // From 100 px apart to 200 px, about the middle of the view.
    expect(camera).toMatchObject({ zoom: 8, panX: 0, panY: 0 });
  });

  it('pan by their middle', () => {
    const { camera, window } = play([
      ...start,
      pointer('move', 160, 230, touch(1)),
      pointer('move', 260, 230, touch(2)),
    ]).now;
    expect(camera.zoom).toBeCloseTo(4, 9);
    expect(camera.panX).toBeCloseTo(10, 9);
    expect(camera.panY).toBeCloseTo(30, 9);
    expect(window).toEqual(context.window);
  });

  it('go on with one of them panning', () => {
    const { camera, window } = play([
      ...start,
      pointer('up', 250, 200, touch(2)),
      pointer('move', 160, 195, touch(1)),
    ]).now;
    expect(camera).toMatchObject({ zoom: 4, panX: 10, panY: -5 });
    expect(window).toEqual(context.window);
  });

  it('one finger is the chosen tool', () => {
    expect(drag(20, 0, touch(1)).window).toEqual({ center: 40, width: 500 });
  });
});

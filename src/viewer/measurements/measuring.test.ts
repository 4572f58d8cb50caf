import { describe, expect, it } from 'vitest';
import { fitCamera, imageToView, type Camera } from '../camera';
import {
  INITIAL_TOOL_STATE,
  reduceInput,
  type ToolName,
  type ToolState,
  type ViewContext,
  type ViewInput,
} from '../tools';
import { isMeasurementKind, type Measurement, type MeasurementKind } from './measurement';
import { withMeasuring, type Measuring } from './measuring';

const image = { columns: 100, rows: 100, pixelAspect: 1 };
const view = { width: 400, height: 400 };

/** A hand over a view of 400 x 400 px that shows 100 x 100 pixels, and what comes of it, as the session keeps it. */
class Hand {
  tool: ToolName;
  camera: Camera = fitCamera(image, view);
  measurements: readonly Measurement[] = [];
  measuring: Measuring | null = null;
  #selected: number | null = null;
  #state: ToolState = INITIAL_TOOL_STATE;

  constructor(tool: ToolName, measurements: readonly Measurement[] = []) {
    this.tool = tool;
    this.measurements = measurements;
  }

  down(x: number, y: number, part: Partial<Pointer> = {}): this {
    return this.#handle(pointer('down', x, y, part));
  }

  move(x: number, y: number, part: Partial<Pointer> = {}): this {
    return this.#handle(pointer('move', x, y, part));
  }

  up(x: number, y: number, part: Partial<Pointer> = {}): this {
    return this.#handle(pointer('up', x, y, part));
  }

  click(x: number, y: number): this {
    return this.move(x, y).down(x, y).up(x, y);
  }

  drag(x1: number, y1: number, x2: number, y2: number, part: Partial<Pointer> = {}): this {
    return this.down(x1, y1, part).move(x2, y2, part).up(x2, y2, part);
  }

  /** The points of the only measurement, as they are seen. */
  get points() {
    return withMeasuring(this.measurements, this.measuring)[0]?.points.map(({ x, y }) => [x, y]);
  }

  #handle(input: ViewInput): this {
    const { state, action } = reduceInput(this.#state, input, this.#context());
    this.#state = state;
    if (action?.type === 'camera') this.camera = action.camera;
    if (action?.type === 'measuring') {
      this.measuring = action.measuring;
      this.#selected = action.measuring?.measurement.id ?? this.#selected;
    }
    if (action?.type === 'measured') {
      const { measurement } = action;
      this.measurements = [...this.measurements.filter(({ id }) => id !== measurement.id), measurement];
      this.measuring = null;
    }
    return this;
  }

  #context(): ViewContext {
    const { tool, camera, measurements, measuring } = this;
    return {
      tool,
      camera,
      view,
      window: { center: 40, width: 400 },
      minimumWidth: 1,
      modality: 'CT',
      index: 0,
      count: 1,
      measure: isMeasurementKind(tool)
        ? {
            kind: tool,
            columns: image.columns,
            rows: image.rows,
            toView: imageToView(camera, image, view),
            measurements,
            selected: this.#selected,
            measuring,
            nextId: measurements.length + 1,
          }
        : null,
    };
  }
}

type Pointer = Extract<ViewInput, { readonly type: 'down' | 'move' | 'up' }>;

function pointer(type: Pointer['type'], x: number, y: number, part: Partial<Pointer>): Pointer {
  const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
  return { pointerId: 1, pointerType: 'mouse', button: 0, ...none, ...part, type, x, y };
}

function made(kind: MeasurementKind, ...points: readonly (readonly [number, number])[]): Measurement {
  return { id: 1, kind, points: points.map(([x, y]) => ({ x, y })) };
}

describe('a measurement is made', () => {
  it('by a drag, at a fourth of the screen’s pixels', () => {
    const hand = new Hand('length').down(40, 80).move(100, 100);
    expect(hand.points).toEqual([
      [10, 20],
      [25, 25],
    ]);
    expect(hand.measurements).toEqual([]);
    expect(hand.up(200, 160).measurements).toEqual([made('length', [10, 20], [50, 40])]);
  });

  it('by two clicks, with the second end under the pointer between them', () => {
    const hand = new Hand('length').click(40, 80).move(120, 120);
    expect(hand.points).toEqual([
      [10, 20],
      [30, 30],
    ]);
    expect(hand.click(200, 160).measurements).toEqual([made('length', [10, 20], [50, 40])]);
  });

  it('by three clicks, or a drag and a click, where it is an angle', () => {
    const angle = made('angle', [10, 10], [50, 50], [50, 10]);
    expect(new Hand('angle').click(40, 40).click(200, 200).click(200, 40).measurements).toEqual([angle]);
    const hand = new Hand('angle').drag(40, 40, 200, 200).move(100, 200);
    expect(hand.points).toEqual([
      [10, 10],
      [50, 50],
      [25, 50],
    ]);
    expect(hand.click(200, 40).measurements).toEqual([angle]);
  });

  it('from corner to corner where it is an oval or a rectangle, by one press where it is a point', () => {
    expect(new Hand('oval').drag(200, 160, 40, 80).measurements).toEqual([made('oval', [50, 40], [10, 20])]);
    expect(new Hand('point').click(42, 80).measurements).toEqual([made('point', [10.5, 20])]);
  });

  it('within the image', () => {
    const shifted = new Hand('length');
    shifted.camera = { ...shifted.camera, zoom: 2 };
    // The image is from 100 to 300 px.
    expect(shifted.drag(50, 200, 390, 350).measurements).toEqual([made('length', [0, 50], [100, 100])]);
  });

  it('on the pixels that are seen, when the picture is flipped', () => {
    const hand = new Hand('length');
    hand.camera = { ...hand.camera, flipHorizontal: true };
    expect(hand.drag(40, 80, 200, 160).measurements).toEqual([made('length', [90, 20], [50, 40])]);
  });

  it('not of a press that has no extent', () => {
    expect(new Hand('rectangle').drag(40, 80, 200, 81).measurements).toEqual([]);
    const twice = new Hand('length').click(40, 80).click(41, 80);
    expect([twice.measurements, twice.measuring]).toEqual([[], null]);
  });

  it('while other buttons and modifiers keep their meaning', () => {
    const hand = new Hand('length').click(40, 80);
    hand.down(100, 100, { button: 1 }).move(140, 100, { button: 1 }).up(140, 100, { button: 1 });
    expect(hand.camera.panX).toBe(40);
    hand.drag(100, 100, 100, 90, { ctrlKey: true });
    expect(hand.camera.panY).toBe(-10);
    // The first end stays on its pixel: the picture has moved by 40 and -10 px.
    expect(hand.click(240, 150).measurements).toEqual([made('length', [10, 20], [50, 40])]);
  });
});

describe('a measurement that is there', () => {
  const length = made('length', [10, 20], [50, 20]);

  it('is changed by its handles', () => {
    const hand = new Hand('length', [length]).drag(203, 82, 203, 162);
    expect(hand.measurements).toEqual([made('length', [10, 20], [50, 40])]);
  });

  it('is moved by its line, as far as the image goes', () => {
    const hand = new Hand('oval', [length]).drag(120, 83, 140, 123);
    expect(hand.measurements).toEqual([made('length', [15, 30], [55, 30])]);
    hand.drag(140, 120, 140, 900);
    expect(hand.measurements).toEqual([made('length', [15, 100], [55, 100])]);
  });

  it('is changed at any corner of its box', () => {
    const hand = new Hand('oval', [made('oval', [10, 10], [50, 40])]);
    // Top right: right side and top.
    expect(hand.drag(200, 40, 240, 60).measurements).toEqual([made('oval', [10, 15], [60, 40])]);
    // Bottom left: left side and bottom.
    expect(hand.drag(40, 160, 20, 180).measurements).toEqual([made('oval', [5, 15], [60, 45])]);
  });

  it('is not moved by a click, nor out of 8 px; a finger reaches 20 px', () => {
    const hand = new Hand('length', [length]).click(120, 80);
    expect([hand.measurements, hand.measuring]).toEqual([[length], null]);
    expect(new Hand('length', [length]).drag(120, 92, 120, 132).measurements).toHaveLength(2);
    const finger = { pointerType: 'touch' };
    expect(new Hand('length', [length]).drag(120, 92, 120, 132, finger).measurements).toHaveLength(1);
  });

  it('is left alone by the other tools', () => {
    expect(new Hand('window-level', [length]).drag(120, 80, 140, 120).measurements).toEqual([length]);
  });
});

describe('a second finger', () => {
  const one = { pointerType: 'touch', pointerId: 1 };
  const two = { pointerType: 'touch', pointerId: 2 };

  it('turns what the first one began into a pinch', () => {
    const hand = new Hand('length').down(150, 200, one).down(250, 200, two);
    hand.move(100, 200, one).move(300, 200, two);
    expect(hand.measuring).toBeNull();
    expect(hand.camera.zoom).toBeCloseTo(8, 9);
    expect(hand.up(100, 200, one).up(300, 200, two).measurements).toEqual([]);
  });
});

import { assert } from '../base/assert';
import type { Matrix, Size } from './camera';

export type CreateCanvas = (width: number, height: number) => OffscreenCanvas;

export function createOffscreenCanvas(width: number, height: number): OffscreenCanvas {
  return new OffscreenCanvas(width, height);
}

/** What a picture shows; while that stays the same, it is not made again. */
interface Shown extends Size {
  readonly of: object;
  readonly matrix: Matrix;
}

/** Something drawn in the size of a view, with a dark edge that shows it on a white image too. */
export class PlanesPicture {
  readonly #createCanvas: CreateCanvas;
  #last: { shown: Shown; plain: OffscreenCanvas; edged: OffscreenCanvas } | null = null;

  constructor(createCanvas: CreateCanvas) {
    this.#createCanvas = createCanvas;
  }

  /** `paint` draws on a transparent canvas of that size. */
  draw(shown: Shown, paint: (context: OffscreenCanvasRenderingContext2D) => void): OffscreenCanvas {
    const last = this.#last;
    if (last !== null && isSame(last.shown, shown)) return last.edged;
    const { plain, edged } = this.#canvasesOf(shown);
    paint(contextOf(plain));
    drawEdged(contextOf(edged), plain);
    this.#last = { shown, plain, edged };
    return edged;
  }

  dispose(): void {
    for (const canvas of this.#last === null ? [] : [this.#last.plain, this.#last.edged]) {
      // Browsers free the memory of a canvas late; of one without area at once.
      canvas.width = 0;
      canvas.height = 0;
    }
    this.#last = null;
  }

  #canvasesOf({ width, height }: Size): { readonly plain: OffscreenCanvas; readonly edged: OffscreenCanvas } {
    const last = this.#last;
    if (last?.shown.width === width && last.shown.height === height) {
      for (const canvas of [last.plain, last.edged]) clear(contextOf(canvas), last.shown);
      return last;
    }
    this.dispose();
    return { plain: this.#createCanvas(width, height), edged: this.#createCanvas(width, height) };
  }
}

/** Its shadow to either side, in black, and over that the picture: an edge of one pixel. */
function drawEdged(context: OffscreenCanvasRenderingContext2D, plain: OffscreenCanvas): void {
  context.globalCompositeOperation = 'source-over';
  context.drawImage(plain, 1, 1);
  context.drawImage(plain, -1, -1);
  context.globalCompositeOperation = 'source-in';
  context.fillStyle = '#000';
  context.fillRect(0, 0, plain.width, plain.height);
  context.globalCompositeOperation = 'source-over';
  context.drawImage(plain, 0, 0);
}

function clear(context: OffscreenCanvasRenderingContext2D, { width, height }: Size): void {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height);
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  assert(context, 'a canvas has a 2D context');
  return context;
}

function isSame(one: Shown, other: Shown): boolean {
  const { matrix } = other;
  return (
    one.of === other.of &&
    one.width === other.width &&
    one.height === other.height &&
    one.matrix.a === matrix.a &&
    one.matrix.b === matrix.b &&
    one.matrix.c === matrix.c &&
    one.matrix.d === matrix.d &&
    one.matrix.e === matrix.e &&
    one.matrix.f === matrix.f
  );
}

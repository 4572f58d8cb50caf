import type { Size } from './camera';
import type { CreateSurface, PixelSurface } from './pixel-surface';

/** A picture that was painted, with what it was painted from; keeps its surface for as long as its size stays. */
export class FrameLayer {
  readonly #createSurface: CreateSurface;
  #surface: PixelSurface | null = null;
  #source: readonly unknown[] | null = null;

  constructor(createSurface: CreateSurface) {
    this.#createSurface = createSurface;
  }

  /** Whether the layer holds what is painted from the same values. */
  holds(source: readonly unknown[]): boolean {
    const held = this.#source;
    return held?.length === source.length && held.every((part, index) => part === source[index]);
  }

  /** The picture to draw, painted if it is not the last one. */
  show(source: readonly unknown[], size: Size, paint: (pixels: Uint32Array) => void): OffscreenCanvas {
    const surface = this.#surfaceOf(size);
    if (!this.holds(source)) {
      paint(surface.pixels);
      surface.upload();
      this.#source = source;
    }
    return surface.image;
  }

  dispose(): void {
    this.#surface?.release();
    this.#surface = null;
    this.#source = null;
  }

  #surfaceOf({ width, height }: Size): PixelSurface {
    const last = this.#surface;
    if (last !== null && last.width === width && last.height === height) return last;
    last?.release();
    this.#source = null;
    this.#surface = this.#createSurface(width, height);
    return this.#surface;
  }
}

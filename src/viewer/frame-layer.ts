import type { DecodedFrame } from '../pixels/decoded-frame';
import type { Painter } from './frame-painter';
import type { CreateSurface, PixelSurface } from './pixel-surface';

/** A frame as painted pixels; keeps its surface for as long as the size of the frames stays. */
export class FrameLayer {
  readonly #createSurface: CreateSurface;
  #surface: PixelSurface | null = null;
  #shown: { frame: DecodedFrame; paint: Painter } | null = null;

  constructor(createSurface: CreateSurface) {
    this.#createSurface = createSurface;
  }

  /** Whether this frame, painted so, is what the layer holds. */
  shows(frame: DecodedFrame, paint: Painter): boolean {
    return this.#shown?.frame === frame && this.#shown.paint === paint;
  }

  /** The picture to draw, painted if it is not the last one. */
  paint(frame: DecodedFrame, paint: Painter): OffscreenCanvas {
    const surface = this.#surfaceFor(frame);
    if (!this.shows(frame, paint)) {
      paint(frame, surface.pixels);
      surface.upload();
      this.#shown = { frame, paint };
    }
    return surface.image;
  }

  dispose(): void {
    this.#surface?.release();
    this.#surface = null;
    this.#shown = null;
  }

  #surfaceFor({ columns, rows }: DecodedFrame): PixelSurface {
    const last = this.#surface;
    if (last !== null && last.width === columns && last.height === rows) return last;
    last?.release();
    this.#shown = null;
    this.#surface = this.#createSurface(columns, rows);
    return this.#surface;
  }
}

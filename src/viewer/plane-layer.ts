import type { OverlayPlane } from '../pixels/overlay-planes';
import type { CreateSurface, PixelSurface } from './pixel-surface';
import { bitmapSize, findPlaneBox, paintPlane, type PlaneBox } from './plane-bitmap';

/** A plane as a picture, and where that lies in the image. */
export interface PlanePicture {
  readonly image: OffscreenCanvas;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** One plane as painted pixels, painted again when another size of blocks or another colour is asked for. */
export class PlaneLayer {
  readonly #plane: OverlayPlane;
  readonly #box: PlaneBox | null;
  readonly #createSurface: CreateSurface;
  #painted: { surface: PixelSurface; blockSide: number; colour: number } | null = null;

  constructor(plane: OverlayPlane, createSurface: CreateSurface) {
    this.#plane = plane;
    this.#box = findPlaneBox(plane);
    this.#createSurface = createSurface;
  }

  /** Null where nothing is set. `blockSide` is in pixels of the plane, `colour` RGBA as `PixelSurface` has it. */
  paint(blockSide: number, colour: number): PlanePicture | null {
    const box = this.#box;
    if (box === null) return null;
    const { image, width, height } = this.#surfaceFor(box, blockSide, colour);
    return {
      image,
      left: this.#plane.left + box.left,
      top: this.#plane.top + box.top,
      width: width * blockSide,
      height: height * blockSide,
    };
  }

  dispose(): void {
    this.#painted?.surface.release();
    this.#painted = null;
  }

  #surfaceFor(box: PlaneBox, blockSide: number, colour: number): PixelSurface {
    const last = this.#painted;
    if (last?.blockSide === blockSide && last.colour === colour) return last.surface;
    this.dispose();
    const { width, height } = bitmapSize(box, blockSide);
    const surface = this.#createSurface(width, height);
    paintPlane(this.#plane, { box, blockSide, colour }, surface.pixels);
    surface.upload();
    this.#painted = { surface, blockSide, colour };
    return surface;
  }
}

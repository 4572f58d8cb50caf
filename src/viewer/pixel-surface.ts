import { assert } from '../base/assert';

/** A picture of pixels that a canvas can draw; it holds memory until it is released. */
export interface PixelSurface {
  readonly width: number;
  readonly height: number;
  /** RGBA, row-major; shown by `image` after `upload`. */
  readonly pixels: Uint32Array<ArrayBuffer>;
  readonly image: OffscreenCanvas;
  upload(): void;
  release(): void;
}

export type CreateSurface = (width: number, height: number) => PixelSurface;

export function createOffscreenSurface(width: number, height: number): PixelSurface {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  assert(context, 'a new canvas has a 2D context');
  const data = new Uint8ClampedArray(width * height * 4);
  const imageData = new ImageData(data, width, height);
  return {
    width,
    height,
    pixels: new Uint32Array(data.buffer),
    image: canvas,
    upload: () => context.putImageData(imageData, 0, 0),
    release: () => {
      // Browsers free the memory of a canvas late; of one without area at once.
      canvas.width = 0;
      canvas.height = 0;
    },
  };
}

import type { OverlayPlane } from '../pixels/overlay-planes';
import { forEachDrawn, PLANE_COLOURS } from './plane-bitmap';

const BLACK = 0xff000000;

/**
 * Paints overlay planes over a picture of their frame that is as large or smaller: no set pixel is lost, and all have a
 * dark edge that shows them on a white image too. `rgba` has four bytes for each pixel, row-major.
 */
export function paintPlanesOver(
  picture: { readonly width: number; readonly height: number; readonly rgba: Uint8ClampedArray<ArrayBuffer> },
  planes: readonly OverlayPlane[],
  frame: { readonly rows: number; readonly columns: number },
): void {
  const { width, height } = picture;
  const pixels = new Uint32Array(picture.rgba.buffer);
  const paint = (x: number, y: number, colour: number): void => {
    if (x >= 0 && y >= 0 && x < width && y < height) pixels[y * width + x] = colour;
  };
  const forEachPlace = (plane: OverlayPlane, visit: (x: number, y: number) => void): void => {
    forEachDrawn(plane, (column, row) => {
      const x = Math.floor(((plane.left + column) * width) / frame.columns);
      visit(x, Math.floor(((plane.top + row) * height) / frame.rows));
    });
  };
  for (const plane of planes) {
    forEachPlace(plane, (x, y) => {
      for (let beside = 0; beside < 9; beside++) {
        paint(x - 1 + (beside % 3), y - 1 + Math.floor(beside / 3), BLACK);
      }
    });
  }
  for (const plane of planes) {
    forEachPlace(plane, (x, y) => {
      paint(x, y, PLANE_COLOURS[plane.type]);
    });
  }
}

import type { DecodedFrame, GreyTransform, Palette } from './decoded-frame';
import { renderFrame } from './render-frame';

/**
 * A frame as it first appears, its longer side at most `sidePixels`: each pixel the average of those that it
 * covers. `rgba` has four bytes for each pixel, row-major.
 */
export function renderThumbnail(request: {
  readonly frame: DecodedFrame;
  readonly transform: GreyTransform;
  readonly palette: Palette | null;
  readonly sidePixels: number;
}): { readonly width: number; readonly height: number; readonly rgba: Uint8ClampedArray<ArrayBuffer> } {
  const { frame, transform, palette, sidePixels } = request;
  const { rows, columns } = frame;
  const scale = Math.min(1, sidePixels / Math.max(rows, columns));
  const width = Math.max(1, Math.round(columns * scale));
  const height = Math.max(1, Math.round(rows * scale));
  const source = new Uint8Array(renderFrame(frame, transform, palette).buffer);
  return { width, height, rgba: averageBoxes(source, { rows, columns, width, height }) };
}

interface Sizes {
  readonly rows: number;
  readonly columns: number;
  readonly width: number;
  readonly height: number;
}

function averageBoxes(
  source: Uint8Array,
  { rows, columns, width, height }: Sizes,
): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const box = {
        left: Math.floor((x * columns) / width),
        right: Math.floor(((x + 1) * columns) / width),
        top: Math.floor((y * rows) / height),
        bottom: Math.floor(((y + 1) * rows) / height),
      };
      rgba.set(averageBox(source, columns, box), (y * width + x) * 4);
    }
  }
  return rgba;
}

function averageBox(
  source: Uint8Array,
  columns: number,
  box: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number },
): readonly [red: number, green: number, blue: number, alpha: number] {
  let red = 0;
  let green = 0;
  let blue = 0;
  for (let row = box.top; row < box.bottom; row++) {
    for (let column = box.left; column < box.right; column++) {
      const pixel = (row * columns + column) * 4;
      red += source[pixel] ?? 0;
      green += source[pixel + 1] ?? 0;
      blue += source[pixel + 2] ?? 0;
    }
  }
  const count = (box.bottom - box.top) * (box.right - box.left);
  return [red / count, green / count, blue / count, 255];
}

import type { OverlayPlane } from '../pixels/overlay-planes';
import { isBitSet } from '../pixels/packed-bits';

/** RGBA as little endian numbers: apart from the green of rulers and measurements, which are the reader's own. */
export const PLANE_COLOURS = { graphics: 0xffffd633, roi: 0xff3d9dff } as const;

/** The part of a plane in which pixels are set, in its own pixels. */
export interface PlaneBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

type Bits = Pick<OverlayPlane, 'rows' | 'columns' | 'bits'>;
type Plane = Bits & Pick<OverlayPlane, 'type'>;

/** Null where none is set. */
export function findPlaneBox(plane: Bits): PlaneBox | null {
  let left = Infinity;
  let right = -Infinity;
  let top = Infinity;
  let bottom = -Infinity;
  forEachSet(plane, (column, row) => {
    left = Math.min(left, column);
    right = Math.max(right, column);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
  });
  return left === Infinity ? null : { left, top, width: right - left + 1, height: bottom - top + 1 };
}

export interface BitmapSize {
  readonly width: number;
  readonly height: number;
}

/** Of a box of which blocks of `blockSide` by `blockSide` pixels become one. */
export function bitmapSize({ width, height }: PlaneBox, blockSide: number): BitmapSize {
  return { width: Math.ceil(width / blockSide), height: Math.ceil(height / blockSide) };
}

/**
 * Paints `colour` into the blocks of a box in which any pixel is drawn, so that no line is lost where the image is
 * smaller than its pixels.
 */
export function paintPlane(
  plane: Plane,
  { box, blockSide, colour }: { readonly box: PlaneBox; readonly blockSide: number; readonly colour: number },
  pixels: Uint32Array,
): void {
  const { width } = bitmapSize(box, blockSide);
  forEachDrawn(plane, (column, row) => {
    const x = Math.floor((column - box.left) / blockSide);
    const y = Math.floor((row - box.top) / blockSide);
    pixels[y * width + x] = colour;
  });
}

/** Every pixel that is set; of a region of interest its outline, which hides nothing of what is in it. */
export function forEachDrawn(plane: Plane, visit: (column: number, row: number) => void): void {
  forEachSet(plane, (column, row) => {
    if (plane.type !== 'roi' || isOnEdge(plane, column, row)) visit(column, row);
  });
}

/** Planes are mostly empty: eight pixels at a time. */
function forEachSet({ rows, columns, bits }: Bits, visit: (column: number, row: number) => void): void {
  const count = rows * columns;
  for (let byte = 0; byte < bits.length; byte++) {
    if (bits[byte] === 0) continue;
    for (let index = byte * 8; index < Math.min(count, byte * 8 + 8); index++) {
      if (isBitSet(bits, index)) visit(index % columns, Math.floor(index / columns));
    }
  }
}

/** Set, beside a pixel that is not, or at the border of the plane. */
function isOnEdge({ rows, columns, bits }: Bits, column: number, row: number): boolean {
  if (column === 0 || row === 0 || column === columns - 1 || row === rows - 1) return true;
  const index = row * columns + column;
  return [index - 1, index + 1, index - columns, index + columns].some((beside) => !isBitSet(bits, beside));
}

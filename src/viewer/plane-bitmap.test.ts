import { describe, expect, it } from 'vitest';
import { assert } from '../base/assert';
import { overlayPlane } from '../pixels/overlay-plane.fixture';
import type { OverlayPlane } from '../pixels/overlay-planes';
import { bitmapSize, findPlaneBox, paintPlane } from './plane-bitmap';

/** The bitmap of a plane, `#` where it is painted. */
function bitmap(plane: OverlayPlane, blockSide = 1): readonly string[] {
  const box = findPlaneBox(plane);
  assert(box, 'something is set');
  const { width, height } = bitmapSize(box, blockSide);
  const pixels = new Uint32Array(width * height);
  paintPlane(plane, { box, blockSide, colour: 0xff00ff00 }, pixels);
  return Array.from({ length: height }, (_, row) =>
    Array.from(pixels.subarray(row * width, (row + 1) * width), (pixel) =>
      pixel === 0xff00ff00 ? '#' : '.',
    ).join(''),
  );
}

describe('plane bitmaps', () => {
  it('has the part in which something is set', () => {
    const plane = overlayPlane(['.....', '..#..', '.#.#.', '.....']);
    expect(findPlaneBox(plane)).toEqual({ left: 1, top: 1, width: 3, height: 2 });
    expect(bitmap(plane)).toEqual(['.#.', '#.#']);
    expect(findPlaneBox(overlayPlane(['...', '...']))).toBeNull();
  });

  it('loses no pixel where several become one', () => {
    // Blocks of 2 x 2 from the box, which begins at column 1.
    const plane = overlayPlane(['.#.....', '.......', '.....#.', '....#..']);
    expect(bitmap(plane, 2)).toEqual(['#..', '.##']);
  });

  it('outlines a region of interest', () => {
    const region = overlayPlane(['......', '.####.', '.####.', '.####.', '......'], { type: 'roi' });
    expect(bitmap(region)).toEqual(['####', '#..#', '####']);
  });

  it('outlines a region at the border of its plane', () => {
    expect(bitmap(overlayPlane(['###', '###', '###'], { type: 'roi' }))).toEqual(['###', '#.#', '###']);
  });
});

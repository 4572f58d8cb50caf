import { describe, expect, it } from 'vitest';
import { overlayPlane } from '../pixels/overlay-plane.fixture';
import type { OverlayPlane } from '../pixels/overlay-planes';
import { paintPlanesOver } from './paint-planes-over';

/** What is drawn over a white picture: `#` in a colour, `o` black, `.` nothing. */
function paint(
  planes: readonly OverlayPlane[],
  size: { width: number; height: number },
  frame: { rows: number; columns: number },
) {
  const { width, height } = size;
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  paintPlanesOver({ width, height, rgba }, planes, frame);
  const marks = Array.from({ length: width * height }, (_, index) => {
    const [red, green, blue] = rgba.subarray(index * 4);
    if (red === 255 && green === 255 && blue === 255) return '.';
    return red === 0 && green === 0 && blue === 0 ? 'o' : '#';
  });
  return Array.from({ length: height }, (_, row) => marks.slice(row * width, (row + 1) * width).join(''));
}

describe('paintPlanesOver', () => {
  it('draws what is set with a dark edge, where the plane lies', () => {
    const plane = overlayPlane(['##'], { left: 1, top: 2 });
    expect(paint([plane], { width: 5, height: 5 }, { rows: 5, columns: 5 })).toEqual([
      '.....',
      'oooo.',
      'o##o.',
      'oooo.',
      '.....',
    ]);
  });

  it('loses no pixel in a picture that is smaller than the frame', () => {
    const plane = overlayPlane(['........', '.......#', '........', '........']);
    // Column 7 of 8 is column 3 of 4, row 1 of 4 is row 0 of 2.
    expect(paint([plane], { width: 4, height: 2 }, { rows: 4, columns: 8 })).toEqual(['..o#', '..oo']);
  });

  it('leaves out what lies outside of the frame', () => {
    const plane = overlayPlane(['###'], { left: -2, top: 0 });
    expect(paint([plane], { width: 3, height: 1 }, { rows: 1, columns: 3 })).toEqual(['#o.']);
  });

  it('covers nothing of what is in a region of interest', () => {
    const plane = overlayPlane(['#####', '#####', '#####', '#####', '#####'], { type: 'roi' });
    expect(paint([plane], { width: 5, height: 5 }, { rows: 5, columns: 5 })).toEqual([
      '#####',
      '#ooo#',
      '#o.o#',
      '#ooo#',
      '#####',
    ]);
  });

  it('draws a plane over the edge of another', () => {
    const planes = [overlayPlane(['#.']), overlayPlane(['.#'], { group: 0x6002 })];
    expect(paint(planes, { width: 2, height: 1 }, { rows: 1, columns: 2 })).toEqual(['##']);
  });
});

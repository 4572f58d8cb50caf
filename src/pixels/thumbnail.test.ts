import { describe, expect, it } from 'vitest';
import type { DecodedFrame } from './decoded-frame';
import { renderThumbnail } from './thumbnail';
import { greyTransform } from './grey-transform.fixture';

const transform = greyTransform({
  windows: [{ center: 127.5, width: 255, explanation: '' }],
  voiFunction: 'LINEAR_EXACT',
});

function greyFrame(rows: number, columns: number, samples: Uint8Array<ArrayBuffer>): DecodedFrame {
  return { rows, columns, samplesPerPixel: 1, colourSpace: 'MONOCHROME2', samples, min: 0, max: 255 };
}

describe('renderThumbnail', () => {
  it('averages the pixels that each of its own covers', () => {
    // 2 x 4 pixels into 1 x 2: the left box holds 0, 0, 100, 100, the right one 200, 200, 200, 100.
    const frame = greyFrame(2, 4, Uint8Array.of(0, 100, 200, 200, 100, 0, 100, 200));
    const thumbnail = renderThumbnail({ frame, transform, palette: null, sidePixels: 2 });
    expect(thumbnail).toEqual({
      width: 2,
      height: 1,
      rgba: Uint8ClampedArray.of(50, 50, 50, 255, 175, 175, 175, 255),
    });
  });

  it('keeps the aspect, and never enlarges', () => {
    const wide = greyFrame(50, 200, new Uint8Array(10_000));
    expect(renderThumbnail({ frame: wide, transform, palette: null, sidePixels: 64 })).toMatchObject({
      width: 64,
      height: 16,
    });
    expect(renderThumbnail({ frame: wide, transform, palette: null, sidePixels: 999 })).toMatchObject({
      width: 200,
      height: 50,
    });
  });

  it('shows a palette image in its colours', () => {
    const frame = { ...greyFrame(1, 1, Uint8Array.of(1)), colourSpace: 'PALETTE COLOR' } as const;
    const palette = {
      first: 0,
      red: Uint8Array.of(0, 9),
      green: Uint8Array.of(0, 8),
      blue: Uint8Array.of(0, 7),
    };
    const { rgba } = renderThumbnail({ frame, transform, palette, sidePixels: 8 });
    expect(rgba).toEqual(Uint8ClampedArray.of(9, 8, 7, 255));
  });
});

import { describe, expect, it } from 'vitest';
import type { DecodedFrame, SampleArray } from '../pixels/decoded-frame';
import { greyTransform } from '../pixels/grey-transform.fixture';
import { createPainter } from './frame-painter';
import { resampleFrame, type ResamplePlan } from './resample';

const view = {
  transform: greyTransform({ voiFunction: 'LINEAR_EXACT' }),
  voi: { kind: 'window', center: 127.5, width: 255 },
  invert: false,
} as const;

function picture(frame: DecodedFrame, plan: ResamplePlan): readonly string[] {
  const pixels = new Uint32Array(plan.x.count * plan.y.count);
  const paint = createPainter(frame, { view, palette: null });
  resampleFrame({ frame, paint, isGrey: frame.samplesPerPixel === 1 }, plan, pixels);
  return [...pixels].map((pixel) => pixel.toString(16));
}

function grey(columns: number, samples: SampleArray): DecodedFrame {
  const rows = samples.length / columns;
  return { rows, columns, samplesPerPixel: 1, colourSpace: 'MONOCHROME2', samples, min: 0, max: 255 };
}

const whole = (size: number, count: number) => ({ start: 0, length: size, count });

describe('resampleFrame', () => {
  it('averages in both directions', () => {
    const frame = grey(4, Uint8Array.of(0, 40, 200, 200, 80, 120, 200, 240));
    const plan = { x: whole(4, 2), y: whole(2, 1), interpolation: 'nearest' } as const;
    // (0 + 40 + 80 + 120) / 4 = 60 = 0x3c, (200 + 200 + 200 + 240) / 4 = 210 = 0xd2.
    expect(picture(frame, plan)).toEqual(['ff3c3c3c', 'ffd2d2d2']);
  });

  it('shows a part', () => {
    const frame = grey(3, Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9));
    const corner = { start: 1, length: 2, count: 2 };
    expect(picture(frame, { x: corner, y: corner, interpolation: 'bicubic' })).toEqual([
      'ff050505',
      'ff060606',
      'ff080808',
      'ff090909',
    ]);
  });

  it('stays within black and white where bicubic overshoots', () => {
    const frame = grey(6, Uint8Array.of(0, 0, 0, 255, 255, 255));
    const row = picture(frame, { x: whole(6, 60), y: whole(1, 1), interpolation: 'bicubic' });
    expect([row[0], row[20], row[39], row[59]]).toEqual(['ff000000', 'ff000000', 'ffffffff', 'ffffffff']);
  });

  it('keeps the channels of colour apart', () => {
    const frame: DecodedFrame = {
      rows: 1,
      columns: 2,
      samplesPerPixel: 3,
      colourSpace: 'RGB',
      samples: Uint8Array.of(0, 100, 200, 20, 0, 100),
      min: 0,
      max: 255,
    };
    const plan = { x: whole(2, 1), y: whole(1, 1), interpolation: 'bilinear' } as const;
    // Red 10, green 50, blue 150, from the lowest byte.
    expect(picture(frame, plan)).toEqual(['ff96320a']);
  });
});

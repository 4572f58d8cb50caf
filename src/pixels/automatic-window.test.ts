import { describe, expect, it } from 'vitest';
import { computeAutomaticWindow, fullRangeWindow } from './automatic-window';
import type { DecodedFrame, SampleArray } from './decoded-frame';
import { greyTransform } from './grey-transform.fixture';

const transform = greyTransform({ voiFunction: 'LINEAR_EXACT' });

function frameOf(samples: SampleArray): DecodedFrame {
  const [min, max] = [Math.min(...samples), Math.max(...samples)];
  return {
    rows: 1,
    columns: samples.length,
    samplesPerPixel: 1,
    colourSpace: 'MONOCHROME2',
    samples,
    min,
    max,
  };
}

const ramp = (length: number) => Array.from({ length }, (_, index) => index);

describe('computeAutomaticWindow', () => {
  it('goes from the 0.5th to the 99.5th percentile', () => {
    // 1,000 values 0 … 999: five are left out at each end.
    const frame = frameOf(Uint16Array.from(ramp(1000)));
    expect(computeAutomaticWindow(frame, transform)).toMatchObject({ center: (5 + 994) / 2, width: 994 - 5 });
  });

  it('makes LINEAR reach black and white at the same values', () => {
    const frame = frameOf(Uint16Array.from(ramp(1000)));
    // Black at c - 0.5 - (w - 1) / 2 = 5, white at c - 0.5 + (w - 1) / 2 = 994.
    const window = computeAutomaticWindow(frame, { ...transform, voiFunction: 'LINEAR' });
    expect(window).toMatchObject({ center: 500, width: 990 });
  });

  it('is in values after the rescale, also of a negative slope', () => {
    const frame = frameOf(Uint16Array.from(ramp(1000)));
    const window = computeAutomaticWindow(frame, {
      ...transform,
      modality: { kind: 'rescale', slope: -2, intercept: 10 },
    });
    expect(window).toMatchObject({ center: 10 - (5 + 994), width: 2 * (994 - 5) });
  });

  it('leaves padding out', () => {
    const frame = frameOf(Int16Array.from([...ramp(1000), ...new Array<number>(1000).fill(-2000)]));
    const window = computeAutomaticWindow(frame, { ...transform, padding: { low: -2000, high: -2000 } });
    expect(window).toMatchObject({ center: (5 + 994) / 2, width: 989 });
  });

  it('takes all values of 8 bits', () => {
    const frame = frameOf(Uint8Array.from([...new Array<number>(1000).fill(7), 0, 255]));
    expect(computeAutomaticWindow(frame, transform)).toMatchObject({ center: 127.5, width: 255 });
  });

  it('takes all values where nearly all are the same, and has a width where all are', () => {
    const background = new Array<number>(1000).fill(0);
    expect(computeAutomaticWindow(frameOf(Uint16Array.from([...background, 90])), transform)).toMatchObject({
      center: 45,
      width: 90,
    });
    expect(computeAutomaticWindow(frameOf(Uint16Array.from(background)), transform)).toMatchObject({
      width: 1,
    });
  });
});

describe('fullRangeWindow', () => {
  it('goes from the smallest to the largest value', () => {
    expect(fullRangeWindow(frameOf(Int16Array.of(300, -100, 7)), transform)).toMatchObject({
      center: 100,
      width: 400,
    });
  });
});

import { describe, expect, it } from 'vitest';
import { axisWeights, type AxisPlan, type Interpolation } from './resample-weights';

const INTERPOLATIONS: readonly Interpolation[] = ['nearest', 'bilinear', 'bicubic'];

/** What a row of values becomes. */
function resampled(
  values: readonly number[],
  plan: AxisPlan,
  interpolation: Interpolation,
): readonly number[] {
  const { taps, first, weights } = axisWeights(plan, values.length, interpolation);
  return Array.from(first, (start, index) => {
    let sum = 0;
    for (let tap = 0; tap < taps; tap++) {
      sum += (weights[index * taps + tap] ?? 0) * (values[start + tap] ?? 0);
    }
    return Number(sum.toFixed(4));
  });
}

describe('axisWeights', () => {
  it('averages the pixels, and parts of pixels, that each of the picture covers', () => {
    expect(resampled([0, 10, 20, 30], { start: 0, length: 4, count: 2 }, 'nearest')).toEqual([5, 25]);
    // 0 to 1.5 has all of 0 and half of 30; 1.5 to 3 the other half and all of 60.
    expect(resampled([0, 30, 60], { start: 0, length: 3, count: 2 }, 'bicubic')).toEqual([10, 50]);
    expect(resampled([0, 30, 60, 90], { start: 1, length: 2, count: 1 }, 'bilinear')).toEqual([45]);
  });

  it('repeats pixels for nearest', () => {
    expect(resampled([1, 2], { start: 0, length: 2, count: 5 }, 'nearest')).toEqual([1, 1, 2, 2, 2]);
  });

  it('goes straight from the middle of a pixel to the next for bilinear', () => {
    // Middles at 0.25, 0.75, 1.25, 1.75; those of the image's pixels at 0.5 and 1.5.
    expect(resampled([0, 100], { start: 0, length: 2, count: 4 }, 'bilinear')).toEqual([0, 25, 75, 100]);
  });

  it('goes through the pixels for bicubic, and rises more steeply between them', () => {
    // Odd counts put a middle on the middle of each pixel.
    const step = resampled([0, 0, 0, 100, 100, 100], { start: 0, length: 6, count: 18 }, 'bicubic');
    expect([1, 4, 7, 10, 13, 16].map((index) => step[index])).toEqual([0, 0, 0, 100, 100, 100]);
    // A third of the way from 0 to 100: w(2/3) + w(5/3) = 0.3333 - 0.037, linear has a third.
    expect(step[8]).toBeCloseTo(29.6296, 3);
  });

  it('moves nothing: a ramp stays where it is, whatever the size', () => {
    const ramp = Array.from({ length: 40 }, (_, index) => index + 0.5);
    for (const interpolation of INTERPOLATIONS) {
      for (const count of [7, 20, 33, 100, 333]) {
        const plan = { start: 4, length: 30, count };
        const step = plan.length / count;
        // Nearest is off by half a pixel at most, an average over a stair by an eighth of one.
        const tolerance = step > 1 ? 0.126 : interpolation === 'nearest' ? 0.5 : 0.001;
        resampled(ramp, plan, interpolation).forEach((value, index) => {
          const place = plan.start + (index + 0.5) * step;
          expect(Math.abs(value - place)).toBeLessThanOrEqual(tolerance);
        });
      }
    }
  });

  it('repeats the outermost pixels beyond the edges, also of a single one', () => {
    for (const interpolation of INTERPOLATIONS) {
      expect(resampled([7], { start: -0.25, length: 1.5, count: 6 }, interpolation)).toEqual(
        new Array(6).fill(7),
      );
    }
    expect(resampled([10, 20], { start: -1, length: 4, count: 2 }, 'bilinear')).toEqual([10, 20]);
  });
});

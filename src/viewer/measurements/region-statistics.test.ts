import { describe, expect, it } from 'vitest';
import { greyFrame } from './grey-frame.fixture';
import { computeStatistics } from './region-statistics';

const FOUR_BY_FOUR = [
  [1, 2, 3, 4],
  [5, 6, 7, 8],
  [9, 10, 11, 12],
  [13, 14, 15, 16],
];
const WHOLE = { left: 0, top: 0, width: 4, height: 4 };

describe('computeStatistics', () => {
  it('counts the pixels whose centres are in a rectangle, after the modality LUT', () => {
    const image = greyFrame(FOUR_BY_FOUR, { slope: 2, intercept: -10 });
    // Centres at 1.5 and 2.5: 6, 7, 10 and 11, as values 2, 4, 10 and 12.
    const inner = computeStatistics(image, 'rectangle', { left: 1.2, top: 1, width: 1.6, height: 1.9 });
    // Mean 28 / 4 = 7; differences -5, -3, 3, 5: squares 25 + 9 + 9 + 25 = 68, by n - 1 = 3.
    expect(inner).toMatchObject({ count: 4, mean: 7, sum: 28, min: 2, max: 12 });
    expect(inner?.standardDeviation).toBeCloseTo(Math.sqrt(68 / 3), 12);
  });

  it('leaves the corners out of an oval', () => {
    // The circle of radius 2 about (2, 2): corners' centres are 1.5 √2 = 2.12 away, the next √(1.5² + 0.5²) = 1.58.
    const oval = computeStatistics(greyFrame(FOUR_BY_FOUR), 'oval', WHOLE);
    expect(oval).toMatchObject({ count: 12, sum: 136 - (1 + 4 + 13 + 16), min: 2, max: 15 });
  });

  it('has nothing to say of a region without the centre of a pixel, or beside the image', () => {
    const image = greyFrame(FOUR_BY_FOUR);
    expect(computeStatistics(image, 'rectangle', { left: 1.6, top: 0, width: 0.8, height: 4 })).toBeNull();
    expect(computeStatistics(image, 'oval', { left: 9, top: 9, width: 4, height: 4 })).toBeNull();
  });

  it('leaves padding out', () => {
    const image = greyFrame(FOUR_BY_FOUR);
    const padded = { ...image, grey: { ...image.grey, padding: { low: 1, high: 4 } } };
    // The first row is padding: 5 to 16 are left, 126 in all.
    expect(computeStatistics(padded, 'rectangle', WHOLE)).toMatchObject({ count: 12, sum: 126, min: 5 });
  });

  it('has no deviation of a single pixel, and counts only numbers of a float image', () => {
    const image = greyFrame([[NaN, 4]]);
    expect(computeStatistics(image, 'rectangle', { left: 0, top: 0, width: 2, height: 1 })).toEqual({
      count: 1,
      mean: 4,
      standardDeviation: 0,
      sum: 4,
      min: 4,
      max: 4,
    });
  });

  it('is the same by sums of blocks as pixel by pixel', () => {
    // 300 columns: whole blocks with single pixels on either side of them.
    const value = (column: number, row: number): number => ((column * 37 + row * 101) % 4096) - 1000;
    const rows = Array.from({ length: 40 }, (_, row) =>
      Array.from({ length: 300 }, (__, column) => value(column, row)),
    );
    const box = { left: 10.3, top: 3.2, width: 271.1, height: 30.9 };
    const values: number[] = [];
    for (let row = 0; row < 40; row++) {
      for (let column = 0; column < 300; column++) {
        const x = (column + 0.5 - box.left - box.width / 2) / (box.width / 2);
        const y = (row + 0.5 - box.top - box.height / 2) / (box.height / 2);
        if (x * x + y * y <= 1) values.push(value(column, row));
      }
    }
    const sum = values.reduce((one, other) => one + other, 0);
    const mean = sum / values.length;
    const squares = values.reduce((total, each) => total + (each - mean) ** 2, 0);
    const statistics = computeStatistics(greyFrame(rows), 'oval', box);
    expect(statistics).toMatchObject({
      count: values.length,
      min: Math.min(...values),
      max: Math.max(...values),
    });
    expect(statistics?.sum).toBeCloseTo(sum, 6);
    expect(statistics?.mean).toBeCloseTo(mean, 9);
    expect(statistics?.standardDeviation).toBeCloseTo(Math.sqrt(squares / (values.length - 1)), 9);
  });
});

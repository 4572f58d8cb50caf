import { describe, expect, it } from 'vitest';
import { formatSeriesPlace } from './series-place';

// The normal of an axial image, row x column, points to the head.
const axial = { position: [0, 0, 0], row: [1, 0, 0], column: [0, 1, 0] } as const;
// Rows to the back, columns to the feet: y x -z = -x, to the right.
const sagittal = { position: [0, 0, 0], row: [0, 1, 0], column: [0, 0, -1] } as const;

function positions(count: number, stepMm: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index * stepMm);
}

function place(number: number, count: number, stepMm: number) {
  return { index: number - 1, count, slicePositionsMm: positions(count, stepMm) };
}

describe('formatSeriesPlace', () => {
  it('says where a volume runs, and which end is near', () => {
    // 11 / 149 = 7 % of the way; 74 / 149 = 50 %; 149 / 149.
    expect(formatSeriesPlace(place(12, 150, -1), axial)).toBe('12/150 S (S -> I)');
    expect(formatSeriesPlace(place(75, 150, -1), axial)).toBe('75/150 (S -> I)');
    expect(formatSeriesPlace(place(150, 150, -1), axial)).toBe('150/150 I (S -> I)');
    expect(formatSeriesPlace(place(1, 150, 1), axial)).toBe('1/150 I (I -> S)');
    expect(formatSeriesPlace(place(1, 20, 1), sagittal)).toBe('1/20 L (L -> R)');
  });

  it('has no letter at 40 % and 60 % of the way exactly', () => {
    // Of 11 images, the fifth and the seventh are 4/10 and 6/10 of the way.
    const letters = [4, 5, 7, 8].map((number) => formatSeriesPlace(place(number, 11, -1), axial));
    expect(letters).toEqual(['4/11 S (S -> I)', '5/11 (S -> I)', '7/11 (S -> I)', '8/11 I (S -> I)']);
  });

  it('is only a number where the series is no volume', () => {
    expect(formatSeriesPlace(place(66, 84, -1), null)).toBe('66/84');
    expect(formatSeriesPlace(place(1, 2, -1), axial)).toBe('1/2');
    expect(formatSeriesPlace(place(1, 5, 0), axial)).toBe('1/5');
    expect(formatSeriesPlace(place(1, 5, NaN), axial)).toBe('1/5');
    expect(formatSeriesPlace({ index: 0, count: 4, slicePositionsMm: [0, 2, 1, 3] }, axial)).toBe('1/4');
    expect(formatSeriesPlace({ index: 0, count: 3, slicePositionsMm: [0, NaN, 3] }, axial)).toBe('1/3');
  });

  it('allows several images at one place', () => {
    expect(formatSeriesPlace({ index: 0, count: 4, slicePositionsMm: [3, 3, 1, 1] }, axial)).toBe(
      '1/4 S (S -> I)',
    );
  });
});

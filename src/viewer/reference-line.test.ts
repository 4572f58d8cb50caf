import { describe, expect, it } from 'vitest';
import type { ImageFacts } from './image-facts';
import { imageFacts } from './image-facts.fixture';
import { computeReferenceLine } from './reference-line';

const ONE_MM = { rowMm: 1, columnMm: 1, plane: 'patient' } as const;

/** 100 x 100 mm at z = 10: x and y from -50.5 to 49.5. */
const AXIAL_PLANE = { position: [-50, -50, 10], row: [1, 0, 0], column: [0, 1, 0] } as const;

const AXIAL: ImageFacts = imageFacts({
  rows: 100,
  columns: 100,
  spacing: ONE_MM,
  frameOfReferenceUid: '1.2',
  plane: AXIAL_PLANE,
});

const CORONAL_PLANE = { position: [-50, 0, 60], row: [1, 0, 0], column: [0, 0, -1] } as const;

/** At y = 0, rows from z = 60 downwards, half a millimetre each. */
const CORONAL: ImageFacts = {
  ...AXIAL,
  rows: 200,
  spacing: { rowMm: 0.5, columnMm: 1, plane: 'patient' },
  plane: CORONAL_PLANE,
};

describe('computeReferenceLine', () => {
  it('is where the other image lies, from one of its edges to the other', () => {
    const line = computeReferenceLine(AXIAL, CORONAL);
    // z = 10 is 50 mm below the first row's centre: 100 rows, and half a pixel to its centre.
    const points = [line?.from, line?.to].sort((one, other) => (one?.x ?? 0) - (other?.x ?? 0));
    expect(points[0]?.x).toBeCloseTo(0);
    expect(points[1]?.x).toBeCloseTo(100);
    expect(points.map((point) => point?.y)).toEqual([100.5, 100.5]);
  });

  it('ends where the other image ends', () => {
    const narrow = { ...AXIAL, columns: 50 };
    const xs = [computeReferenceLine(narrow, CORONAL)].flatMap((line) => [line?.from.x, line?.to.x]);
    expect(xs.map((x) => Math.round(x ?? NaN)).sort((one, other) => one - other)).toEqual([0, 50]);
  });

  it.each([
    ['parallel images', { ...AXIAL, plane: { ...AXIAL_PLANE, position: [-50, -50, 20] as const } }],
    ['another frame of reference', { ...CORONAL, frameOfReferenceUid: '1.3' }],
    ['no frame of reference', { ...CORONAL, frameOfReferenceUid: '' }],
    ['an image without a plane', { ...CORONAL, plane: null }],
    [
      'one that the other does not reach',
      { ...CORONAL, plane: { ...CORONAL_PLANE, position: [-50, 80, 60] as const } },
    ],
  ])('is none for %s', (_, to) => {
    expect(computeReferenceLine(AXIAL, to)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import type { ImageFacts } from '../image-facts';
import { greyFrame } from './grey-frame.fixture';
import type { Measurement, MeasurementKind } from './measurement';
import { describeMeasurement, type MeasuredFrame } from './measurement-text';

const FOUR_BY_FOUR = [
  [1, 2, 3, 4],
  [5, 6, 7, 8],
  [9, 10, 11, 12],
  [13, 14, 15, 16],
];

function withFacts(facts: Partial<ImageFacts>): MeasuredFrame {
  return greyFrame(FOUR_BY_FOUR, { facts });
}

function withSpacing(rowMm: number, columnMm: number, plane: 'patient' | 'detector' = 'patient') {
  return withFacts({ spacing: { rowMm, columnMm, plane } });
}

function linesOf(
  kind: MeasurementKind,
  coordinates: readonly (readonly [number, number])[],
  image: MeasuredFrame,
) {
  const measurement: Measurement = { id: 1, kind, points: coordinates.map(([x, y]) => ({ x, y })) };
  return describeMeasurement(measurement, image).lines;
}

describe('a length', () => {
  it('takes rows and columns each by their own spacing', () => {
    // 120 columns of 0.25 mm are 30 mm, 80 rows of 0.5 mm are 40 mm: 50 mm.
    const image = withSpacing(0.5, 0.25);
    expect(
      linesOf(
        'length',
        [
          [10, 20],
          [130, 100],
        ],
        image,
      ),
    ).toEqual(['Length: 5.000 cm']);
  });

  it('is in mm below 1 cm and in µm below 1 mm', () => {
    const image = withSpacing(0.5, 0.25);
    expect(
      linesOf(
        'length',
        [
          [0, 0],
          [0, 15],
        ],
        image,
      ),
    ).toEqual(['Length: 7.500 mm']);
    expect(
      linesOf(
        'length',
        [
          [0, 0],
          [3, 0],
        ],
        image,
      ),
    ).toEqual(['Length: 750.0 µm']);
  });

  it('is in pixels without a spacing', () => {
    expect(
      linesOf(
        'length',
        [
          [1, 1],
          [4, 5],
        ],
        withFacts({}),
      ),
    ).toEqual(['Length: 5.000 px']);
  });

  it('says that it is one on the detector', () => {
    const image = withSpacing(0.1, 0.1, 'detector');
    expect(
      linesOf(
        'length',
        [
          [0, 0],
          [300, 400],
        ],
        image,
      ),
    ).toEqual(['Length: 5.000 cm, detector plane']);
  });

  it('has mm as its value for programs, px without a spacing', () => {
    const length: Measurement = {
      id: 1,
      kind: 'length',
      points: [
        { x: 0, y: 0 },
        { x: 60, y: 0 },
      ],
    };
    expect(describeMeasurement(length, withSpacing(0.5, 0.5)).value).toBe(30);
    expect(describeMeasurement(length, withFacts({})).value).toBe(60);
  });
});

describe('an angle', () => {
  it('is that of the picture in its true shape', () => {
    const points = [
      [10, 0],
      [0, 0],
      [10, 10],
    ] as const;
    expect(linesOf('angle', points, withFacts({}))).toEqual(['Angle: 45.00°']);
    // Rows twice as far apart as columns: atan(20 / 10).
    expect(linesOf('angle', points, withSpacing(1, 0.5))).toEqual(['Angle: 63.43°']);
    expect(linesOf('angle', points, withFacts({ pixelAspect: 2 }))).toEqual(['Angle: 63.43°']);
  });

  it('goes up to 180 degrees, and is none before it has both legs', () => {
    expect(
      linesOf(
        'angle',
        [
          [-5, 0],
          [0, 0],
          [7, 0],
        ],
        withFacts({}),
      ),
    ).toEqual(['Angle: 180.00°']);
    expect(
      linesOf(
        'angle',
        [
          [-5, 0],
          [0, 0],
        ],
        withFacts({}),
      ),
    ).toEqual([]);
  });
});

describe('an oval and a rectangle', () => {
  it('have area and sides', () => {
    // 120 x 0.25 = 30 mm, 80 x 0.5 = 40 mm; half axes of 15 and 20 mm: 15 x 20 x π = 942.478 mm².
    const corners = [
      [130, 100],
      [10, 20],
    ] as const;
    const image = withSpacing(0.5, 0.25);
    expect(linesOf('oval', corners, image)[0]).toBe('Area: 9.425 cm² (W: 3.000 cm H: 4.000 cm)');
    expect(linesOf('rectangle', corners, image)[0]).toBe('Area: 12.000 cm² (W: 3.000 cm H: 4.000 cm)');
    expect(linesOf('rectangle', corners, withFacts({}))[0]).toBe(
      'Area: 9600.000 px² (W: 120.000 px H: 80.000 px)',
    );
  });

  it('have the statistics of their values, with the unit', () => {
    const image = greyFrame(FOUR_BY_FOUR, { slope: 2, intercept: -10, unit: 'HU' });
    // 6, 7, 10 and 11 are 2, 4, 10 and 12 HU: deviation √(68 / 3) = 4.761.
    expect(
      linesOf(
        'rectangle',
        [
          [1, 1],
          [3, 3],
        ],
        image,
      ).slice(1),
    ).toEqual(['Mean: 7.000 HU SDev: 4.761 HU Sum: 28.000 HU', 'Min: 2.000 HU Max: 12.000 HU']);
  });

  it('have the SUV of a PET beside them', () => {
    const image = greyFrame(FOUR_BY_FOUR, { unit: 'BQML', facts: { suvPerUnit: 0.5 } });
    // Mean of 6, 7, 10 and 11: 8.5.
    expect(
      linesOf(
        'rectangle',
        [
          [1, 1],
          [3, 3],
        ],
        image,
      ).at(-1),
    ).toBe('SUV Mean: 4.25 Max: 5.50');
  });

  it('have the area alone of a colour image', () => {
    const { frame, ...rest } = withFacts({});
    const colour: MeasuredFrame = {
      ...rest,
      frame: { ...frame, samplesPerPixel: 3, colourSpace: 'RGB', samples: new Uint8Array(48) },
    };
    expect(
      linesOf(
        'oval',
        [
          [0, 0],
          [4, 4],
        ],
        colour,
      ),
    ).toEqual([
      // π x 2 x 2.
      'Area: 12.566 px² (W: 4.000 px H: 4.000 px)',
    ]);
  });
});

describe('a point', () => {
  it('has the value of its pixel and where that is', () => {
    const image = greyFrame(FOUR_BY_FOUR, { slope: 2, intercept: -10, unit: 'HU' });
    expect(linesOf('point', [[2.9, 1.1]], image)).toEqual(['Value: 4.00 HU', 'X: 2 px Y: 1 px']);
    expect(linesOf('point', [[4, 4]], image)).toEqual(['Value: 22.00 HU', 'X: 3 px Y: 3 px']);
  });

  it('has the samples of a colour', () => {
    const { frame, ...rest } = withFacts({});
    const samples = Uint8Array.from({ length: 48 }, (_, index) => index);
    const colour: MeasuredFrame = {
      ...rest,
      frame: { ...frame, samplesPerPixel: 3, colourSpace: 'RGB', samples, min: 0, max: 255 },
    };
    // The second pixel of the first row.
    expect(linesOf('point', [[1.5, 0.5]], colour)[0]).toBe('Value: R:3 G:4 B:5');
  });
});

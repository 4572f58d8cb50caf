import { describe, expect, it } from 'vitest';
import { drawMeasurement, type MeasurementContext } from './draw-measurements';
import type { Measurement } from './measurement';

/** Two CSS pixels for each of the image. */
const toView = { a: 2, b: 0, c: 0, d: 2, e: 0, f: 0 };
const length: Measurement = {
  id: 1,
  kind: 'length',
  points: [
    { x: 10, y: 20 },
    { x: 30, y: 40 },
  ],
};

describe('drawMeasurement', () => {
  it('is green on a dark edge, where the image has it', () => {
    const { context, strokes, corners } = recordingContext();
    drawMeasurement(context, length, { toView, isSelected: false });
    expect(strokes.map(({ style }) => style)).toEqual(['rgba(0, 0, 0, 0.6)', '#00e000']);
    expect(strokes.at(-1)?.line).toEqual([
      [20, 40],
      [60, 80],
    ]);
    expect(corners).toEqual([]);
  });

  it('has a handle at each end when it is selected', () => {
    const { context, corners } = recordingContext();
    drawMeasurement(context, length, { toView, isSelected: true });
    // Squares of 7 px about the ends.
    expect(corners).toEqual([
      [16.5, 36.5],
      [56.5, 76.5],
    ]);
  });

  it('leaves the pixel of a point free', () => {
    const { context, strokes } = recordingContext();
    drawMeasurement(
      context,
      { id: 2, kind: 'point', points: [{ x: 10, y: 20 }] },
      { toView, isSelected: false },
    );
    const away = strokes.flatMap(({ line }) => line.map(([x, y]) => Math.hypot(x - 20, y - 40)));
    expect(away).toHaveLength(16);
    expect(Math.min(...away)).toBeGreaterThan(2);
  });
});

function recordingContext() {
  const strokes: { style: unknown; line: readonly (readonly [number, number])[] }[] = [];
  const corners: (readonly [number, number])[] = [];
  let line: (readonly [number, number])[] = [];
  const context: MeasurementContext = {
    save: () => undefined,
    restore: () => undefined,
    beginPath: () => {
      line = [];
    },
    moveTo: (x, y) => void line.push([x, y]),
    lineTo: (x, y) => void line.push([x, y]),
    rect: (x, y) => void corners.push([x, y]),
    stroke: () => void strokes.push({ style: context.strokeStyle, line }),
    fill: () => undefined,
    strokeStyle: '',
    fillStyle: '',
    lineWidth: 1,
    lineJoin: 'miter',
  };
  return { context, strokes, corners };
}

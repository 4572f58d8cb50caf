import { describe, expect, it } from 'vitest';
import { fitCamera, imageToView } from '../camera';
import type { Measurement } from './measurement';
import { placeTexts } from './text-place';

const view = { width: 400, height: 300 };
// Image and view are one.
const toView = imageToView(
  fitCamera({ columns: 400, rows: 300, pixelAspect: 1 }, view),
  { columns: 400, rows: 300, pixelAspect: 1 },
  view,
);
const size = { width: 100, height: 20 };

function rectangle(left: number, top: number, right: number, bottom: number): Measurement {
  return {
    id: left,
    kind: 'rectangle',
    points: [
      { x: left, y: top },
      { x: right, y: bottom },
    ],
  };
}

function place(...measurements: readonly Measurement[]) {
  return placeTexts(
    measurements.map((measurement) => ({ measurement, size })),
    toView,
    view,
  );
}

describe('placeTexts', () => {
  it('puts a text below its shape, above at the lower edge, beside one that is as high as the view', () => {
    expect(place(rectangle(100, 50, 200, 100))[0]?.y).toBe(110);
    expect(place(rectangle(100, 200, 200, 290))[0]?.y).toBe(200 - 10 - 20);
    expect(place(rectangle(100, 5, 200, 295))[0]?.x).toBe(210);
    expect(place(rectangle(250, 5, 390, 295))[0]?.x).toBe(250 - 10 - 100);
  });

  it('moves it into the view along the shape', () => {
    expect(place(rectangle(0, 50, 40, 100))[0]).toEqual({ x: 4, y: 110 });
  });

  it('stays off the texts that stand already', () => {
    const [first, second] = place(rectangle(100, 50, 200, 100), rectangle(105, 55, 195, 98));
    expect(first?.y).toBe(110);
    expect(second?.y).toBe(55 - 10 - 20);
  });

  it('stays off other shapes where there is another place', () => {
    const [first] = place(rectangle(100, 50, 200, 100), rectangle(120, 110, 180, 160));
    expect(first?.y).toBe(50 - 10 - 20);
  });

  it('is nowhere while the shape is out of the view', () => {
    expect(place(rectangle(500, 50, 600, 100))).toEqual([null]);
  });
});

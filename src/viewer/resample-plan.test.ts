import { describe, expect, it } from 'vitest';
import { assert } from '../base/assert';
import {
  applyMatrix,
  fitCamera,
  flipHorizontally,
  imageToView,
  rotate,
  type Camera,
  type Point,
} from './camera';
import { planRegion, planResample } from './resample-plan';

const image = { columns: 300, rows: 200, pixelAspect: 1 };
const view = { width: 101, height: 77, devicePixelRatio: 1.5 };
const fitted = fitCamera(image, view);

/** Where the corners of the picture come to lie, in pixels of the device. */
function cornersOf(camera: Camera) {
  const plan = planResample(image, camera, view, 'nearest');
  if (plan === null) return null;
  const { x, y, width, height } = planRegion(plan);
  const matrix = imageToView(camera, image, view);
  const onDevice = (corner: Point): Point => {
    const at = applyMatrix(matrix, corner);
    return { x: at.x * view.devicePixelRatio, y: at.y * view.devicePixelRatio };
  };
  return { plan, start: onDevice({ x, y }), end: onDevice({ x: x + width, y: y + height }) };
}

describe('planResample', () => {
  const cameras = {
    fitted,
    moved: { ...fitted, panX: 13.37, panY: -4.2 },
    flipped: flipHorizontally({ ...fitted, panX: 3.3 }),
    'a quarter turned': { ...rotate(fitted, 90), zoom: 0.31 },
    'three quarters turned and flipped': flipHorizontally(rotate({ ...fitted, zoom: 2.7 }, 270)),
  };

  it.each(Object.entries(cameras))('takes whole pixels of the screen where the image is %s', (_, camera) => {
    const placed = cornersOf(camera);
    assert(placed, 'the image is in view');
    const { plan, start, end } = placed;
    for (const edge of [start.x, start.y, end.x, end.y]) {
      expect(Math.abs(edge - Math.round(edge))).toBeLessThan(1e-9);
    }
    const size = [Math.abs(end.x - start.x), Math.abs(end.y - start.y)].map(Math.round);
    const isTurned = camera.rotationDegrees % 180 !== 0;
    expect(isTurned ? [plan.y.count, plan.x.count] : [plan.x.count, plan.y.count]).toEqual(size);
  });

  it('covers no more than the view and the image, to the next pixel', () => {
    const near = planResample(image, { ...fitted, zoom: 3 }, view, 'nearest');
    expect([near?.x.count, near?.y.count]).toEqual([152, 116]);
    const far = planResample(image, fitted, view, 'nearest');
    // 101 CSS pixels for 300 columns: 151.5 of the device for all of them, 101 for 200 rows.
    expect(far?.x.count).toBe(152);
    expect(far?.y.count).toBe(101);
    expect(far?.x.length).toBeCloseTo(300, -1);
  });

  it('is as large as the image on the screen where it lies at an angle', () => {
    const plan = planResample(image, rotate(fitted, 30), view, 'nearest');
    // A scale of 101 / 300 x 1.5 = 0.505.
    expect(plan?.x.count).toBe(Math.round((plan?.x.length ?? NaN) * 0.505));
  });

  it('is nothing for an image out of view', () => {
    expect(planResample(image, { ...fitted, panX: 500 }, view, 'nearest')).toBeNull();
    expect(planResample(image, rotate({ ...fitted, panX: 500 }, 0), view, 'nearest')).toBeNull();
    expect(planResample(image, { ...rotate(fitted, 30), panX: 900 }, view, 'nearest')).toBeNull();
  });
});

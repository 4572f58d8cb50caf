import { describe, expect, it } from 'vitest';
import {
  applyMatrix,
  fitCamera,
  flipHorizontally,
  flipVertically,
  imageToView,
  pan,
  rotate,
  viewToImage,
  zoomAbout,
  type Camera,
} from './camera';

const image = { columns: 200, rows: 100, pixelAspect: 1 };
const view = { width: 800, height: 600 };
const fitted = fitCamera(image, view);
const tilted: Camera = {
  zoom: 2.5,
  panX: 13,
  panY: -40,
  rotationDegrees: 37,
  flipHorizontal: true,
  flipVertical: false,
};

const topLeft = { x: 0, y: 0 };
const middle = { x: 100, y: 50 };

function seen(camera: Camera, point: { x: number; y: number }) {
  const { x, y } = applyMatrix(imageToView(camera, image, view), point);
  return [x, y];
}

describe('fitCamera', () => {
  it('fits the wider side and stands in the middle', () => {
    // 800 / 200 = 4 is less than 600 / 100 = 6; 100 rows are 400 px high, 100 px from the top.
    expect(fitted.zoom).toBe(4);
    expect(seen(fitted, topLeft)).toEqual([0, 100]);
    expect(seen(fitted, { x: 200, y: 100 })).toEqual([800, 500]);
  });

  it('stretches the rows of pixels that are not square', () => {
    // Pixels twice as high as wide: 200 x 200 pixel widths, 600 / 200 = 3.
    const tall = { ...image, pixelAspect: 2 };
    const camera = fitCamera(tall, view);
    expect(camera.zoom).toBe(3);
    const matrix = imageToView(camera, tall, view);
    expect([matrix.a, matrix.d]).toEqual([3, 6]);
  });

  it('stays invertible in a view without a size', () => {
    expect(fitCamera(image, { width: 0, height: 0 }).zoom).toBeGreaterThan(0);
  });
});

describe('imageToView and viewToImage', () => {
  it('are inverse', () => {
    const there = applyMatrix(imageToView(tilted, image, view), { x: 31.5, y: 77.25 });
    const back = applyMatrix(viewToImage(tilted, image, view), there);
    expect(back.x).toBeCloseTo(31.5, 9);
    expect(back.y).toBeCloseTo(77.25, 9);
  });
});

describe('zoomAbout', () => {
  it('keeps the point under the anchor', () => {
    const anchor = { x: 123, y: 456 };
    const before = applyMatrix(viewToImage(tilted, image, view), anchor);
    const zoomed = zoomAbout(tilted, view, anchor, 1.7);
    const after = applyMatrix(viewToImage(zoomed, image, view), anchor);
    expect(zoomed.zoom).toBeCloseTo(4.25, 9);
    expect(after.x).toBeCloseTo(before.x, 9);
    expect(after.y).toBeCloseTo(before.y, 9);
  });

  it('keeps the anchor also where the zoom reaches its limit', () => {
    const anchor = { x: 700, y: 20 };
    const before = applyMatrix(viewToImage(fitted, image, view), anchor);
    const after = applyMatrix(viewToImage(zoomAbout(fitted, view, anchor, 1e9), image, view), anchor);
    expect(after.x).toBeCloseTo(before.x, 6);
    expect(after.y).toBeCloseTo(before.y, 6);
  });
});

describe('pan, rotate and flips', () => {
  it('pan moves by pixels of the screen', () => {
    expect(seen(pan(fitted, 5, -7), topLeft)).toEqual([5, 93]);
  });

  it('rotates clockwise: the top left corner comes to the top right', () => {
    // The corner is (-400, -200) from the middle of the view; a quarter turn takes it to (200, -400).
    expect(seen(rotate(fitted, 90), topLeft)).toEqual([600, -100]);
  });

  it('rotates clockwise also when flipped', () => {
    // Flipped, the corner is (400, -200) from the middle; a quarter turn takes it to (200, 400).
    expect(seen(rotate(flipHorizontally(fitted), 90), topLeft)).toEqual([600, 700]);
  });

  it('turns about the middle of the view, wherever the image is', () => {
    const moved = pan(fitted, 100, 0);
    // The image's middle was 100 px right of the view's; a quarter turn takes it 100 px below.
    expect(seen(rotate(moved, 90), middle)).toEqual([400, 400]);
  });

  it('four quarter turns change nothing', () => {
    const turned = [90, 90, 90, 90].reduce(rotate, fitted);
    expect(turned.rotationDegrees).toBe(0);
    expect(seen(turned, topLeft)).toEqual(seen(fitted, topLeft));
  });

  it('flips what is seen, also of a rotated and moved picture', () => {
    const camera = pan(rotate(fitted, 30), 11, 22);
    const [x = 0, y = 0] = seen(camera, topLeft);
    const [mirroredX = 0, sameY = 0] = seen(flipHorizontally(camera), topLeft);
    expect(mirroredX).toBeCloseTo(800 - x, 9);
    expect(sameY).toBeCloseTo(y, 9);
    const [sameX = 0, mirroredY = 0] = seen(flipVertically(camera), topLeft);
    expect(sameX).toBeCloseTo(x, 9);
    expect(mirroredY).toBeCloseTo(600 - y, 9);
  });
});

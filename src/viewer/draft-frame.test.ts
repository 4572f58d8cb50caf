import { describe, expect, it } from 'vitest';
import type { DecodedFrame } from '../pixels/decoded-frame';
import { fitCamera } from './camera';
import { DRAFT_PIXELS, planDraft, sampleDraft, visibleRegion } from './draft-frame';

const image = { columns: 3328, rows: 4096, pixelAspect: 1 };
const view = { width: 1000, height: 1200, devicePixelRatio: 1 };
const fitted = fitCamera(image, view);

describe('planDraft', () => {
  it('takes the whole of a fitted image at the resolution of the screen', () => {
    // 1200 / 4096 = 0.293; 3328 x 0.293 = 975.
    expect(planDraft(image, fitted, view)).toEqual({
      region: { x: 0, y: 0, width: 3328, height: 4096 },
      width: 975,
      height: 1200,
    });
  });

  it('takes only what is seen of a magnified image, pixel by pixel', () => {
    // At zoom 2, 500 x 600 pixels about the middle (1664, 2048).
    const region = { x: 1414, y: 1748, width: 500, height: 600 };
    expect(planDraft(image, { ...fitted, zoom: 2 }, view)).toEqual({ region, width: 500, height: 600 });
  });

  it('never takes more pixels than can be painted in a moment', () => {
    const fine = planDraft(image, fitted, { ...view, devicePixelRatio: 3 });
    const pixels = (fine?.width ?? 0) * (fine?.height ?? 0);
    expect(pixels).toBeLessThan(DRAFT_PIXELS * 1.01);
    expect(pixels).toBeGreaterThan(DRAFT_PIXELS * 0.99);
  });

  it('takes nothing of an image outside of the view', () => {
    expect(planDraft(image, { ...fitted, panX: 5000 }, view)).toBeNull();
  });
});

describe('visibleRegion', () => {
  it('holds all of a turned view', () => {
    // The view's half diagonal at 45 degrees: (1000 + 1200) / 2 / sqrt 2 = 777.8 to each side of (1664, 2048).
    const region = visibleRegion(image, { ...fitted, zoom: 1, rotationDegrees: 45 }, view);
    expect(region).toEqual({ x: 886, y: 1270, width: 2442 - 886, height: 2826 - 1270 });
  });
});

describe('sampleDraft', () => {
  const samples = Int16Array.from({ length: 36 }, (_, index) => index - 10);
  const frame: DecodedFrame = {
    rows: 6,
    columns: 6,
    samplesPerPixel: 1,
    colourSpace: 'MONOCHROME1',
    samples,
    min: -10,
    max: 25,
  };

  it('takes the pixel in the middle of each part', () => {
    // Parts of 3 x 3: rows and columns 1 and 4; sample = row x 6 + column - 10.
    const draft = sampleDraft(frame, { region: { x: 0, y: 0, width: 6, height: 6 }, width: 2, height: 2 });
    expect(draft.samples).toEqual(Int16Array.of(-3, 0, 15, 18));
    expect(draft).toMatchObject({ rows: 2, columns: 2, colourSpace: 'MONOCHROME1', min: -10, max: 25 });
  });

  it('takes a region as it is at full resolution', () => {
    const draft = sampleDraft(frame, { region: { x: 2, y: 3, width: 2, height: 2 }, width: 2, height: 2 });
    expect(draft.samples).toEqual(Int16Array.of(10, 11, 16, 17));
  });
});

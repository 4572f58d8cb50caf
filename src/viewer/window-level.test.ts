import { describe, expect, it } from 'vitest';
import { dragWindow, minimumWindowWidth, windowPresets } from './window-level';
import { greyTransform } from '../pixels/grey-transform.fixture';

const ct = { modality: 'CT', minimumWidth: 1 };
const grey = greyTransform();

describe('dragWindow', () => {
  it('right raises the width, up the level, by the starting width / 80 for each pixel', () => {
    const start = { center: 40, width: 400 };
    expect(dragWindow(start, { dx: 10, dy: 0, ...ct })).toEqual({ center: 40, width: 450 });
    expect(dragWindow(start, { dx: 0, dy: -10, ...ct })).toEqual({ center: 90, width: 400 });
    expect(dragWindow(start, { dx: -8, dy: 4, ...ct })).toEqual({ center: 20, width: 360 });
  });

  it('stops at the least width', () => {
    expect(dragWindow({ center: 40, width: 80 }, { dx: -500, dy: 0, ...ct })).toEqual({
      center: 40,
      width: 1,
    });
  });

  it('moves only the upper bound of a PET', () => {
    // 0 to 8, gain 0.1: 10 px right and 10 px up take the upper bound to 10.
    const start = { center: 4, width: 8 };
    const pet = { modality: 'PT', minimumWidth: 1 };
    expect(dragWindow(start, { dx: 10, dy: -10, ...pet })).toEqual({ center: 5, width: 10 });
    expect(dragWindow(start, { dx: -1000, dy: 0, ...pet })).toEqual({ center: 0.5, width: 1 });
  });
});

describe('windowPresets', () => {
  it('are those of the keys 1 to 7, for CT only', () => {
    expect(windowPresets('CT').map(({ key, name, width, center }) => [key, name, width, center])).toEqual([
      [1, 'Abdomen', 350, 40],
      [2, 'Bone', 1500, 300],
      [3, 'Brain', 100, 50],
      [4, 'Pulmonary', 1400, -500],
      [5, 'Mediastinum', 400, 40],
      [6, 'Stroke', 40, 40],
      [7, 'Liver', 150, 90],
    ]);
    expect(windowPresets('MR')).toEqual([]);
  });
});

describe('minimumWindowWidth', () => {
  it('is 1 for LINEAR, a small part of the range for the others', () => {
    expect(minimumWindowWidth({ min: 0, max: 9 }, grey)).toBe(1);
    const exact = { ...grey, voiFunction: 'LINEAR_EXACT' } as const;
    const least = minimumWindowWidth({ min: 0, max: 1 }, exact);
    expect(least).toBeGreaterThan(0);
    expect(least).toBeLessThan(0.01);
  });
});

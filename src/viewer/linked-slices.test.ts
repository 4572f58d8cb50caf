import { describe, expect, it } from 'vitest';
import { imageFacts } from './image-facts.fixture';
import { nearestSlice } from './linked-slices';

const at = (z: number) =>
  imageFacts({
    frameOfReferenceUid: '1.2',
    plane: { position: [-50, -50, z], row: [1, 0, 0], column: [0, 1, 0] },
  });

/** The same direction drawn with its columns the other way: the normal points to the feet. */
const flipped = (z: number) =>
  imageFacts({
    frameOfReferenceUid: '1.2',
    plane: { position: [-50, 50, z], row: [1, 0, 0], column: [0, -1, 0] },
  });

describe('nearestSlice', () => {
  it('is the slice at the same place in the patient', () => {
    expect(nearestSlice({ from: at(12), to: at(0), index: 0, positionsMm: [0, 5, 10, 15] })).toBe(2);
  });

  it('counts against the normal where the other stack does', () => {
    // Positions along the normal (0, 0, -1): z = 12 is -12.
    expect(nearestSlice({ from: at(12), to: flipped(0), index: 0, positionsMm: [-20, -15, -10, 0] })).toBe(2);
  });

  it('ends with the stack', () => {
    expect(nearestSlice({ from: at(500), to: at(0), index: 1, positionsMm: [0, 5, 10] })).toBe(2);
  });

  it('stays with the nearest of several images at one place', () => {
    expect(nearestSlice({ from: at(5), to: at(0), index: 4, positionsMm: [0, 0, 5, 5, 5, 10] })).toBe(4);
    expect(nearestSlice({ from: at(5), to: at(0), index: 0, positionsMm: [0, 0, 5, 5, 5, 10] })).toBe(2);
  });

  it.each([
    ['another frame of reference', { ...at(5), frameOfReferenceUid: '1.3' }, [0, 5]],
    [
      'planes that are not parallel',
      { ...at(5), plane: { position: [0, 0, 5], row: [1, 0, 0], column: [0, 0, -1] } as const },
      [0, 5],
    ],
    ['slices without a position', at(5), [0, NaN]],
  ])('is none for %s', (_, from, positionsMm) => {
    expect(nearestSlice({ from, to: at(0), index: 0, positionsMm })).toBeNull();
  });
});

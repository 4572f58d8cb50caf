import { describe, expect, it } from 'vitest';
import { fitCamera, flipHorizontally, flipVertically, rotate } from './camera';
import type { ImageFacts } from './image-facts';
import type { Vector } from '../base/vector';
import { computeEdgeLetters, directionLetters } from './orientation';

const upright = fitCamera({ columns: 10, rows: 10, pixelAspect: 1 }, { width: 100, height: 100 });

function facts(row: Vector, column: Vector): Pick<ImageFacts, 'plane' | 'patientOrientation'> {
  return { plane: { position: [0, 0, 0], row, column }, patientOrientation: null };
}

function named(row: string, column: string): Pick<ImageFacts, 'plane' | 'patientOrientation'> {
  return { plane: null, patientOrientation: [row, column] };
}

// x grows to the patient's left, y to the back, z to the head.
const axial = facts([1, 0, 0], [0, 1, 0]);
const sagittal = facts([0, 1, 0], [0, 0, -1]);
const coronal = facts([1, 0, 0], [0, 0, -1]);

describe('computeEdgeLetters', () => {
  it('axial: front on top, the right of the patient on the left', () => {
    expect(computeEdgeLetters(axial, upright)).toEqual({ top: 'A', left: 'R', bottom: 'P', right: 'L' });
  });

  it('sagittal and coronal: head on top', () => {
    expect(computeEdgeLetters(sagittal, upright)).toEqual({ top: 'S', left: 'A', bottom: 'I', right: 'P' });
    expect(computeEdgeLetters(coronal, upright)).toEqual({ top: 'S', left: 'R', bottom: 'I', right: 'L' });
  });

  it('oblique: letters in falling order of the component', () => {
    const oblique = facts([0.8, 0.6, 0], [-0.36, 0.48, -0.8]);
    expect(computeEdgeLetters(oblique, upright)).toEqual({
      top: 'SAL',
      left: 'RA',
      bottom: 'IPR',
      right: 'LP',
    });
  });

  it('follows flips and rotations of what is drawn', () => {
    expect(computeEdgeLetters(axial, flipHorizontally(upright))).toMatchObject({
      left: 'L',
      right: 'R',
      top: 'A',
    });
    expect(computeEdgeLetters(axial, flipVertically(upright))).toMatchObject({
      top: 'P',
      bottom: 'A',
      left: 'R',
    });
    // A quarter turn clockwise brings what was on the left to the top.
    expect(computeEdgeLetters(axial, rotate(upright, 90))).toEqual({
      top: 'R',
      right: 'A',
      bottom: 'L',
      left: 'P',
    });
    // Flipped first (left is L), then turned: L comes to the top.
    expect(computeEdgeLetters(axial, rotate(flipHorizontally(upright), 90)).top).toBe('L');
  });

  it('turned by 30 degrees, the right edge points 30 degrees towards the former top', () => {
    // cos 30 = 0.87 to the left, sin 30 = 0.5 to the front.
    expect(computeEdgeLetters(axial, rotate(upright, 30)).right).toBe('LA');
  });

  it('takes Patient Orientation where there is no plane, with S and I for head and foot', () => {
    expect(computeEdgeLetters(named('L', 'F'), upright)).toEqual({
      top: 'S',
      left: 'R',
      bottom: 'I',
      right: 'L',
    });
    expect(computeEdgeLetters(named('A', 'FR'), upright)).toEqual({
      top: 'SL',
      left: 'P',
      bottom: 'IR',
      right: 'A',
    });
    expect(computeEdgeLetters(named('A', 'FR'), rotate(upright, 90)).right).toBe('SL');
    expect(computeEdgeLetters(named('L', 'F'), rotate(upright, 30)).right).toBe('LS');
  });

  it('never guesses', () => {
    const none = { top: '', left: '', bottom: '', right: '' };
    expect(computeEdgeLetters({ plane: null, patientOrientation: null }, upright)).toEqual(none);
    // Of a quadruped, and of several letters that cannot be turned by 30 degrees.
    expect(computeEdgeLetters(named('CR', 'V'), upright)).toEqual(none);
    expect(computeEdgeLetters(named('A', 'FR'), rotate(upright, 30)).right).toBe('');
  });
});

describe('directionLetters', () => {
  it('leaves out components of 0.2 and less', () => {
    expect(directionLetters([0.97, 0.2, 0.1])).toBe('L');
    expect(directionLetters([0.97, 0.21, 0.1])).toBe('LP');
    expect(directionLetters([-0.5, -0.6, 0.62])).toBe('SAR');
  });
});

import { describe, expect, it } from 'vitest';
import { wheelSteps } from './wheel';

describe('wheelSteps', () => {
  it('takes a notch for one slice, whatever the browser makes of it', () => {
    for (const deltaY of [80, 100, 120]) {
      expect(wheelSteps(0, { deltaY, deltaMode: 0 })).toEqual({ steps: 1, remainderPixels: 0 });
    }
    // Firefox: three lines.
    expect(wheelSteps(0, { deltaY: -3, deltaMode: 1 }).steps).toBe(-1);
    expect(wheelSteps(0, { deltaY: 300, deltaMode: 0 }).steps).toBe(3);
  });

  it('adds up the small steps of a trackpad: 30 pixels a slice', () => {
    let remainder = 0;
    let slices = 0;
    for (let event = 0; event < 15; event++) {
      const { steps, remainderPixels } = wheelSteps(remainder, { deltaY: 4, deltaMode: 0 });
      slices += steps;
      remainder = remainderPixels;
    }
    expect(slices).toBe(2);
  });

  it('starts anew when turned round', () => {
    expect(wheelSteps(28, { deltaY: -4, deltaMode: 0 })).toEqual({ steps: 0, remainderPixels: -4 });
  });
});

import { describe, expect, it } from 'vitest';
import type { UltrasoundRegion } from '../image-facts';
import { spacingAt, type Spacing } from './measurement-spacing';

const coarse: Spacing = { rowMm: 0.4, columnMm: 0.4, plane: 'ultrasound' };
const fine: Spacing = { rowMm: 0.1, columnMm: 0.1, plane: 'ultrasound' };

function region(left: number, right: number, spacing: Spacing | null): UltrasoundRegion {
  return { left, right, top: 0, bottom: 100, spacing };
}

const inLeft = [
  { x: 10, y: 10 },
  { x: 90, y: 90 },
];
const inRight = [
  { x: 110, y: 10 },
  { x: 190, y: 90 },
];

describe('spacingAt', () => {
  it('is the image’s where it is no ultrasound', () => {
    const spacing: Spacing = { rowMm: 0.5, columnMm: 0.5, plane: 'patient' };
    expect(spacingAt({ spacing, ultrasoundRegions: [] }, inLeft)).toBe(spacing);
    expect(spacingAt({ spacing: null, ultrasoundRegions: [] }, inLeft)).toBeNull();
  });

  it('is that of the region around all points', () => {
    const facts = { spacing: null, ultrasoundRegions: [region(0, 100, coarse), region(100, 200, fine)] };
    expect(spacingAt(facts, inLeft)).toEqual(coarse);
    expect(spacingAt(facts, inRight)).toEqual(fine);
    expect(spacingAt(facts, [...inLeft, ...inRight])).toBeNull();
  });

  it('is none beside the regions, in one that has no lengths, and where overlapping ones differ', () => {
    // The rulers have a scale, since only one region shows lengths; a Doppler spectrum beside it has none.
    const facts = { spacing: coarse, ultrasoundRegions: [region(0, 100, coarse), region(100, 200, null)] };
    expect(spacingAt(facts, inRight)).toBeNull();
    expect(spacingAt(facts, [{ x: 50, y: 150 }])).toBeNull();
    const overlapping = [region(0, 100, coarse), region(0, 200, fine)];
    expect(spacingAt({ spacing: null, ultrasoundRegions: overlapping }, inLeft)).toBeNull();
  });
});

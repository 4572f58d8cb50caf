import { describe, expect, it } from 'vitest';
import { labToRgb } from './cielab';

/** As DICOM encodes it: 65535 is L* 100, and 255 of a* or b* from -128 on. */
function encoded(lightness: number, a: number, b: number): readonly [number, number, number] {
  const chroma = (value: number): number => Math.round(((value + 128) / 255) * 65535);
  return [Math.round((lightness / 100) * 65535), chroma(a), chroma(b)];
}

describe('labToRgb', () => {
  // The corners of sRGB in CIELab relative to D50, as CSS Color 4 has them.
  it.each([
    ['white', encoded(100, 0, 0), [255, 255, 255]],
    ['black', encoded(0, 0, 0), [0, 0, 0]],
    ['red', encoded(54.29, 80.8, 69.89), [255, 0, 0]],
    ['green', encoded(87.82, -79.27, 80.99), [0, 255, 0]],
    ['blue', encoded(29.57, 68.3, -112.03), [0, 0, 255]],
    ['grey', encoded(53.39, 0, 0), [127, 127, 127]],
  ] as const)('%s', (_, [lightness, a, b], rgb) => {
    labToRgb(lightness, a, b).forEach((level, index) => {
      expect(Math.abs(level - (rgb[index] ?? NaN))).toBeLessThanOrEqual(1);
    });
  });
});

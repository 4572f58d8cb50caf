/** 0 to 255 each. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Of the illuminant D50, to which CIELab is relative (ICC PCS). */
const WHITE = { x: 0.9642, y: 1, z: 0.8249 } as const;

/** Linear sRGB from XYZ relative to D50, with Bradford's adaptation to the D65 of sRGB. */
const RED = [3.1338561, -1.6168667, -0.4906146] as const;
const GREEN = [-0.9787684, 1.9161415, 0.033454] as const;
const BLUE = [0.0719453, -0.2289914, 1.4052427] as const;

/**
 * sRGB from a CIELab colour as DICOM encodes it, in 16 bits each (PS3.3 C.10.7.1.1): L* of 0 to 100 as 0 to 65535, a*
 * and b* of -128 to 127 likewise. What a screen cannot show is clamped.
 */
export function labToRgb(encodedL: number, encodedA: number, encodedB: number): Rgb {
  const lightness = (encodedL / 65535) * 100;
  const a = (encodedA / 65535) * 255 - 128;
  const b = (encodedB / 65535) * 255 - 128;
  const fy = (lightness + 16) / 116;
  const x = WHITE.x * fromLab(fy + a / 500);
  const y = WHITE.y * fromLab(fy);
  const z = WHITE.z * fromLab(fy - b / 200);
  const level = ([ofX, ofY, ofZ]: readonly [number, number, number]) => toByte(ofX * x + ofY * y + ofZ * z);
  return [level(RED), level(GREEN), level(BLUE)];
}

/** The inverse of the cube root of CIELab, which is a line near black. */
function fromLab(t: number): number {
  return t > 6 / 29 ? t ** 3 : 3 * (6 / 29) ** 2 * (t - 4 / 29);
}

/** The transfer function of sRGB (IEC 61966-2-1). */
function toByte(linear: number): number {
  const clamped = Math.min(1, Math.max(0, linear));
  const encoded = clamped <= 0.0031308 ? clamped * 12.92 : 1.055 * clamped ** (1 / 2.4) - 0.055;
  return Math.round(encoded * 255);
}

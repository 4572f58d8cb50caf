import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SERIES_COLOUR_COUNT } from '../../session/series-colours';

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/**
 * What is left of linear RGB for people without one kind of cone: Machado, Oliveira and Fernandes, "A Physiologically-
 * based Model for Simulation of Color Vision Deficiency" (2009), table 1, severity 1.0.
 */
const VISIONS: Readonly<Record<string, Matrix>> = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** sRGB's primaries in CIE XYZ, and its white (IEC 61966-2-1). */
const XYZ: Matrix = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
];
const WHITE: Triple = [0.95047, 1, 1.08883];

/** CIE 1976; the eye tells 2.3 apart side by side. */
const LEAST_DIFFERENCE = 12;
/** Of graphical objects, WCAG 2.2, 1.4.11. */
const LEAST_CONTRAST = 3;

const css = readFileSync(join(import.meta.dirname, '..', 'theme.css'), 'utf8');
const [, dark = '', light = ''] = css.split(/:root(?:\[data-theme='light'\])? \{/);

function colourOf(theme: string, token: string): Triple {
  const [, r = '', g = '', b = ''] = new RegExp(`--${token}: #(..)(..)(..);`).exec(theme) ?? [];
  const linear = (hex: string): number => {
    const value = parseInt(hex, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [linear(r), linear(g), linear(b)];
}

function multiply(matrix: Matrix, [x, y, z]: Triple): Triple {
  const row = ([a, b, c]: Triple): number => a * x + b * y + c * z;
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

/** CIE L*a*b* of linear RGB. */
function labOf(rgb: Triple): Triple {
  const clipped = rgb.map((value) => Math.max(0, Math.min(1, value))) as unknown as Triple;
  const [x, y, z] = multiply(XYZ, clipped).map((value, index) => {
    const part = value / (WHITE[index] ?? 1);
    return part > 216 / 24389 ? Math.cbrt(part) : ((24389 / 27) * part + 16) / 116;
  }) as unknown as Triple;
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIE 1976. */
function difference(one: Triple, other: Triple): number {
  const [a, b] = [labOf(one), labOf(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function contrast(one: Triple, other: Triple): number {
  const [a, b] = [multiply(XYZ, one)[1], multiply(XYZ, other)[1]];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

describe.each([
  ['dark', dark],
  ['light', light],
])('the colours of series in the %s theme', (_, theme) => {
  const colours = Array.from({ length: SERIES_COLOUR_COUNT }, (__, index) =>
    colourOf(theme, `series-${String(index + 1)}`),
  );
  const pairs = colours.flatMap((one, index) =>
    colours.slice(index + 1).map((other): [Triple, Triple] => [one, other]),
  );

  it.each(Object.entries(VISIONS))('are told apart with %s', (__, vision) => {
    const differences = pairs.map(([one, other]) =>
      difference(multiply(vision, one), multiply(vision, other)),
    );
    expect(Math.min(...differences)).toBeGreaterThanOrEqual(LEAST_DIFFERENCE);
  });

  it('stand out from the surface', () => {
    const surface = colourOf(theme, 'surface');
    const contrasts = colours.map((colour) => contrast(colour, surface));
    expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
  });
});

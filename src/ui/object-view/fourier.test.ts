import { expect, it } from 'vitest';
import { magnitudes, magnitudeSpectrum } from './fourier';

const LENGTH = 64;

/** e^(2πi k n / 64) */
function turning(k: number, length = LENGTH): { real: Float64Array; imaginary: Float64Array } {
  const angles = Float64Array.from({ length }, (_, n) => (2 * Math.PI * k * n) / LENGTH);
  return { real: angles.map(Math.cos), imaginary: angles.map(Math.sin) };
}

it.each([
  [0, 32],
  [5, 37],
  [-7, 25],
])('puts a signal of frequency %i/64 at index %i, with its sum as magnitude', (k, index) => {
  const { real, imaginary } = turning(k);
  const spectrum = magnitudeSpectrum(real, imaginary);
  expect(spectrum[index]).toBeCloseTo(64, 9);
  expect(spectrum.filter((value) => value > 1e-9)).toHaveLength(1);
});

it('agrees with the sum of the definition', () => {
  const real = Float64Array.of(1, -2, 3.5, 0.25, 7, -1, 0, 2);
  const imaginary = Float64Array.of(0, 1, -1, 2, 0.5, 3, -2, 1);
  const expected = Array.from({ length: 8 }, (_, index) => {
    const k = index - 4;
    let [re, im] = [0, 0];
    for (let n = 0; n < 8; n++) {
      const angle = (-2 * Math.PI * k * n) / 8;
      re += (real[n] ?? 0) * Math.cos(angle) - (imaginary[n] ?? 0) * Math.sin(angle);
      im += (real[n] ?? 0) * Math.sin(angle) + (imaginary[n] ?? 0) * Math.cos(angle);
    }
    return Math.hypot(re, im);
  });
  magnitudeSpectrum(real, imaginary).forEach((value, index) =>
    expect(value).toBeCloseTo(expected[index] ?? NaN, 9),
  );
});

it('fills up to a power of two', () => {
  const { real, imaginary } = turning(3, 48);
  expect(magnitudeSpectrum(real, imaginary)).toHaveLength(64);
});

it('has the magnitude of each point', () => {
  expect([...magnitudes(Float64Array.of(3, 0), Float64Array.of(-4, 2))]).toEqual([5, 2]);
});

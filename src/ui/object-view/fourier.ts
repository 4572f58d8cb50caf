/** The magnitude of each point of a signal. */
export function magnitudes(real: Float64Array, imaginary: Float64Array): Float64Array {
  return real.map((value, index) => Math.hypot(value, imaginary[index] ?? 0));
}

/**
 * The magnitude of a signal's discrete Fourier transform, from the lowest frequency to the highest with zero in the
 * middle: of n points, frequency (k - n/2) / n of the sampling rate at index k. Zeros make up for what is missing to
 * a power of two.
 */
export function magnitudeSpectrum(real: Float64Array, imaginary: Float64Array): Float64Array {
  const length = 2 ** Math.ceil(Math.log2(Math.max(1, real.length)));
  const re = new Float64Array(length);
  const im = new Float64Array(length);
  re.set(real);
  im.set(imaginary);
  transform(re, im);
  const spectrum = magnitudes(re, im);
  const half = length >> 1;
  return Float64Array.from(spectrum, (_, index) => spectrum[(index + half) % length] ?? 0);
}

/** In place, by decimation in time (Cooley and Tukey). */
function transform(re: Float64Array, im: Float64Array): void {
  const length = re.length;
  for (let index = 1, reversed = 0; index < length; index++) {
    let bit = length >> 1;
    for (; reversed & bit; bit >>= 1) reversed ^= bit;
    reversed ^= bit;
    if (index < reversed) {
      swap(re, index, reversed);
      swap(im, index, reversed);
    }
  }
  for (let span = 2; span <= length; span *= 2) {
    for (let point = 0; point < span / 2; point++) {
      const angle = (-2 * Math.PI * point) / span;
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      for (let even = point; even < length; even += span)
        butterfly(re, im, { even, odd: even + span / 2, cos, sin });
    }
  }
}

interface Butterfly {
  readonly even: number;
  readonly odd: number;
  readonly cos: number;
  readonly sin: number;
}

function butterfly(re: Float64Array, im: Float64Array, { even, odd, cos, sin }: Butterfly): void {
  const [oddRe, oddIm] = [re[odd] ?? 0, im[odd] ?? 0];
  const turnedRe = oddRe * cos - oddIm * sin;
  const turnedIm = oddRe * sin + oddIm * cos;
  re[odd] = (re[even] ?? 0) - turnedRe;
  im[odd] = (im[even] ?? 0) - turnedIm;
  re[even] = (re[even] ?? 0) + turnedRe;
  im[even] = (im[even] ?? 0) + turnedIm;
}

function swap(values: Float64Array, a: number, b: number): void {
  const kept = values[a] ?? 0;
  values[a] = values[b] ?? 0;
  values[b] = kept;
}

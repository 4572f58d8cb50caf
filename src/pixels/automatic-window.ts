import type { DecodedFrame, GreyTransform, SampleArray, Window } from './decoded-frame';
import { isPadding, modalityRange } from './modality-lut';

/** Left out at each end, so that a few bright or dark pixels do not decide. */
const TAIL = 0.005;
/** Enough for a percentile of half a percent, whatever the size of the frame. */
const MAX_SAMPLES = 2 ** 17;

/**
 * The window of a monochrome frame whose file has none: from its 0.5th to its 99.5th percentile without padding;
 * all of its values where they have 8 bits, or that leaves nothing between.
 */
export function computeAutomaticWindow(frame: DecodedFrame, transform: GreyTransform): Window {
  const isNarrow = frame.samples.BYTES_PER_ELEMENT === 1;
  if (isNarrow && transform.padding === null) return windowBetween(frame.min, frame.max, transform);
  const values = pickValues(frame.samples, transform).sort();
  const tail = isNarrow ? 0 : TAIL;
  const low = values[Math.floor(values.length * tail)] ?? frame.min;
  const high = values[Math.ceil(values.length * (1 - tail)) - 1] ?? frame.max;
  if (low < high) return windowBetween(low, high, transform);
  return windowBetween(values[0] ?? frame.min, values.at(-1) ?? frame.max, transform);
}

/** The window from a frame's smallest to its largest value, without padding. */
export function fullRangeWindow(
  frame: Pick<DecodedFrame, 'samples' | 'min' | 'max'>,
  transform: GreyTransform,
): Window {
  if (transform.padding === null) return windowBetween(frame.min, frame.max, transform);
  let min = Infinity;
  let max = -Infinity;
  for (const sample of frame.samples) {
    if (isPadding(transform, sample)) continue;
    if (sample < min && sample !== -Infinity) min = sample;
    if (sample > max && sample !== Infinity) max = sample;
  }
  return min <= max ? windowBetween(min, max, transform) : windowBetween(frame.min, frame.max, transform);
}

/** Evenly spread finite samples that are not padding. */
function pickValues(samples: SampleArray, transform: GreyTransform): Float64Array {
  const step = Math.max(1, Math.floor(samples.length / MAX_SAMPLES));
  const values = new Float64Array(Math.ceil(samples.length / step));
  let count = 0;
  for (let index = 0; index < samples.length; index += step) {
    const sample = samples[index] ?? NaN;
    if (!isPadding(transform, sample) && Number.isFinite(sample)) values[count++] = sample;
  }
  return values.subarray(0, count);
}

/** The window that makes the smallest of the values from `min` to `max` just black and the largest just white. */
function windowBetween(min: number, max: number, transform: GreyTransform): Window {
  const { low, high } = modalityRange(transform, { min, max });
  // LINEAR counts both ends; its width is at least 1.
  if (transform.voiFunction === 'LINEAR')
    return { center: (low + high + 1) / 2, width: high - low + 1, explanation: '' };
  return { center: (low + high) / 2, width: high - low || 1, explanation: '' };
}

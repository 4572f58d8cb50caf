import type { DecodedFrame } from '../pixels/decoded-frame';
import type { Painter } from './frame-painter';
import { axisWeights, type AxisPlan, type AxisWeights, type Interpolation } from './resample-weights';

/** Which part of an image a picture shows, and on how many pixels. */
export interface ResamplePlan {
  readonly x: AxisPlan;
  readonly y: AxisPlan;
  readonly interpolation: Interpolation;
}

const OPAQUE = 0xff000000;

/**
 * A frame as it is painted, then resampled: RGBA into `pixels`, `plan.x.count` x `plan.y.count`. `isGrey`: all that is
 * painted is grey, which takes a third of the time. Rows are painted one by one: a large image never takes the memory
 * of its pixels.
 */
export function resampleFrame(
  request: { readonly frame: DecodedFrame; readonly paint: Painter; readonly isGrey: boolean },
  { x, y, interpolation }: ResamplePlan,
  pixels: Uint32Array,
): void {
  const { frame, isGrey } = request;
  const across = axisWeights(x, frame.columns, interpolation);
  const down = axisWeights(y, frame.rows, interpolation);
  const length = x.count * (isGrey ? 1 : 3);
  const painted = rowPainter(request);
  const rowAt = keepRows(down.taps, length, (row, values) => {
    if (isGrey) resampleGrey(painted(row), across, values);
    else resampleColour(painted(row), across, values);
  });
  const sums = new Float32Array(length);
  // Clamps, since bicubic overshoots at edges, and rounds.
  const levels = new Uint8ClampedArray(length);
  for (let index = 0; index < y.count; index++) {
    sums.fill(0);
    for (let tap = 0; tap < down.taps; tap++) {
      const weight = down.weights[index * down.taps + tap] ?? 0;
      if (weight !== 0) addRow(sums, rowAt((down.first[index] ?? 0) + tap), weight);
    }
    levels.set(sums);
    const row = pixels.subarray(index * x.count, (index + 1) * x.count);
    if (isGrey) writeGrey(levels, row);
    else writeColour(levels, row);
  }
}

/** The last `count` rows, each made once: a picture asks for them from top to bottom. */
function keepRows(
  count: number,
  length: number,
  fill: (row: number, values: Float32Array) => void,
): (row: number) => Float32Array {
  const kept = new Int32Array(count).fill(-1);
  const values = new Float32Array(count * length);
  return (row) => {
    const slot = row % count;
    const valuesOfRow = values.subarray(slot * length, (slot + 1) * length);
    if (kept[slot] !== row) {
      fill(row, valuesOfRow);
      kept[slot] = row;
    }
    return valuesOfRow;
  };
}

/** RGBA of a row, until the next one is asked for. */
function rowPainter({
  frame,
  paint,
}: {
  readonly frame: DecodedFrame;
  readonly paint: Painter;
}): (row: number) => Uint32Array {
  const length = frame.columns * frame.samplesPerPixel;
  const pixels = new Uint32Array(frame.columns);
  return (row) => {
    const samples = frame.samples.subarray(row * length, (row + 1) * length);
    paint({ ...frame, rows: 1, samples }, pixels);
    return pixels;
  };
}

function resampleGrey(
  pixels: Uint32Array,
  { taps, first, weights }: AxisWeights,
  values: Float32Array,
): void {
  for (let index = 0; index < values.length; index++) {
    const from = first[index] ?? 0;
    let sum = 0;
    for (let tap = 0; tap < taps; tap++) {
      sum += (weights[index * taps + tap] ?? 0) * ((pixels[from + tap] ?? 0) & 0xff);
    }
    values[index] = sum;
  }
}

function resampleColour(
  pixels: Uint32Array,
  { taps, first, weights }: AxisWeights,
  values: Float32Array,
): void {
  for (let index = 0; index < first.length; index++) {
    const from = first[index] ?? 0;
    let red = 0;
    let green = 0;
    let blue = 0;
    for (let tap = 0; tap < taps; tap++) {
      const weight = weights[index * taps + tap] ?? 0;
      const pixel = pixels[from + tap] ?? 0;
      red += weight * (pixel & 0xff);
      green += weight * ((pixel >> 8) & 0xff);
      blue += weight * ((pixel >> 16) & 0xff);
    }
    values[index * 3] = red;
    values[index * 3 + 1] = green;
    values[index * 3 + 2] = blue;
  }
}

function addRow(sums: Float32Array, row: Float32Array, weight: number): void {
  for (let index = 0; index < sums.length; index++)
    sums[index] = (sums[index] ?? 0) + (row[index] ?? 0) * weight;
}

function writeGrey(levels: Uint8ClampedArray, pixels: Uint32Array): void {
  for (let index = 0; index < pixels.length; index++) {
    pixels[index] = OPAQUE + (levels[index] ?? 0) * 0x010101;
  }
}

function writeColour(levels: Uint8ClampedArray, pixels: Uint32Array): void {
  for (let index = 0; index < pixels.length; index++) {
    const red = levels[index * 3] ?? 0;
    const green = levels[index * 3 + 1] ?? 0;
    const blue = levels[index * 3 + 2] ?? 0;
    pixels[index] = OPAQUE + blue * 0x10000 + green * 0x100 + red;
  }
}

import { parseDecimal } from '../text-values';

/** The least and greatest of each coordinate in mm, `[x, y, z]`; an empty one is from Infinity to -Infinity. */
export interface Extent {
  readonly least: [number, number, number];
  readonly greatest: [number, number, number];
}

export function emptyExtent(): Extent {
  return { least: [Infinity, Infinity, Infinity], greatest: [-Infinity, -Infinity, -Infinity] };
}

const BACKSLASH = 0x5c;
const POINT = 0x2e;
const MINUS = 0x2d;

/**
 * Widens an extent by the points of a Contour Data (3006,0050): decimal strings in triples. They are read from the
 * bytes as they come, without a string for each, since there may be millions. Returns the number of points.
 */
export function addContour(extent: Extent, bytes: Uint8Array): number {
  let values = 0;
  let start = 0;
  let digits = 0;
  let mantissa = 0;
  let divisor = 0;
  let sign = 1;
  let isPlain = true;
  for (let at = 0; at <= bytes.length; at++) {
    const byte = at < bytes.length ? (bytes[at] ?? 0) : BACKSLASH;
    if (byte >= 0x30 && byte <= 0x39) {
      mantissa = mantissa * 10 + (byte - 0x30);
      divisor *= 10;
      digits += 1;
    } else if (byte === POINT && divisor === 0) divisor = 1;
    else if (byte === MINUS && at === start) sign = -1;
    else if (byte !== BACKSLASH) isPlain = false;
    else {
      const isRead = isPlain && digits > 0;
      const value = isRead ? (sign * mantissa) / Math.max(1, divisor) : decimalAt(bytes, start, at);
      addValue(extent, values % 3, value);
      if (at > start) values += 1;
      start = at + 1;
      [digits, mantissa, divisor, sign, isPlain] = [0, 0, 0, 1, true];
    }
  }
  return Math.floor(values / 3);
}

/** NaN, as of a value that is empty or no number, widens nothing. */
function addValue({ least, greatest }: Extent, axis: number, value: number): void {
  if (value < (least[axis] ?? 0)) least[axis] = value;
  if (value > (greatest[axis] ?? 0)) greatest[axis] = value;
}

/** One with an exponent or padding. */
function decimalAt(bytes: Uint8Array, start: number, end: number): number {
  return parseDecimal(String.fromCharCode(...bytes.subarray(start, Math.min(end, start + MAX_BYTES))));
}

/** A DS has 16 at most (PS3.5 6.2). */
const MAX_BYTES = 32;

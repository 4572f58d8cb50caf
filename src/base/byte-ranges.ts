import { concatenate } from './concatenate';
import { ok, type Result } from './result';

/** Bytes of which any range can be read: those of a file in memory, or of one that is too large for that. */
export interface ByteRanges {
  /** How many there are. */
  readonly bytes: number;
  /** Exactly the bytes from `start` to `end`, which lie within 0 and `bytes`; perhaps a view of what is kept. */
  read(start: number, end: number): Promise<Result<Uint8Array>>;
}

export function rangesOf(bytes: Uint8Array): ByteRanges {
  return { bytes: bytes.length, read: (start, end) => Promise.resolve(ok(bytes.subarray(start, end))) };
}

/** The bytes from `start` to `end`, as far as there are any. */
export function readAvailable(ranges: ByteRanges, start: number, end: number): Promise<Result<Uint8Array>> {
  return ranges.read(Math.min(start, ranges.bytes), Math.min(end, ranges.bytes));
}

/**
 * The same bytes, read in windows of at least `windowBytes`, of which the last is kept: small reads in order cost
 * few reads, and none that goes back.
 */
export function inWindows(ranges: ByteRanges, windowBytes: number): ByteRanges {
  let windowStart = 0;
  let window: Uint8Array = new Uint8Array();
  return {
    bytes: ranges.bytes,
    read: async (start, end) => {
      const isInside = start >= windowStart && start <= windowStart + window.length;
      const kept = isInside ? window.subarray(start - windowStart) : new Uint8Array();
      if (end - start <= kept.length) return ok(kept.subarray(0, end - start));
      const from = start + kept.length;
      const rest = await ranges.read(from, Math.min(Math.max(end, from + windowBytes), ranges.bytes));
      if (!rest.ok) return rest;
      window = joinBytes(kept, rest.value);
      windowStart = start;
      return ok(window.subarray(0, end - start));
    },
  };
}

/** One after the other; `second` itself where there is no first. */
export function joinBytes(first: Uint8Array, second: Uint8Array): Uint8Array {
  return first.length === 0 ? second : concatenate([first, second]);
}

import { ok, type Result } from '../base/result';
import type { Source } from './source';

/** Reads a source from its start towards its end, in as few reads as what is skipped between them allows. */
export interface ForwardReader {
  /**
   * The bytes from `offset` on: at least `bytes` of them, more where more are at hand, fewer where the source ends.
   * No offset is lower than the one before.
   */
  read(offset: number, bytes: number): Promise<Result<Uint8Array<ArrayBuffer>>>;
}

const MIN_WINDOW_BYTES = 16 << 10;
const MAX_WINDOW_BYTES = 4 << 20;
/** After a longer gap than this, reading on costs more than another read does: windows start small again. */
const NEAR_BYTES = 256 << 10;

/** Its windows are twice as long each time, as long as what is asked for is near the end of the last one. */
export function createForwardReader(source: Source): ForwardReader {
  let window: Uint8Array<ArrayBuffer> = new Uint8Array();
  let windowEnd = 0;
  let windowBytes = MIN_WINDOW_BYTES;
  return {
    read: async (offset, bytes) => {
      const held = window.subarray(Math.max(0, window.length - Math.max(0, windowEnd - offset)));
      const from = Math.max(offset, windowEnd);
      if (held.length >= bytes || from >= source.bytes) return ok(held);
      windowBytes =
        from - windowEnd <= NEAR_BYTES ? Math.min(2 * windowBytes, MAX_WINDOW_BYTES) : MIN_WINDOW_BYTES;
      const needed = bytes - held.length;
      let read = await readUpTo(source, from, Math.max(windowBytes, needed));
      if (!read.ok && windowBytes > needed) {
        // What is damaged or cut off may lie behind what is asked for.
        windowBytes = MIN_WINDOW_BYTES;
        read = await readUpTo(source, from, needed);
      }
      if (!read.ok) return read;
      window = held.length === 0 ? read.value : join(held, read.value);
      windowEnd = from + read.value.length;
      return ok(window);
    },
  };
}

function readUpTo(source: Source, from: number, bytes: number): Promise<Result<Uint8Array<ArrayBuffer>>> {
  return source.read(from, Math.min(from + bytes, source.bytes));
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}

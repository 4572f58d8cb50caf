import { ok, type Result } from '../base/result';
import type { Source } from './source';

/** Longer than an end record with the longest comment (65,557 bytes), and most directories are in it as well. */
const TAIL_BYTES = 1 << 20;

/** A source whose end has been read: what lies in there is answered without another read. */
export interface TailedSource extends Source {
  readonly tail: Uint8Array<ArrayBuffer>;
  readonly tailStart: number;
}

export async function readTail(source: Source): Promise<Result<TailedSource>> {
  const tailStart = Math.max(0, source.bytes - TAIL_BYTES);
  const read = await source.read(tailStart, source.bytes);
  if (!read.ok) return read;
  const tail = read.value;
  return ok({
    name: source.name,
    bytes: source.bytes,
    partStarts: source.partStarts,
    tail,
    tailStart,
    read: async (start, end) =>
      start >= tailStart ? ok(tail.subarray(start - tailStart, end - tailStart)) : source.read(start, end),
  });
}

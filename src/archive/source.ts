import { assert } from '../base/assert';
import { problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';

/** Bytes that are read by ranges: a file on disk, the parts of a split one, an entry of another archive. */
export interface Source {
  readonly name: string;
  readonly bytes: number;
  /** Where each part of a split archive begins, and each file of a folder; [0] for what is in one piece. */
  readonly partStarts: readonly number[];
  /**
   * Exactly the bytes from `start` to `end`, which lie within the source. `source-unreadable` if the file changed
   * or went away since it was opened.
   */
  read(start: number, end: number): Promise<Result<Uint8Array<ArrayBuffer>>>;
  /** Several such ranges together, where that is faster than one by one. */
  readonly readScattered?:
    ((ranges: readonly ByteRange[]) => Promise<Result<readonly Uint8Array<ArrayBuffer>[]>>) | undefined;
}

export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Several ranges, in the way that suits the source. */
export async function readScattered(
  source: Source,
  ranges: readonly ByteRange[],
): Promise<Result<readonly Uint8Array<ArrayBuffer>[]>> {
  if (source.readScattered && ranges.length > 1) return source.readScattered(ranges);
  const all: Uint8Array<ArrayBuffer>[] = [];
  for (const { start, end } of ranges) {
    const read = await source.read(start, end);
    if (!read.ok) return read;
    all.push(read.value);
  }
  return ok(all);
}

/** Chromium answers NotReadableError to one read that is longer than this. */
export const MAX_READ_BYTES = 2_145_386_496;

export interface BlobParts {
  readonly blobs: readonly Blob[];
  /** Where the first of them begins; what is before is not read. */
  readonly start: number;
}

/**
 * Files one after the other as one source. Of several pieces a Blob is made that is read at once: a read costs 0.6 ms,
 * a piece of one half of that.
 */
export function blobSource({ blobs, start }: BlobParts, name: string): Source {
  let bytes = start;
  const partStarts = blobs.map((blob) => (bytes += blob.size) - blob.size);
  const slices = (range: ByteRange) => {
    assert(
      range.start >= start && range.start <= range.end && range.end <= bytes,
      'a read outside of its source',
    );
    return slicesOf({ blobs, partStarts, ...range });
  };
  const readAll = async (ranges: readonly ByteRange[]): Promise<Result<Uint8Array<ArrayBuffer>>> => {
    const length = lengthOf(ranges);
    assert(length <= MAX_READ_BYTES, 'a read longer than one Blob read can be');
    const pieces = ranges.flatMap(slices);
    const [first] = pieces;
    const unreadable = (reason: string) =>
      err(problem('source-unreadable', name, { offset: ranges[0]?.start ?? 0, reason }));
    try {
      const blob = pieces.length === 1 && first !== undefined ? first : new Blob(pieces);
      const buffer = await blob.arrayBuffer();
      return buffer.byteLength === length ? ok(new Uint8Array(buffer)) : unreadable('it became shorter');
    } catch (error) {
      // NotReadableError: changed since it was chosen, or its medium is gone. NotFoundError: deleted.
      return unreadable(error instanceof Error ? error.name : String(error));
    }
  };
  return {
    name,
    bytes,
    partStarts,
    read: (from, to) => readAll([{ start: from, end: to }]),
    readScattered: async (ranges) => {
      const read = await readAll(ranges);
      return read.ok ? ok(partedInto(ranges, read.value)) : read;
    },
  };
}

function lengthOf(ranges: readonly ByteRange[]): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0);
}

function partedInto(
  ranges: readonly ByteRange[],
  bytes: Uint8Array<ArrayBuffer>,
): readonly Uint8Array<ArrayBuffer>[] {
  let at = 0;
  return ranges.map(({ start, end }) => bytes.subarray(at, (at += end - start)));
}

interface SliceQuery extends ByteRange {
  readonly blobs: readonly Blob[];
  readonly partStarts: readonly number[];
}

/** The stretches of blobs that make up a range. */
function slicesOf({ blobs, partStarts, start, end }: SliceQuery): readonly Blob[] {
  const slices: Blob[] = [];
  for (let i = Math.max(0, lastAtOrBefore(partStarts, start)); i < blobs.length; i++) {
    const blob = blobs[i];
    const partStart = partStarts[i] ?? Infinity;
    if (blob === undefined || partStart >= end) break;
    const from = Math.max(0, start - partStart);
    const to = Math.min(blob.size, end - partStart);
    if (from < to) slices.push(blob.slice(from, to));
  }
  return slices;
}

/** The last index whose value is at most `value`; -1 where there is none. `ascending` may repeat values. */
function lastAtOrBefore(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? Infinity) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** A stretch of another source. */
export function sliceSource(of: Source, start: number, bytes: number): Source {
  return {
    name: of.name,
    bytes,
    partStarts: [0],
    read: (from, to) => of.read(start + from, start + to),
    readScattered: (ranges) =>
      readScattered(
        of,
        ranges.map((range) => ({ start: start + range.start, end: start + range.end })),
      ),
  };
}

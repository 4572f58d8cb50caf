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
}

/** Chromium answers NotReadableError to one read that is longer than this. */
export const MAX_READ_BYTES = 2_145_386_496;

export interface BlobParts {
  readonly blobs: readonly Blob[];
  /** Where the first of them begins; what is before is not read. */
  readonly start: number;
}

/** Files one after the other as one source. */
export function blobSource({ blobs, start }: BlobParts, name: string): Source {
  let bytes = start;
  const partStarts = blobs.map((blob) => (bytes += blob.size) - blob.size);
  return {
    name,
    bytes,
    partStarts,
    read: async (from, to) => {
      assert(from >= start && from <= to && to <= bytes, 'a read outside of its source');
      assert(to - from <= MAX_READ_BYTES, 'a read longer than one Blob read can be');
      const pieces = piecesOf({ blobs, partStarts, from, to });
      const reads = await Promise.all(pieces.map((piece) => readPiece(piece, name)));
      const failed = reads.find((read) => !read.ok);
      if (failed) return failed;
      return ok(joinBytes(reads.flatMap((read) => (read.ok ? [read.value] : []))));
    },
  };
}

interface Piece {
  readonly blob: Blob;
  /** Within the blob. */
  readonly from: number;
  readonly to: number;
  /** Of the blob, within the source. */
  readonly partStart: number;
}

interface PieceQuery {
  readonly blobs: readonly Blob[];
  readonly partStarts: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** The stretches of blobs that make up a range. */
function piecesOf({ blobs, partStarts, from, to }: PieceQuery): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let i = Math.max(0, lastAtOrBefore(partStarts, from)); i < blobs.length; i++) {
    const blob = blobs[i];
    const partStart = partStarts[i] ?? Infinity;
    if (blob === undefined || partStart >= to) break;
    const piece = {
      blob,
      partStart,
      from: Math.max(0, from - partStart),
      to: Math.min(blob.size, to - partStart),
    };
    if (piece.from < piece.to) pieces.push(piece);
  }
  return pieces;
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

async function readPiece(
  { blob, from, to, partStart }: Piece,
  name: string,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  try {
    const buffer = await blob.slice(from, to).arrayBuffer();
    if (buffer.byteLength === to - from) return ok(new Uint8Array(buffer));
    return err(problem('source-unreadable', name, { offset: partStart + from, reason: 'it became shorter' }));
  } catch (error) {
    // NotReadableError: changed since it was chosen, or its medium is gone. NotFoundError: deleted.
    const reason = error instanceof Error ? error.name : String(error);
    return err(problem('source-unreadable', name, { offset: partStart + from, reason }));
  }
}

function joinBytes(pieces: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const [first] = pieces;
  if (pieces.length === 1 && first !== undefined) return first;
  const joined = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

/** A stretch of another source. */
export function sliceSource(of: Source, start: number, bytes: number): Source {
  return { name: of.name, bytes, partStarts: [0], read: (from, to) => of.read(start + from, start + to) };
}

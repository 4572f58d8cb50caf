import { problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import { dataEndOf, findDataStart, LOCAL_HEADER_ROOM_BYTES } from './entry-data';
import type { ArchiveEntry } from './entry-table';
import type { Source } from './source';

export interface ChunkPlan {
  readonly source: Source;
  readonly entry: ArchiveEntry;
  /** Length of the first chunk at most; each one may be twice as long as the last. */
  readonly firstBytes: number;
}

export const MAX_CHUNK_BYTES = 8 << 20;
/**
 * The compressed data of an entry, piece by piece, as far as the source has it; the next piece is being read while
 * one is used. The last piece is an error where one cannot be read, or where there is no local header.
 */
export async function* readChunks({
  source,
  entry,
  firstBytes,
}: ChunkPlan): AsyncGenerator<Result<Uint8Array<ArrayBuffer>>> {
  const start = entry.headerOffset;
  const wanted = LOCAL_HEADER_ROOM_BYTES + Math.min(entry.compressedBytes, firstBytes);
  const first = await source.read(start, Math.min(start + wanted, source.bytes));
  if (!first.ok) {
    yield first;
    return;
  }
  const dataStart = findDataStart({ start, bytes: first.value }, start);
  if (dataStart === null) {
    yield err(problem('entry-header-bad', entry.path, { offset: start }));
    return;
  }
  const dataEnd = dataEndOf(entry, dataStart, source.bytes);
  const rest = { source, start: Math.max(dataStart, start + first.value.length), end: dataEnd, firstBytes };
  yield* readAhead(rest, ok(first.value.subarray(dataStart - start, dataEnd - start)));
}

interface Rest {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
  readonly firstBytes: number;
}

async function* readAhead(
  { source, start, end, firstBytes }: Rest,
  first: Result<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<Result<Uint8Array<ArrayBuffer>>> {
  let chunk = first;
  let chunkBytes = firstBytes;
  for (let at = start; at < end && chunk.ok; at += chunkBytes) {
    chunkBytes = Math.min(chunkBytes * 2, MAX_CHUNK_BYTES);
    const next = source.read(at, Math.min(at + chunkBytes, end));
    yield chunk;
    chunk = await next;
  }
  yield chunk;
}

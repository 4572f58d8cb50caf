import { problem, type Problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import type { ArchiveAccess } from './archive-access';
import { crc32 } from './crc32';
import { MAX_CHUNK_BYTES, readChunks } from './entry-chunks';
import { crcMismatch, cutOff, damageAt, sizeMismatch, streamUnfinished, tooLarge } from './entry-damage';
import { compressionOf } from './entry-support';
import type { ArchiveEntry } from './entry-table';
import { createGrowingBytes, reserve, type GrowingBytes } from './growing-bytes';
import type { InflateStream } from './inflater';
import { MAX_READ_BYTES } from './source';
import { openStoredData, type StoredData } from './stored-data';
import { unpack } from './unpack';

export interface EntryContent {
  /** As far as they could be had; never more than the directory says. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Damage, a wrong length, a wrong CRC-32. */
  readonly problems: readonly Problem[];
}

/** An entry's first chunk when only its start is wanted. */
const PREFIX_CHUNK_BYTES = 64 << 10;

/**
 * One whole entry, with its length and CRC-32 checked. Damaged data gives the bytes before the damage and a problem
 * beside them. Memory is taken as bytes come out, not as the directory claims.
 * `entry-encrypted`, `entry-method-unsupported`, `entry-header-bad`, `entry-too-large`, `source-unreadable`,
 * `cancelled` where there are no bytes to give.
 */
export function readEntry(
  access: ArchiveAccess,
  entry: ArchiveEntry,
  signal?: AbortSignal,
): Promise<Result<EntryContent>> {
  return readContent({ access, entry, wanted: Infinity, firstBytes: MAX_CHUNK_BYTES, signal });
}

/** The first `bytesWanted` bytes of an entry, or all of a shorter one, which is then checked like a whole one. */
export function readEntryPrefix(
  access: ArchiveAccess,
  entry: ArchiveEntry,
  bytesWanted: number,
  signal?: AbortSignal,
): Promise<Result<EntryContent>> {
  return readContent({ access, entry, wanted: bytesWanted, firstBytes: PREFIX_CHUNK_BYTES, signal });
}

interface ContentRequest {
  readonly access: ArchiveAccess;
  readonly entry: ArchiveEntry;
  readonly wanted: number;
  readonly firstBytes: number;
  readonly signal: AbortSignal | undefined;
}

async function readContent(request: ContentRequest): Promise<Result<EntryContent>> {
  const { access, entry, wanted, firstBytes } = request;
  const data = await openStoredData(access, entry, firstBytes);
  if (!data.ok) return data;
  // One byte more than there should be tells that there is more.
  const limit = Math.min(wanted, entry.bytes + 1, MAX_READ_BYTES);
  const buffer = createGrowingBytes();
  const capacity = Math.min(limit, firstCapacity(entry, access.source.bytes));
  if (!reserve(buffer, capacity)) return err(tooLarge(entry, capacity));
  const compression = compressionOf(entry);
  const sink =
    compression === null
      ? createCopier(buffer, limit)
      : createUnpacker({ entry, stream: access.inflater.open(compression), buffer, limit });
  const ended = await fill(request, data.value, sink);
  sink.dispose();
  return ended.ok ? contentOf(request, buffer, ended.value) : ended;
}

/** A guess that real data of any kind stays below, so that the buffer is hardly ever copied. */
function firstCapacity({ compressedBytes }: ArchiveEntry, sourceBytes: number): number {
  return Math.max(64 << 10, 4 * Math.min(compressedBytes, sourceBytes));
}

/** Why no more bytes came: the entry ends, the limit is reached, memory is, or there is damage. */
type Ending = 'end' | 'full' | 'no-memory' | Problem;

interface Sink {
  /** Takes all of the chunk and answers 'more', unless that is the end. */
  take(chunk: Uint8Array): Ending | 'more';
  /** What it means that there are no more chunks. */
  readonly atLastChunk: Ending;
  dispose(): void;
}

async function fill(
  { entry, firstBytes, signal }: ContentRequest,
  data: StoredData,
  sink: Sink,
): Promise<Result<Ending>> {
  for await (const chunk of readChunks(data, firstBytes)) {
    if (signal?.aborted) return err(problem('cancelled', entry.path, {}));
    if (!chunk.ok) return chunk;
    const ending = sink.take(chunk.value);
    if (ending !== 'more') return ok(ending);
  }
  return ok(data.isCutOff ? cutOff(entry) : sink.atLastChunk);
}

/** For stored entries. */
function createCopier(buffer: GrowingBytes, limit: number): Sink {
  return {
    take: (chunk) => {
      const part = chunk.subarray(0, limit - buffer.filled);
      if (!reserve(buffer, buffer.filled + part.length, limit)) return 'no-memory';
      buffer.bytes.set(part, buffer.filled);
      buffer.filled += part.length;
      return buffer.filled < limit ? 'more' : 'full';
    },
    atLastChunk: 'end',
    dispose: () => undefined,
  };
}

interface UnpackerParts {
  readonly entry: ArchiveEntry;
  readonly stream: InflateStream;
  readonly buffer: GrowingBytes;
  readonly limit: number;
}

/** For deflated entries. */
function createUnpacker({ entry, stream, buffer, limit }: UnpackerParts): Sink {
  let consumedBefore = 0;
  return {
    take: (chunk) => {
      const { ending, consumed } = unpack({ stream, compressed: chunk, buffer, limit });
      consumedBefore += consumed;
      return ending === 'damaged' ? damageAt(entry, consumedBefore) : ending;
    },
    atLastChunk: streamUnfinished(entry),
    dispose: () => {
      stream.dispose();
    },
  };
}

function contentOf(
  { entry, wanted }: ContentRequest,
  { bytes, filled }: GrowingBytes,
  ending: Ending,
): Result<EntryContent> {
  const isBeyondUs = ending === 'full' && filled === MAX_READ_BYTES && filled < wanted;
  if (ending === 'no-memory' || isBeyondUs) return err(tooLarge(entry, filled));
  const content = bytes.subarray(0, Math.min(filled, entry.bytes));
  if (typeof ending === 'object') return ok({ bytes: content, problems: [ending] });
  if (filled > entry.bytes) return ok({ bytes: content, problems: [sizeMismatch(entry, filled)] });
  return ok({ bytes: content, problems: ending === 'end' ? checkWhole(entry, content) : [] });
}

function checkWhole(entry: ArchiveEntry, content: Uint8Array): readonly Problem[] {
  const problems: Problem[] = [];
  if (content.length !== entry.bytes) problems.push(sizeMismatch(entry, content.length));
  if (entry.crc32 === null) return problems;
  const actual = crc32(content);
  if (actual !== entry.crc32) problems.push(crcMismatch(entry, actual));
  return problems;
}

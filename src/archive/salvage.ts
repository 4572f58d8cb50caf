import { problem } from '../base/problem';
import { ok, type Result } from '../base/result';
import { NO_COMMENTS } from './comments';
import { DESCRIPTOR_ROOM_BYTES, findDescriptor, indexOfSignature, parseDescriptor } from './data-descriptor';
import type { Directory } from './directory';
import { appendEntry, createTable, finishTable, type NewEntry } from './entry-columns';
import { createForwardReader, type ForwardReader } from './forward-reader';
import type { Inflater } from './inflater';
import { localHeaderLength, parseLocalHeader, type LocalHeader } from './local-header';
import type { Source } from './source';
import { findStreamEnd } from './stream-end';
import { isTableFull } from './table-limits';
import { DEFLATE64, DEFLATED, LOCAL_HEADER, STORED } from './zip-format';

/** How far into a file its first local header is looked for. */
const MAX_PREFIX_BYTES = 1 << 20;
/** Where a local header with a usual name and extra fields fits in. */
const HEADER_ROOM_BYTES = 1024;
/** More than any archive holds that was met so far; a bound to the time that a hostile one can take. */
const MAX_INFLATED_BYTES = 2 ** 35;

/**
 * The entries of a ZIP archive whose central directory is missing, mostly because it is cut off, from their local
 * headers (APPNOTE 4.3.7), one after the other; with the problem `archive-salvaged`. The last one may be longer than
 * the file. Nothing but its local header tells of an entry, so none is known as a link. Null where there is not one.
 */
export async function salvageDirectory(
  source: Source,
  inflater: Inflater,
): Promise<Result<Directory | null>> {
  const walk: Walk = {
    source,
    inflater,
    reader: createForwardReader(source),
    isInflating: false,
    inflatedBytes: 0,
  };
  const first = await findFirstHeader(walk);
  if (!first.ok) return first;
  const table = createTable({ hasLocalHeaders: true });
  let at = first.value;
  let files = 0;
  while (at < source.bytes && !isTableFull(table)) {
    const found = await readEntryAt(walk, at);
    if (!found.ok) return found;
    if (found.value === null) break;
    const { entry, end } = found.value;
    appendEntry(table, entry);
    if (!entry.isDirectory) files++;
    at = end;
  }
  if (table.columns.count === 0) return ok(null);
  const { name, bytes } = source;
  return ok({
    ...finishTable(table),
    comments: NO_COMMENTS,
    problems: [problem('archive-salvaged', name, { entries: files, bytes })],
  });
}

interface Walk {
  readonly source: Source;
  readonly inflater: Inflater;
  reader: ForwardReader;
  /** The archive's descriptors have no signature: the ends of its data are found by inflating them. */
  isInflating: boolean;
  inflatedBytes: number;
}

/** At the start, or behind what was put before the archive; the end of the file where there is none. */
async function findFirstHeader({ source, reader }: Walk): Promise<Result<number>> {
  const head = await reader.read(0, HEADER_ROOM_BYTES);
  if (!head.ok) return head;
  if (localHeaderLength(head.value) !== null) return ok(0);
  const prefix = await reader.read(0, MAX_PREFIX_BYTES);
  if (!prefix.ok) return prefix;
  let at = indexOfSignature(prefix.value, LOCAL_HEADER, 0);
  while (at !== -1 && !isPlausible(prefix.value.subarray(at))) {
    at = indexOfSignature(prefix.value, LOCAL_HEADER, at + 1);
  }
  return ok(at === -1 ? source.bytes : at);
}

/** A program that unpacks itself has the signature in its code as well. */
function isPlausible(bytes: Uint8Array<ArrayBuffer>): boolean {
  const length = localHeaderLength(bytes);
  if (length === null || length > bytes.length) return false;
  const { method, nameBytes } = parseLocalHeader(bytes.subarray(0, length));
  return method < 100 && nameBytes.length > 0 && nameBytes.every((byte) => byte >= 0x20);
}

interface FoundEntry {
  readonly entry: NewEntry;
  readonly end: number;
}

/** Null where there is no local header, or one that is cut off. */
async function readEntryAt(walk: Walk, at: number): Promise<Result<FoundEntry | null>> {
  const start = await walk.reader.read(at, HEADER_ROOM_BYTES);
  if (!start.ok) return start;
  const length = localHeaderLength(start.value);
  if (length === null) return ok(null);
  const whole = await walk.reader.read(at, length);
  if (!whole.ok) return whole;
  if (whole.value.length < length) return ok(null);
  const header = parseLocalHeader(whole.value.subarray(0, length));
  const extent = await findExtent(walk, header, at);
  if (!extent.ok) return extent;
  const { name, method, encryption } = header;
  const { crc32, compressedBytes, bytes, end } = extent.value;
  const entry: NewEntry = {
    name,
    headerOffset: at,
    compressedBytes,
    bytes,
    crc32: encryption?.kind === 'winzip-aes' && encryption.version === 2 ? null : crc32,
    method,
    ...(encryption && { encryption }),
    isDirectory: bytes === 0 && header.isFolderName,
  };
  return ok({ entry, end });
}

interface Extent {
  readonly crc32: number | null;
  readonly compressedBytes: number;
  readonly bytes: number;
  /** Where the next header is. */
  readonly end: number;
}

async function findExtent(walk: Walk, header: LocalHeader, at: number): Promise<Result<Extent>> {
  const dataStart = at + header.length;
  // A folder has no data, whether a descriptor says so or not.
  const { crc32, compressedBytes, bytes } = header;
  const isEmptyFolder = header.isFolderName && header.method === STORED && compressedBytes === 0;
  if (header.areSizesKnown || isEmptyFolder) {
    const extent = { crc32, compressedBytes, bytes, end: dataStart + compressedBytes };
    return header.hasDescriptor ? stepOverDescriptor(walk, extent) : ok(extent);
  }
  const signed = walk.isInflating ? ok(null) : await findDescriptor(walk.reader, dataStart);
  if (!signed.ok) return signed;
  if (signed.value !== null) {
    const { length, ...said } = signed.value;
    return ok({ ...said, end: dataStart + said.compressedBytes + length });
  }
  const inflated = await findByInflating(walk, header, dataStart);
  if (!inflated.ok) return inflated;
  return ok(inflated.value ?? cutExtent(at, walk.source.bytes));
}

/** Of an entry that is cut off, at nobody knows what length: longer than all that there is. */
function cutExtent(at: number, sourceBytes: number): Extent {
  const bytes = sourceBytes - at;
  return { crc32: null, compressedBytes: bytes, bytes, end: sourceBytes };
}

/** Steps over the descriptor behind data of a known length, and believes its CRC; there may be none. */
async function stepOverDescriptor(walk: Walk, extent: Extent): Promise<Result<Extent>> {
  const read = await walk.reader.read(extent.end, DESCRIPTOR_ROOM_BYTES);
  if (!read.ok) return read;
  const descriptor = parseDescriptor(read.value, extent.compressedBytes);
  if (descriptor === null) return ok(extent);
  return ok({ ...extent, crc32: descriptor.crc32, end: extent.end + descriptor.length });
}

/** For descriptors without a signature, which few writers make: the stream itself says where it ends. */
async function findByInflating(
  walk: Walk,
  { method, encryption }: LocalHeader,
  dataStart: number,
): Promise<Result<Extent | null>> {
  if (encryption !== undefined || (method !== DEFLATED && method !== DEFLATE64)) return ok(null);
  const { source, inflater } = walk;
  walk.reader = createForwardReader(source);
  const compression = method === DEFLATED ? 'deflate' : 'deflate64';
  const limitBytes = MAX_INFLATED_BYTES - walk.inflatedBytes;
  const stream = await findStreamEnd({ reader: walk.reader, inflater, compression, dataStart, limitBytes });
  if (!stream.ok) return stream;
  if (stream.value === null) return ok(null);
  const { compressedBytes, bytes } = stream.value;
  walk.isInflating = true;
  walk.inflatedBytes += bytes;
  return stepOverDescriptor(walk, { crc32: null, compressedBytes, bytes, end: dataStart + compressedBytes });
}

import { problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import type { Source } from './source';
import type { TailedSource } from './tail-first';
import {
  DIRECTORY_RECORD,
  END_RECORD,
  END_RECORD_BYTES,
  LOCAL_HEADER,
  readUint64,
  viewOf,
  ZIP64_END_RECORD,
  ZIP64_END_RECORD_BYTES,
  ZIP64_LOCATOR,
  ZIP64_LOCATOR_BYTES,
} from './zip-format';

/** Where the central directory is, as offsets from the start of the file. */
export interface DirectoryLocation {
  readonly start: number;
  /** Where the end record begins: no record of the directory goes further. */
  readonly end: number;
  /** What to add to the offsets that the directory states: the length of what was put before the archive. */
  readonly baseOffset: number;
  readonly statedCount: number;
  /** The count is stated modulo this: without ZIP64 it has 16 bits, and some writers let it wrap. */
  readonly countModulus: number;
  /** Of the archive, APPNOTE 4.4.26; as far as it is there. */
  readonly comment: Uint8Array;
}

/** More false end records than this in one tail are an attack. */
const MAX_CANDIDATES = 32;

interface EndRecord {
  readonly offset: number;
  /** Bytes after the comment; negative where the comment runs past the end of the file. */
  readonly trailingBytes: number;
}

/** Null where there is none: the file is cut, or is no ZIP archive. `bad-directory` where it cannot be found. */
export async function locateDirectory(source: TailedSource): Promise<Result<DirectoryLocation | null>> {
  const beginsAsArchive = await beginsWithLocalHeader(source);
  const candidates = findEndRecords(source);
  let empty: DirectoryLocation | null = null;
  for (const candidate of candidates) {
    const stated = await readStatement(source, candidate.offset);
    if (!stated.ok) return stated;
    const location = await confirmDirectory(source, stated.value);
    if (!location.ok) return location;
    if (location.value && !(beginsAsArchive && isOfInnerArchive(candidate, location.value))) {
      return lacksParts(source, stated.value) ? refuseSplit(source, stated.value) : location;
    }
    if (stated.value.count === 0 && stated.value.directoryBytes === 0)
      empty ??= locationAt(stated.value.recordOffset, stated.value, 0);
  }
  const [last] = candidates;
  if (!last || beginsAsArchive) return ok(null);
  if (empty) return ok(empty);
  const reason = 'no central directory where the end record says';
  return err(problem('bad-directory', source.name, { offset: last.offset, reason }));
}

/**
 * From the last to the first; those whose comment ends with the file before all others, because a comment may
 * hold what looks like an end record; those whose comment is cut off after all others.
 */
function findEndRecords({ tail, tailStart }: TailedSource): readonly EndRecord[] {
  const view = viewOf(tail);
  const found: EndRecord[] = [];
  for (let at = tail.length - END_RECORD_BYTES; at >= 0 && found.length < MAX_CANDIDATES; at--) {
    if (tail[at] !== 0x50 || view.getUint32(at, true) !== END_RECORD) continue;
    const end = at + END_RECORD_BYTES + view.getUint16(at + 20, true);
    found.push({ offset: tailStart + at, trailingBytes: tail.length - end });
  }
  const rank = ({ trailingBytes }: EndRecord) => (trailingBytes === 0 ? 0 : trailingBytes > 0 ? 1 : 2);
  return found.sort((a, b) => rank(a) - rank(b));
}

/** What an end record and its ZIP64 record say. */
interface Statement {
  /** Of the first of the two in the file. */
  readonly recordOffset: number;
  /** Of the part that the record is in, 0 for the first. */
  readonly diskNumber: number;
  /** Of the part that the directory begins in. */
  readonly directoryDisk: number;
  readonly count: number;
  readonly countModulus: number;
  readonly directoryBytes: number;
  readonly directoryOffset: number;
  readonly comment: Uint8Array;
}

async function readStatement(source: TailedSource, offset: number): Promise<Result<Statement>> {
  const zip64 = await readZip64Statement(source, offset);
  if (!zip64.ok) return zip64;
  const end = source.tail.subarray(offset - source.tailStart);
  const record = viewOf(end);
  const commentEnd = END_RECORD_BYTES + record.getUint16(20, true);
  const comment = end.slice(END_RECORD_BYTES, commentEnd);
  if (zip64.value) return ok({ ...zip64.value, comment });
  return ok({
    recordOffset: offset,
    diskNumber: record.getUint16(4, true),
    directoryDisk: record.getUint16(6, true),
    count: record.getUint16(10, true),
    countModulus: 2 ** 16,
    directoryBytes: record.getUint32(12, true),
    directoryOffset: record.getUint32(16, true),
    comment,
  });
}

/** APPNOTE 4.3.14 and 4.3.15: a locator right before the end record leads to the ZIP64 end record. */
async function readZip64Statement(
  source: TailedSource,
  endOffset: number,
): Promise<Result<Omit<Statement, 'comment'> | null>> {
  const locatorOffset = endOffset - ZIP64_LOCATOR_BYTES;
  const locator = await readRecord({
    source,
    offset: locatorOffset,
    bytes: ZIP64_LOCATOR_BYTES,
    signature: ZIP64_LOCATOR,
  });
  if (!locator.ok) return locator;
  if (!locator.value) return ok(null);
  // Where the locator says, unless something was put before the archive: then right before the locator.
  const places = [readUint64(locator.value, 8), locatorOffset - ZIP64_END_RECORD_BYTES];
  for (const offset of places) {
    if (offset + ZIP64_END_RECORD_BYTES > locatorOffset) continue;
    const record = await readRecord({
      source,
      offset,
      bytes: ZIP64_END_RECORD_BYTES,
      signature: ZIP64_END_RECORD,
    });
    if (!record.ok) return record;
    if (record.value) return ok(zip64Statement(record.value, offset));
  }
  return ok(null);
}

function zip64Statement(record: DataView, offset: number): Omit<Statement, 'comment'> {
  return {
    recordOffset: offset,
    diskNumber: record.getUint32(16, true),
    directoryDisk: record.getUint32(20, true),
    count: readUint64(record, 32),
    countModulus: Infinity,
    directoryBytes: readUint64(record, 40),
    directoryOffset: readUint64(record, 48),
  };
}

interface RecordPlace {
  readonly source: TailedSource;
  readonly offset: number;
  readonly bytes: number;
  readonly signature: number;
}

/** Null where there is no record of this signature. */
async function readRecord({
  source,
  offset,
  bytes,
  signature,
}: RecordPlace): Promise<Result<DataView | null>> {
  if (offset < 0 || offset + bytes > source.bytes) return ok(null);
  const read = await source.read(offset, offset + bytes);
  if (!read.ok) return read;
  const view = viewOf(read.value);
  return ok(view.getUint32(0, true) === signature ? view : null);
}

/**
 * The directory ends where the end record begins; from there the length of a prefix follows. Only if it is not
 * there is it looked for at the very offset that the record states. Null where neither has a record.
 */
async function confirmDirectory(
  source: TailedSource,
  stated: Statement,
): Promise<Result<DirectoryLocation | null>> {
  for (const start of [stated.recordOffset - stated.directoryBytes, statedStart(source, stated)]) {
    if (start + 4 > stated.recordOffset) continue;
    const record = await readRecord({ source, offset: start, bytes: 4, signature: DIRECTORY_RECORD });
    if (!record.ok) return record;
    if (record.value) return ok(locationAt(start, stated, start - statedStart(source, stated)));
  }
  return ok(null);
}

function statedStart({ partStarts }: Source, { directoryDisk, directoryOffset }: Statement): number {
  return (partStarts[directoryDisk] ?? 0) + directoryOffset;
}

function locationAt(start: number, stated: Statement, baseOffset: number): DirectoryLocation {
  return {
    start,
    end: stated.recordOffset,
    baseOffset,
    statedCount: stated.count,
    countModulus: stated.countModulus,
    comment: stated.comment,
  };
}

/**
 * A cut archive may have kept a whole archive as one of its stored entries: that is not what was opened. In a file
 * that begins with a local header, the directory of such a one does not reach back to the start.
 */
function isOfInnerArchive({ trailingBytes }: EndRecord, { baseOffset }: DirectoryLocation): boolean {
  return trailingBytes > 0 && baseOffset > 0;
}

export async function beginsWithLocalHeader(source: TailedSource): Promise<boolean> {
  const record = await readRecord({ source, offset: 0, bytes: 4, signature: LOCAL_HEADER });
  return record.ok && record.value !== null;
}

function lacksParts({ partStarts }: Source, { diskNumber }: Statement): boolean {
  if (diskNumber === 0xffff || diskNumber === 0xffffffff) return false;
  // Parts that were cut without a thought to the format are one disk.
  return diskNumber !== 0 && diskNumber !== partStarts.length - 1;
}

function refuseSplit({ name, partStarts }: Source, { diskNumber }: Statement): Result<never> {
  return err(problem('archive-parts-missing', name, { parts: diskNumber + 1, given: partStarts.length }));
}

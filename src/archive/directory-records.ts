import { AES_EXTRA, AES_METHOD, parseAesExtra } from './decryptor';
import { appendEntry, type GrowingTable } from './entry-columns';
import { readName, type EntryName } from './entry-name';
import type { Encryption } from './entry-table';
import {
  DIRECTORY_RECORD,
  DIRECTORY_RECORD_BYTES,
  FLAG_DATA_DESCRIPTOR,
  FLAG_ENCRYPTED,
  FLAG_STRONG_ENCRYPTION,
  FLAG_UTF8,
  IN_ZIP64_32,
  readUint64,
  UNICODE_COMMENT_EXTRA,
  UNICODE_PATH_EXTRA,
  viewOf,
  ZIP64_EXTRA,
} from './zip-format';

const DOS_DIRECTORY = 0x10;
const SLASH = 0x2f;
const BACKSLASH = 0x5c;
/** "Version made by", upper byte, APPNOTE 4.4.2: the external attributes hold a Unix mode. */
const MADE_BY_UNIX = [3, 19];
const UNIX_TYPE = 0xf000;
const UNIX_SYMLINK = 0xa000;

/** What to add to the offsets that records state. */
export interface OffsetBase {
  /** The length of what was put before the archive. */
  readonly baseOffset: number;
  /** Where each part of a split archive starts; a record states an offset within its part. */
  readonly partStarts: readonly number[];
}

/**
 * Appends the central directory records (APPNOTE 4.3.12) that `bytes` begins with; returns how many bytes they
 * take, 0 where there is no whole record.
 */
export function appendRecords(table: GrowingTable, bytes: Uint8Array, base: OffsetBase): number {
  const view = viewOf(bytes);
  let at = 0;
  while (at + DIRECTORY_RECORD_BYTES <= bytes.length && view.getUint32(at, true) === DIRECTORY_RECORD) {
    const nameEnd = at + DIRECTORY_RECORD_BYTES + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const end = extraEnd + view.getUint16(at + 32, true);
    if (end > bytes.length) break;
    appendRecord(table, { bytes, view, at, nameEnd, extraEnd, end }, base);
    at = end;
  }
  return at;
}

/** Where the fields of a record are; those that a local header has too are `at` the same distances from 2 bytes before it. */
export interface DirectoryRecord {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly at: number;
  readonly nameEnd: number;
  readonly extraEnd: number;
}

/** With what a local header does not have. */
interface WholeRecord extends DirectoryRecord {
  /** Of its comment, which begins at `extraEnd`. */
  readonly end: number;
}

function appendRecord(table: GrowingTable, record: WholeRecord, base: OffsetBase): void {
  const { view, at, nameEnd } = record;
  const wide = zip64Reader(record);
  const bytes = wide(at + 24);
  const compressedBytes = wide(at + 20);
  const offset = wide(at + 42);
  const flags = view.getUint16(at + 8, true);
  const crc32 = view.getUint32(at + 16, true);
  const statedMethod = view.getUint16(at + 10, true);
  const { encryption, method } =
    (flags & FLAG_ENCRYPTED) === 0
      ? { encryption: undefined, method: statedMethod }
      : readEncryption(record, statedMethod);
  const isWithoutCrc32 = encryption?.kind === 'winzip-aes' && encryption.version === 2;
  const name = record.bytes.subarray(at + DIRECTORY_RECORD_BYTES, nameEnd);
  appendEntry(table, {
    name: readName({ bytes: name, isUtf8: (flags & FLAG_UTF8) !== 0, unicodePath: findUnicodePath(record) }),
    comment: readComment(record),
    headerOffset: offset + (base.partStarts[view.getUint16(at + 34, true)] ?? 0) + base.baseOffset,
    compressedBytes,
    bytes,
    crc32: isWithoutCrc32 ? null : crc32,
    method,
    ...(encryption && { encryption }),
    isDirectory: bytes === 0 && isDirectoryRecord(record),
    isSymlink: isSymlinkRecord(record),
  });
}

/** APPNOTE 4.5.3: the extra field holds, in this order, only what is too long for its place in the record. */
export function zip64Reader(record: DirectoryRecord): (fieldAt: number) => number {
  const { view } = record;
  const zip64 = findExtra(record, ZIP64_EXTRA);
  let zip64At = 0;
  return (fieldAt) => {
    const value = view.getUint32(fieldAt, true);
    if (value !== IN_ZIP64_32 || !zip64 || zip64At + 8 > zip64.byteLength) return value;
    zip64At += 8;
    return readUint64(zip64, zip64At - 8);
  };
}

export function readEncryption(
  record: DirectoryRecord,
  method: number,
): { readonly encryption: Encryption; readonly method: number } {
  const { view, at } = record;
  const flags = view.getUint16(at + 8, true);
  if (method === AES_METHOD) {
    const field = findExtra(record, AES_EXTRA);
    return (field && parseAesExtra(field)) ?? { encryption: { kind: 'unknown' }, method };
  }
  if ((flags & FLAG_STRONG_ENCRYPTION) !== 0) return { encryption: { kind: 'unknown' }, method };
  // APPNOTE 6.1.6, and Info-ZIP's way where the CRC is not known before the data are written: the time of day.
  const checkByte = view.getUint8((flags & FLAG_DATA_DESCRIPTOR) === 0 ? at + 19 : at + 13);
  return { encryption: { kind: 'zipcrypto', checkByte }, method };
}

/** What has a content is a file, whatever its name: a directory is never looked into. */
function isDirectoryRecord({ bytes, view, at, nameEnd }: DirectoryRecord): boolean {
  const last = nameEnd > at + DIRECTORY_RECORD_BYTES ? bytes[nameEnd - 1] : 0;
  return last === SLASH || last === BACKSLASH || (view.getUint32(at + 38, true) & DOS_DIRECTORY) !== 0;
}

function isSymlinkRecord({ view, at }: DirectoryRecord): boolean {
  const isUnix = MADE_BY_UNIX.includes(view.getUint8(at + 5));
  return isUnix && (view.getUint16(at + 40, true) & UNIX_TYPE) === UNIX_SYMLINK;
}

/** Null where there is none; in memory of its own, since it outlives what is read of the directory. */
function readComment(record: WholeRecord): EntryName | null {
  const { bytes, view, at, extraEnd, end } = record;
  if (extraEnd === end) return null;
  return readName({
    bytes: bytes.slice(extraEnd, end),
    isUtf8: (view.getUint16(at + 8, true) & FLAG_UTF8) !== 0,
    unicodePath: findBytes(record, UNICODE_COMMENT_EXTRA)?.slice() ?? null,
  });
}

export function findUnicodePath(record: DirectoryRecord): Uint8Array | null {
  return findBytes(record, UNICODE_PATH_EXTRA);
}

function findBytes(record: DirectoryRecord, id: number): Uint8Array | null {
  const field = findExtra(record, id);
  return field && new Uint8Array(field.buffer, field.byteOffset, field.byteLength);
}

/** The content of the extra field of this id, or null. */
function findExtra({ view, nameEnd, extraEnd }: DirectoryRecord, id: number): DataView | null {
  let at = nameEnd;
  while (at + 4 <= extraEnd) {
    const length = view.getUint16(at + 2, true);
    if (at + 4 + length > extraEnd) return null;
    if (view.getUint16(at, true) === id) return new DataView(view.buffer, view.byteOffset + at + 4, length);
    at += 4 + length;
  }
  return null;
}

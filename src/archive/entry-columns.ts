import type { EntryTable } from './entry-table';
import { nameToUtf8 } from './entry-name';
import {
  DIRECTORY_RECORD,
  DIRECTORY_RECORD_BYTES,
  FLAG_UTF8,
  IN_ZIP64_32,
  readUint64,
  UNICODE_PATH_EXTRA,
  viewOf,
  ZIP64_EXTRA,
} from './zip-format';

const DOS_DIRECTORY = 0x10;
const SLASH = 0x2f;
const BACKSLASH = 0x5c;

type Columns = { -readonly [Key in keyof EntryTable]: EntryTable[Key] };

/** Columns with room at their ends, replaced by longer ones when it is used up; `trimTable` ends that. */
export interface GrowingTable {
  columns: Columns;
}

export function createTable(): GrowingTable {
  return { columns: allocateColumns(256, 256 * 48) };
}

function allocateColumns(capacity: number, nameBytes: number): Columns {
  return {
    count: 0,
    names: new Uint8Array(nameBytes),
    nameStarts: new Uint32Array(capacity + 1),
    headerOffset: new Float64Array(capacity),
    compressedBytes: new Float64Array(capacity),
    bytes: new Float64Array(capacity),
    crc32: new Uint32Array(capacity),
    method: new Uint16Array(capacity),
    flags: new Uint16Array(capacity),
    isDirectory: new Uint8Array(capacity),
  };
}

/** A copy that is no longer than its entries. */
export function trimTable({ columns }: GrowingTable): EntryTable {
  const nameBytes = columns.nameStarts[columns.count] ?? 0;
  return copyColumns(columns, allocateColumns(columns.count, nameBytes), nameBytes);
}

function copyColumns(from: Columns, to: Columns, nameBytes: number): Columns {
  const { count } = from;
  to.count = count;
  to.names.set(from.names.subarray(0, nameBytes));
  to.nameStarts.set(from.nameStarts.subarray(0, count + 1));
  to.headerOffset.set(from.headerOffset.subarray(0, count));
  to.compressedBytes.set(from.compressedBytes.subarray(0, count));
  to.bytes.set(from.bytes.subarray(0, count));
  to.crc32.set(from.crc32.subarray(0, count));
  to.method.set(from.method.subarray(0, count));
  to.flags.set(from.flags.subarray(0, count));
  to.isDirectory.set(from.isDirectory.subarray(0, count));
  return to;
}

/**
 * Appends the central directory records (APPNOTE 4.3.12) that `bytes` begins with; returns how many bytes they
 * take, 0 where there is no whole record.
 */
export function appendRecords(table: GrowingTable, bytes: Uint8Array, baseOffset: number): number {
  const view = viewOf(bytes);
  let at = 0;
  while (at + DIRECTORY_RECORD_BYTES <= bytes.length && view.getUint32(at, true) === DIRECTORY_RECORD) {
    const nameEnd = at + DIRECTORY_RECORD_BYTES + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const end = extraEnd + view.getUint16(at + 32, true);
    if (end > bytes.length) break;
    appendRecord(table, { bytes, view, at, nameEnd, extraEnd, baseOffset });
    at = end;
  }
  return at;
}

interface DirectoryRecord {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly at: number;
  readonly nameEnd: number;
  readonly extraEnd: number;
  readonly baseOffset: number;
}

function appendRecord(table: GrowingTable, record: DirectoryRecord): void {
  const { view, at, nameEnd, extraEnd, baseOffset } = record;
  reserveEntry(table);
  const { columns } = table;
  const index = columns.count++;
  const zip64 = nameEnd === extraEnd ? null : findExtra(record, ZIP64_EXTRA);
  let zip64At = 0;
  // APPNOTE 4.5.3: the field holds, in this order, only what is too long for its place in the record.
  const wide = (fieldAt: number) => {
    const value = view.getUint32(fieldAt, true);
    if (value !== IN_ZIP64_32 || !zip64 || zip64At + 8 > zip64.byteLength) return value;
    zip64At += 8;
    return readUint64(zip64, zip64At - 8);
  };
  columns.flags[index] = view.getUint16(at + 8, true);
  columns.method[index] = view.getUint16(at + 10, true);
  columns.crc32[index] = view.getUint32(at + 16, true);
  const bytes = wide(at + 24);
  columns.bytes[index] = bytes;
  columns.compressedBytes[index] = wide(at + 20);
  columns.headerOffset[index] = wide(at + 42) + baseOffset;
  columns.isDirectory[index] = bytes === 0 && isDirectoryRecord(record) ? 1 : 0;
  appendName(columns, record);
}

/** What has a content is a file, whatever its name: a directory is never looked into. */
function isDirectoryRecord({ bytes, view, at, nameEnd }: DirectoryRecord): boolean {
  const last = nameEnd > at + DIRECTORY_RECORD_BYTES ? bytes[nameEnd - 1] : 0;
  return last === SLASH || last === BACKSLASH || (view.getUint32(at + 38, true) & DOS_DIRECTORY) !== 0;
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

function appendName(columns: Columns, record: DirectoryRecord): void {
  const { bytes, at, nameEnd, extraEnd } = record;
  const start = at + DIRECTORY_RECORD_BYTES;
  const unicode = nameEnd === extraEnd ? null : findExtra(record, UNICODE_PATH_EXTRA);
  const isPlain = unicode === null && isAscii(bytes, start, nameEnd);
  const from = columns.nameStarts[columns.count - 1] ?? 0;
  if (isPlain) {
    reserveNameBytes(columns, from + nameEnd - start);
    for (let i = start; i < nameEnd; i++) columns.names[from + i - start] = bytes[i] ?? 0;
    columns.nameStarts[columns.count] = from + nameEnd - start;
    return;
  }
  const name = nameToUtf8({
    bytes: bytes.subarray(start, nameEnd),
    isUtf8: (record.view.getUint16(at + 8, true) & FLAG_UTF8) !== 0,
    unicodePath: unicode && new Uint8Array(unicode.buffer, unicode.byteOffset, unicode.byteLength),
  });
  reserveNameBytes(columns, from + name.length);
  columns.names.set(name, from);
  columns.nameStarts[columns.count] = from + name.length;
}

function isAscii(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if ((bytes[i] ?? 0) >= 0x80) return false;
  return true;
}

function reserveEntry(table: GrowingTable): void {
  const { columns } = table;
  const capacity = columns.method.length;
  if (columns.count < capacity) return;
  const nameBytes = columns.nameStarts[columns.count] ?? 0;
  table.columns = copyColumns(columns, allocateColumns(capacity * 2, columns.names.length), nameBytes);
}

function reserveNameBytes(columns: Columns, needed: number): void {
  if (needed <= columns.names.length) return;
  const names = new Uint8Array(Math.max(needed, columns.names.length * 2));
  names.set(columns.names);
  columns.names = names;
}

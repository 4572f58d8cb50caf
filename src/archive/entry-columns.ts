import { renameLegacy, type NamedTable } from './legacy-names';
import { detectNameEncoding } from './name-encoding';
import type { EntryName } from './entry-name';
import { ENCRYPTIONS, type Encryption, type EntryTable } from './entry-table';

type Columns = { -readonly [Key in keyof EntryTable]: EntryTable[Key] };

/** Columns with room at their ends, replaced by longer ones when it is used up; `finishTable` ends that. */
export interface GrowingTable {
  columns: Columns;
  /** The entries whose name is in no known encoding, and its bytes. */
  readonly legacyNames: Map<number, Uint8Array<ArrayBuffer>>;
  /** Of the entries that have one. */
  readonly comments: Map<number, EntryName>;
}

/** What a container says of one of its entries. */
export interface NewEntry {
  readonly name: EntryName;
  /** Null, or nothing: it has none. */
  readonly comment?: EntryName | null;
  readonly headerOffset: number;
  readonly compressedBytes: number;
  readonly bytes: number;
  readonly crc32: number | null;
  readonly method: number;
  readonly encryption?: Encryption;
  readonly isDirectory?: boolean;
  readonly isSymlink?: boolean;
}

export function createTable(options: { readonly hasLocalHeaders: boolean }): GrowingTable {
  return {
    columns: { ...allocateColumns(256, 256 * 48), hasLocalHeaders: options.hasLocalHeaders },
    legacyNames: new Map(),
    comments: new Map(),
  };
}

function allocateColumns(capacity: number, nameBytes: number): Columns {
  return {
    count: 0,
    names: new Uint8Array(nameBytes),
    nameStarts: new Uint32Array(capacity + 1),
    hasLocalHeaders: true,
    headerOffset: new Float64Array(capacity),
    compressedBytes: new Float64Array(capacity),
    bytes: new Float64Array(capacity),
    crc32: new Uint32Array(capacity),
    hasCrc32: new Uint8Array(capacity),
    method: new Uint16Array(capacity),
    encryption: new Uint8Array(capacity),
    checkByte: new Uint8Array(capacity),
    isDirectory: new Uint8Array(capacity),
    isSymlink: new Uint8Array(capacity),
  };
}

function copyColumns(from: Columns, to: Columns): Columns {
  const { count } = from;
  to.count = count;
  to.hasLocalHeaders = from.hasLocalHeaders;
  to.names.set(from.names.subarray(0, from.nameStarts[count]));
  to.nameStarts.set(from.nameStarts.subarray(0, count + 1));
  to.headerOffset.set(from.headerOffset.subarray(0, count));
  to.compressedBytes.set(from.compressedBytes.subarray(0, count));
  to.bytes.set(from.bytes.subarray(0, count));
  to.crc32.set(from.crc32.subarray(0, count));
  to.hasCrc32.set(from.hasCrc32.subarray(0, count));
  to.method.set(from.method.subarray(0, count));
  to.encryption.set(from.encryption.subarray(0, count));
  to.checkByte.set(from.checkByte.subarray(0, count));
  to.isDirectory.set(from.isDirectory.subarray(0, count));
  to.isSymlink.set(from.isSymlink.subarray(0, count));
  return to;
}

export function appendEntry(table: GrowingTable, entry: NewEntry): void {
  const { encryption } = entry;
  reserveEntry(table);
  const { columns } = table;
  const index = columns.count++;
  columns.headerOffset[index] = entry.headerOffset;
  columns.compressedBytes[index] = entry.compressedBytes;
  columns.bytes[index] = entry.bytes;
  columns.crc32[index] = entry.crc32 ?? 0;
  columns.hasCrc32[index] = entry.crc32 === null ? 0 : 1;
  columns.method[index] = entry.method;
  if (encryption !== undefined) setEncryption(columns, index, encryption);
  columns.isDirectory[index] = entry.isDirectory === true ? 1 : 0;
  columns.isSymlink[index] = entry.isSymlink === true ? 1 : 0;
  const { name } = entry;
  const bytes = 'utf8' in name ? name.utf8 : name.legacy;
  if ('legacy' in name) table.legacyNames.set(index, bytes.slice());
  if (entry.comment) table.comments.set(index, entry.comment);
  const from = columns.nameStarts[index] ?? 0;
  reserveNameBytes(columns, from + bytes.length);
  columns.names.set(bytes, from);
  columns.nameStarts[index + 1] = from + bytes.length;
}

function setEncryption(columns: Columns, index: number, encryption: Encryption): void {
  columns.encryption[index] = ENCRYPTIONS.findIndex(
    (known) =>
      known.kind === encryption.kind &&
      (known.kind !== 'winzip-aes' ||
        encryption.kind !== 'winzip-aes' ||
        (known.strengthBits === encryption.strengthBits && known.version === encryption.version)),
  );
  if (encryption.kind === 'zipcrypto') columns.checkByte[index] = encryption.checkByte;
}

/** A table that is no longer than its entries, with its legacy names in the encoding that they are likely in. */
export function finishTable({ columns, legacyNames }: GrowingTable): NamedTable {
  const nameBytes = columns.nameStarts[columns.count] ?? 0;
  const table = copyColumns(columns, allocateColumns(columns.count, nameBytes));
  if (legacyNames.size === 0) return { table, legacyNames: null };
  const encoding = detectNameEncoding(legacyNames.values());
  return renameLegacy({ table, legacyNames: { encoding, bytes: legacyNames } }, encoding);
}

function reserveEntry(table: GrowingTable): void {
  const { columns } = table;
  const capacity = columns.method.length;
  if (columns.count < capacity) return;
  table.columns = copyColumns(columns, allocateColumns(capacity * 2, columns.names.length));
}

function reserveNameBytes(columns: Columns, needed: number): void {
  if (needed <= columns.names.length) return;
  const names = new Uint8Array(Math.max(needed, columns.names.length * 2));
  names.set(columns.names);
  columns.names = names;
}

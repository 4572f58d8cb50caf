/**
 * The central directory of one archive in columns: transferable as a whole, a few dozen bytes for each entry,
 * and no object or string until somebody asks for one. In the order of the directory.
 */
export interface EntryTable {
  readonly count: number;
  /** Names as UTF-8, one after the other; entry `i` is from `nameStarts[i]` to `nameStarts[i + 1]`. */
  readonly names: Uint8Array<ArrayBuffer>;
  readonly nameStarts: Uint32Array<ArrayBuffer>;
  /** Offset of the local header from the start of the file. */
  readonly headerOffset: Float64Array<ArrayBuffer>;
  readonly compressedBytes: Float64Array<ArrayBuffer>;
  readonly bytes: Float64Array<ArrayBuffer>;
  readonly crc32: Uint32Array<ArrayBuffer>;
  /** Compression method, APPNOTE 4.4.5. */
  readonly method: Uint16Array<ArrayBuffer>;
  /** General purpose bit flag, APPNOTE 4.4.4. */
  readonly flags: Uint16Array<ArrayBuffer>;
  /** 1 where the entry is a directory. */
  readonly isDirectory: Uint8Array<ArrayBuffer>;
}

export interface ArchiveEntry {
  readonly index: number;
  readonly path: string;
  readonly headerOffset: number;
  readonly compressedBytes: number;
  readonly bytes: number;
  readonly crc32: number;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly isDirectory: boolean;
}

const utf8 = new TextDecoder();

export function pathOf(table: EntryTable, index: number): string {
  return utf8.decode(table.names.subarray(table.nameStarts[index], table.nameStarts[index + 1]));
}

export function entryAt(table: EntryTable, index: number): ArchiveEntry {
  return {
    index,
    path: pathOf(table, index),
    headerOffset: table.headerOffset[index] ?? 0,
    compressedBytes: table.compressedBytes[index] ?? 0,
    bytes: table.bytes[index] ?? 0,
    crc32: table.crc32[index] ?? 0,
    method: table.method[index] ?? 0,
    isEncrypted: ((table.flags[index] ?? 0) & 1) !== 0,
    isDirectory: table.isDirectory[index] === 1,
  };
}

import type { EntryEncryption } from './decryptor';

/**
 * The central directory of one archive in columns: transferable as a whole, a few dozen bytes for each entry,
 * and no object or string until somebody asks for one. In the order of the directory.
 */
export interface EntryTable {
  readonly count: number;
  /** Names as UTF-8, one after the other; entry `i` is from `nameStarts[i]` to `nameStarts[i + 1]`. */
  readonly names: Uint8Array<ArrayBuffer>;
  readonly nameStarts: Uint32Array<ArrayBuffer>;
  /** False for containers other than ZIP: `headerOffset` is then where the data themselves begin. */
  readonly hasLocalHeaders: boolean;
  /** Offset of the local header from the start of the source. */
  readonly headerOffset: Float64Array<ArrayBuffer>;
  readonly compressedBytes: Float64Array<ArrayBuffer>;
  readonly bytes: Float64Array<ArrayBuffer>;
  readonly crc32: Uint32Array<ArrayBuffer>;
  /** 1 where the CRC-32 is known: WinZip's AE-2 and other containers have none. */
  readonly hasCrc32: Uint8Array<ArrayBuffer>;
  /** Compression method, APPNOTE 4.4.5; of an entry that is encrypted by AES, the one inside. */
  readonly method: Uint16Array<ArrayBuffer>;
  /** Places in `ENCRYPTIONS`. */
  readonly encryption: Uint8Array<ArrayBuffer>;
  /** What the last byte of a ZipCrypto header decrypts to (APPNOTE 6.1.6). */
  readonly checkByte: Uint8Array<ArrayBuffer>;
  /** 1 where the entry is a directory. */
  readonly isDirectory: Uint8Array<ArrayBuffer>;
  /** 1 where the entry is a symbolic link, whose content is the path that it leads to. */
  readonly isSymlink: Uint8Array<ArrayBuffer>;
}

/** 'unknown': PKWARE's strong encryption, or a vendor's own. */
export type Encryption = EntryEncryption | { readonly kind: 'none' } | { readonly kind: 'unknown' };

const NOT_ENCRYPTED: Encryption = { kind: 'none' };

/** The first is of an entry that is not encrypted, the second one gets the entry's own check byte. */
export const ENCRYPTIONS: readonly Encryption[] = [
  NOT_ENCRYPTED,
  { kind: 'zipcrypto', checkByte: 0 },
  ...([1, 2] as const).flatMap((version) =>
    ([128, 192, 256] as const).map((strengthBits): Encryption => ({
      kind: 'winzip-aes',
      strengthBits,
      version,
    })),
  ),
  { kind: 'unknown' },
];

export interface ArchiveEntry {
  readonly index: number;
  readonly path: string;
  readonly hasLocalHeader: boolean;
  /** Of the local header, or of the data where there is none. */
  readonly headerOffset: number;
  /** With what an encryption adds. */
  readonly compressedBytes: number;
  readonly bytes: number;
  /** Null where the container does not tell it. */
  readonly crc32: number | null;
  readonly method: number;
  readonly encryption: Encryption;
  readonly isDirectory: boolean;
  readonly isSymlink: boolean;
}

const utf8 = new TextDecoder();

export function pathOf(table: EntryTable, index: number): string {
  return utf8.decode(table.names.subarray(table.nameStarts[index], table.nameStarts[index + 1]));
}

export function entryAt(table: EntryTable, index: number): ArchiveEntry {
  return {
    index,
    path: pathOf(table, index),
    hasLocalHeader: table.hasLocalHeaders,
    headerOffset: table.headerOffset[index] ?? 0,
    compressedBytes: table.compressedBytes[index] ?? 0,
    bytes: table.bytes[index] ?? 0,
    crc32: table.hasCrc32[index] === 1 ? (table.crc32[index] ?? 0) : null,
    method: table.method[index] ?? 0,
    encryption: encryptionAt(table, index),
    isDirectory: table.isDirectory[index] === 1,
    isSymlink: table.isSymlink[index] === 1,
  };
}

function encryptionAt({ encryption, checkByte }: EntryTable, index: number): Encryption {
  const found = ENCRYPTIONS[encryption[index] ?? 0] ?? NOT_ENCRYPTED;
  return found.kind === 'zipcrypto' ? { ...found, checkByte: checkByte[index] ?? 0 } : found;
}

import { findUnicodePath, readEncryption, zip64Reader, type DirectoryRecord } from './directory-records';
import { readName, type EntryName } from './entry-name';
import type { Encryption } from './entry-table';
import {
  FLAG_DATA_DESCRIPTOR,
  FLAG_ENCRYPTED,
  FLAG_UTF8,
  IN_ZIP64_32,
  LOCAL_HEADER,
  LOCAL_HEADER_BYTES,
  viewOf,
} from './zip-format';

const SLASH = 0x2f;
const BACKSLASH = 0x5c;

/** What stands before the data of an entry (APPNOTE 4.3.7). */
export interface LocalHeader {
  /** Its own length: the data are right behind it. */
  readonly length: number;
  readonly nameBytes: Uint8Array;
  readonly name: EntryName;
  readonly isFolderName: boolean;
  readonly method: number;
  readonly encryption: Encryption | undefined;
  /** A descriptor is behind the data. */
  readonly hasDescriptor: boolean;
  /** False where they are told by the descriptor alone. */
  readonly areSizesKnown: boolean;
  readonly crc32: number;
  readonly compressedBytes: number;
  readonly bytes: number;
}

/** How long the local header is that `bytes` begin with; null where they begin with none, or with less than its start. */
export function localHeaderLength(bytes: Uint8Array): number | null {
  if (bytes.length < LOCAL_HEADER_BYTES) return null;
  const view = viewOf(bytes);
  if (view.getUint32(0, true) !== LOCAL_HEADER) return null;
  return LOCAL_HEADER_BYTES + view.getUint16(26, true) + view.getUint16(28, true);
}

/** `bytes` is one whole local header. */
export function parseLocalHeader(bytes: Uint8Array<ArrayBuffer>): LocalHeader {
  const view = viewOf(bytes);
  const nameEnd = LOCAL_HEADER_BYTES + view.getUint16(26, true);
  // A directory record has the same fields, up to the length of the extra field, two bytes later.
  const record: DirectoryRecord = { bytes, view, at: -2, nameEnd, extraEnd: bytes.length };
  const flags = view.getUint16(6, true);
  const statedMethod = view.getUint16(8, true);
  const wide = zip64Reader(record);
  const contentBytes = wide(22);
  const compressedBytes = wide(18);
  const { encryption, method } =
    (flags & FLAG_ENCRYPTED) === 0
      ? { encryption: undefined, method: statedMethod }
      : readEncryption(record, statedMethod);
  const nameBytes = bytes.subarray(LOCAL_HEADER_BYTES, nameEnd);
  const hasDescriptor = (flags & FLAG_DATA_DESCRIPTOR) !== 0;
  return {
    length: bytes.length,
    nameBytes,
    name: readName({
      bytes: nameBytes,
      isUtf8: (flags & FLAG_UTF8) !== 0,
      unicodePath: findUnicodePath(record),
    }),
    isFolderName: nameBytes.at(-1) === SLASH || nameBytes.at(-1) === BACKSLASH,
    method,
    encryption,
    hasDescriptor,
    areSizesKnown: !hasDescriptor || (compressedBytes !== 0 && compressedBytes !== IN_ZIP64_32),
    crc32: view.getUint32(14, true),
    compressedBytes,
    bytes: contentBytes,
  };
}

import { assert } from '../base/assert';
import { encryptionOverhead, type Decryptor } from './decryptor';
import type { ArchiveEntry } from './entry-table';
import { LOCAL_HEADER, LOCAL_HEADER_BYTES, viewOf } from './zip-format';

/** Where a local header with a usual name and extra fields fits in. Behind a longer one there is one more read. */
const LOCAL_HEADER_ROOM_BYTES = 1024;

/** The compressed bytes of an entry, from their start as far as they have been read. */
export interface EntryData {
  readonly entry: ArchiveEntry;
  /** Offset of the first of them from the start of the source. */
  readonly dataStart: number;
  readonly compressed: Uint8Array;
  /** What comes after `compressed`: nothing; bytes not read yet; more than will be read; the end of the source. */
  readonly rest: 'none' | 'not-loaded' | 'beyond-limit' | 'cut-off';
}

/** Bytes of a source from `start` on. */
export interface LoadedRange {
  readonly start: number;
  readonly bytes: Uint8Array;
}

/** How much to read before the data for where they start. */
export function headRoomOf({ hasLocalHeader }: ArchiveEntry): number {
  return hasLocalHeader ? LOCAL_HEADER_ROOM_BYTES : 0;
}

/**
 * Where the data of an entry starts: behind its local header (APPNOTE 4.3.7), which is in `range`; null where there
 * is none. Containers other than ZIP have no such headers.
 */
export function findDataStart({ start, bytes }: LoadedRange, entry: ArchiveEntry): number | null {
  const { hasLocalHeader, headerOffset } = entry;
  if (!hasLocalHeader) return headerOffset;
  const at = headerOffset - start;
  if (at < 0 || at + LOCAL_HEADER_BYTES > bytes.length) return null;
  const header = viewOf(bytes.subarray(at, at + LOCAL_HEADER_BYTES));
  if (header.getUint32(0, true) !== LOCAL_HEADER) return null;
  return headerOffset + LOCAL_HEADER_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
}

/** Where the data of an entry ends, as far as the source has it. */
export function dataEndOf(entry: ArchiveEntry, dataStart: number, sourceBytes: number): number {
  return Math.max(dataStart, Math.min(dataStart + entry.compressedBytes, sourceBytes));
}

export interface DataPlace {
  readonly entry: ArchiveEntry;
  readonly dataStart: number;
  readonly sourceBytes: number;
  /** No more than this many compressed bytes will ever be read. */
  readonly limitBytes: number;
}

/** What a range that was read has of an entry's data. */
export function entryDataIn(range: LoadedRange, place: DataPlace): EntryData {
  const { entry, dataStart, sourceBytes } = place;
  const dataEnd = dataEndOf(entry, dataStart, sourceBytes);
  const compressed = range.bytes.subarray(dataStart - range.start, dataEnd - range.start);
  return { entry, dataStart, compressed, rest: restAfter(compressed.length, place, dataEnd - dataStart) };
}

function restAfter(loaded: number, { entry, limitBytes }: DataPlace, inSource: number): EntryData['rest'] {
  if (loaded === inSource) return inSource < entry.compressedBytes ? 'cut-off' : 'none';
  return loaded >= limitBytes ? 'beyond-limit' : 'not-loaded';
}

/**
 * The data of an encrypted entry in the clear, in a copy: what is loaded may be part of other entries' windows. No
 * more than `limitBytes` of them.
 */
export function decryptData(data: EntryData, decryptor: Decryptor, limitBytes: number): EntryData {
  const { encryption } = data.entry;
  assert(encryption.kind !== 'none' && encryption.kind !== 'unknown', 'there is a decryptor');
  const { headerBytes, trailerBytes } = encryptionOverhead(encryption);
  const end = data.compressed.length - (data.rest === 'none' ? trailerBytes : 0);
  const limit = headerBytes + limitBytes;
  const compressed = data.compressed.slice(headerBytes, Math.min(end, limit));
  decryptor.decrypt(compressed);
  return { ...data, compressed, rest: end > limit ? 'not-loaded' : data.rest };
}

import { problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import type { ArchiveAccess } from './archive-access';
import { encryptionOverhead, type Decryptor } from './decryptor';
import { dataEndOf, findDataStart, headRoomOf } from './entry-data';
import { refusalOf } from './entry-support';
import type { ArchiveEntry } from './entry-table';
import type { DecryptorOptions } from './open-decryptor';
import type { Source } from './source';
import { unlock } from './unlock';

/** The data of one entry as its container stores them, found and unlocked. */
export interface StoredData {
  readonly source: Source;
  readonly entry: ArchiveEntry;
  /** From here to `end` they are in the source, without what an encryption puts around them. */
  readonly start: number;
  readonly end: number;
  /** The source ends before they do. */
  readonly isCutOff: boolean;
  /** Those that were read already, from `start` on; still encrypted. */
  readonly loaded: Uint8Array<ArrayBuffer>;
  /** For the first of them; null where they are not encrypted. */
  readonly decryptor: Decryptor | null;
}

/**
 * Finds the data of an entry with one read, which takes up to `firstBytes` of them along. `entry-encrypted`,
 * `entry-method-unsupported`, `entry-header-bad`, `entry-data-damaged`, `source-unreadable` where they cannot be had.
 */
export async function openStoredData(
  access: ArchiveAccess,
  entry: ArchiveEntry,
  firstBytes: number,
  options?: Pick<DecryptorOptions, 'authenticates'>,
): Promise<Result<StoredData>> {
  const { source } = access;
  const refusal = refusalOf(entry, access);
  if (refusal) return err(refusal);
  const from = entry.headerOffset;
  const wanted = headRoomOf(entry) + Math.min(entry.compressedBytes, firstBytes);
  const read = await source.read(from, Math.min(from + wanted, source.bytes));
  if (!read.ok) return err({ ...read.error, where: entry.path });
  const start = findDataStart({ start: from, bytes: read.value }, entry);
  const isHeaderWhole = start !== null && start <= source.bytes;
  if (!isHeaderWhole) return err(problem('entry-header-bad', entry.path, { offset: from }));
  const end = dataEndOf(entry, start, source.bytes);
  const loaded = read.value.subarray(start - from, end - from);
  const isCutOff = end - start < entry.compressedBytes;
  const { encryption } = entry;
  if (encryption.kind === 'none' || encryption.kind === 'unknown')
    return ok({ source, entry, start, end, isCutOff, loaded, decryptor: null });
  const decryptor = await unlock(entry, loaded, access, options);
  if (decryptor === null) return err(problem('entry-encrypted', entry.path, {}));
  const { headerBytes, trailerBytes } = encryptionOverhead(encryption);
  const cipherStart = start + headerBytes;
  const cipherEnd = isCutOff ? end : Math.max(cipherStart, end - trailerBytes);
  const cipher = loaded.subarray(headerBytes, headerBytes + cipherEnd - cipherStart);
  return ok({ source, entry, start: cipherStart, end: cipherEnd, isCutOff, loaded: cipher, decryptor });
}

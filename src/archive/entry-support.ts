import { problem, type Problem } from '../base/problem';
import type { ArchiveAccess } from './archive-access';
import { cutOff } from './entry-damage';
import type { ArchiveEntry } from './entry-table';
import type { Compression } from './inflater';
import { TAR_SPARSE } from './tar-header';
import { DEFLATE64, DEFLATED, LOCAL_HEADER_BYTES, STORED } from './zip-format';

/** APPNOTE 4.4.5. */
const METHOD_NAMES: Readonly<Record<number, string>> = {
  [TAR_SPARSE]: 'the sparse format of tar',
  1: 'Shrink',
  2: 'Reduce 1',
  3: 'Reduce 2',
  4: 'Reduce 3',
  5: 'Reduce 4',
  6: 'Implode',
  10: 'PKWARE Data Compression Library Implode',
  12: 'BZIP2',
  14: 'LZMA',
  16: 'IBM z/OS CMPSC',
  18: 'IBM TERSE',
  19: 'IBM LZ77',
  20: 'Zstandard',
  93: 'Zstandard',
  94: 'MP3',
  95: 'XZ',
  96: 'JPEG',
  97: 'WavPack',
  98: 'PPMd',
  99: 'AES',
};

/** How an entry is compressed; null: it is stored as it is. Only of an entry that is not refused. */
export function compressionOf({ method }: ArchiveEntry): Compression | null {
  if (method === STORED) return null;
  return method === DEFLATED ? 'deflate' : 'deflate64';
}

/** Why this entry cannot be read at all, whatever its bytes are; null where it can. */
export function refusalOf(
  entry: ArchiveEntry,
  { source, passwords }: Pick<ArchiveAccess, 'source' | 'passwords'>,
): Problem | null {
  const { path, method, headerOffset, hasLocalHeader, encryption } = entry;
  if (encryption.kind === 'unknown') {
    return problem('entry-method-unsupported', path, { method, methodName: 'a strong encryption' });
  }
  if (encryption.kind !== 'none' && passwords.length === 0) return problem('entry-encrypted', path, {});
  if (![STORED, DEFLATED, DEFLATE64].includes(method)) {
    const methodName = METHOD_NAMES[method] ?? `method ${String(method)}`;
    return problem('entry-method-unsupported', path, { method, methodName });
  }
  const headBytes = hasLocalHeader ? LOCAL_HEADER_BYTES : 0;
  const isInside = headerOffset >= 0 && headerOffset + headBytes <= source.bytes;
  if (!isInside) return problem('entry-header-bad', path, { offset: headerOffset });
  return headerOffset + headBytes + entry.compressedBytes > source.bytes ? cutOff(entry) : null;
}

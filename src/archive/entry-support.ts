import { problem, type Problem } from '../base/problem';
import type { ArchiveEntry } from './entry-table';
import { DEFLATED, LOCAL_HEADER_BYTES, STORED } from './zip-format';

/** APPNOTE 4.4.5. */
const METHOD_NAMES: Readonly<Record<number, string>> = {
  1: 'Shrink',
  2: 'Reduce 1',
  3: 'Reduce 2',
  4: 'Reduce 3',
  5: 'Reduce 4',
  6: 'Implode',
  9: 'Deflate64',
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

/** Why this entry cannot be read at all, whatever its bytes are; null where it can. */
export function refusalOf(entry: ArchiveEntry, sourceBytes: number): Problem | null {
  const { path, method, headerOffset, isEncrypted } = entry;
  if (isEncrypted) return problem('entry-encrypted', path, {});
  if (method !== STORED && method !== DEFLATED) {
    const methodName = METHOD_NAMES[method] ?? `method ${String(method)}`;
    return problem('entry-method-unsupported', path, { method, methodName });
  }
  const isInside = headerOffset >= 0 && headerOffset + LOCAL_HEADER_BYTES <= sourceBytes;
  return isInside ? null : problem('entry-header-bad', path, { offset: headerOffset });
}

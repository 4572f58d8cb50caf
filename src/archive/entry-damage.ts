import { problem, type Problem } from '../base/problem';
import { formatCrc } from './crc32';
import type { ArchiveEntry } from './entry-table';

export function damageAt(entry: ArchiveEntry, compressedOffset: number): Problem {
  const reason = `invalid before byte ${String(compressedOffset)}`;
  return problem('entry-data-damaged', entry.path, { reason });
}

export function streamUnfinished(entry: ArchiveEntry): Problem {
  return problem('entry-data-damaged', entry.path, { reason: 'they end too early' });
}

export function cutOff(entry: ArchiveEntry): Problem {
  return problem('entry-data-damaged', entry.path, { reason: 'the archive ends within them' });
}

/** The authentication code of an encrypted entry is not that of its data. */
export function notAuthentic(entry: ArchiveEntry): Problem {
  return problem('entry-not-authentic', entry.path, {});
}

export function sizeMismatch(entry: ArchiveEntry, actual: number): Problem {
  return problem('entry-size-mismatch', entry.path, { expected: entry.bytes, actual });
}

export function tooLarge(entry: ArchiveEntry, limitBytes: number): Problem {
  return problem('entry-too-large', entry.path, { bytes: entry.bytes, limitBytes });
}

export function crcMismatch(entry: ArchiveEntry, actual: number): Problem {
  return problem('entry-crc-mismatch', entry.path, {
    expected: formatCrc(entry.crc32 ?? 0),
    actual: formatCrc(actual),
  });
}

import { problem, type Problem } from '../base/problem';
import { ok, type Result } from '../base/result';
import { NO_COMMENTS } from './comments';
import type { Directory } from './directory';
import { appendEntry, createTable, finishTable } from './entry-columns';
import { createForwardReader } from './forward-reader';
import { readGzipHeader, type GzipMember } from './gzip-header';
import type { Inflater } from './inflater';
import type { Source } from './source';
import { findStreamEnd } from './stream-end';
import { DEFLATED } from './zip-format';

/** The one file that a gzip file holds, as a directory of one entry; null where the source is no gzip file. */
export async function readGzipDirectory(
  source: Source,
  inflater: Inflater,
): Promise<Result<Directory | null>> {
  const member = await readGzipHeader(source);
  if (!member.ok || member.value === null) return member.ok ? ok(null) : member;
  const measured = await measureMember(source, member.value, inflater);
  return measured.ok ? ok(listMember(source.name, measured.value)) : measured;
}

interface MeasuredMember extends Omit<GzipMember, 'crc32' | 'isize'> {
  readonly bytes: number;
  readonly crc32: number | null;
  readonly problems: readonly Problem[];
}

/** Contents of 4 GiB and more do not fit in their field (RFC 1952 2.3.1); so much less than this never gets there. */
const SURELY_SHORT_BYTES = 2 ** 26;

/**
 * The length of a member's content as its trailer says, unless that may not be true: of a long one it is modulo 2^32,
 * and where several members follow each other it is the last one's. Then it is inflated to know.
 */
async function measureMember(
  source: Source,
  { name, dataStart, dataEnd, crc32, isize }: GzipMember,
  inflater: Inflater,
): Promise<Result<MeasuredMember>> {
  const asStated = { name, dataStart, dataEnd, crc32, bytes: isize, problems: [] };
  const storedBytes = dataEnd - dataStart;
  // What does not compress gets hardly longer: by 5 bytes for each 16 KB at most.
  const isPlausible = isize >= storedBytes * 0.99 - 16;
  if (isPlausible && storedBytes < SURELY_SHORT_BYTES) return ok(asStated);
  const reader = createForwardReader(source);
  const extent = await findStreamEnd({
    reader,
    inflater,
    compression: 'deflate',
    dataStart,
    limitBytes: Infinity,
  });
  if (!extent.ok) return extent;
  if (extent.value === null) return ok(asStated);
  const { compressedBytes, bytes } = extent.value;
  const end = dataStart + compressedBytes;
  if (end === dataEnd) return ok({ ...asStated, bytes });
  const more = { offset: end, reason: 'more follows behind the end of its content, which is left out' };
  const problems = [problem('bad-directory', source.name, more)];
  return ok({ name, dataStart, dataEnd: end, crc32: null, bytes, problems });
}

function listMember(
  archiveName: string,
  { name, dataStart, dataEnd, crc32, bytes, problems }: MeasuredMember,
): Directory {
  const table = createTable({ hasLocalHeaders: false });
  const path = name || archiveName.replace(/^.*[/\\]/, '').replace(/\.gz$/i, '');
  appendEntry(table, {
    name: { utf8: new TextEncoder().encode(path) },
    headerOffset: dataStart,
    compressedBytes: dataEnd - dataStart,
    bytes,
    crc32,
    method: DEFLATED,
  });
  return { ...finishTable(table), comments: NO_COMMENTS, problems };
}

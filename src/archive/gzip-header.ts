import { problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import type { Source } from './source';
import { viewOf } from './zip-format';

/** A file that was compressed alone (RFC 1952). Of several members one after the other it is taken for one. */
export interface GzipMember {
  /** Where the raw deflate stream begins, and where the trailer does. */
  readonly dataStart: number;
  readonly dataEnd: number;
  /** What the file was called, '' where that is not told. */
  readonly name: string;
  /** From the trailer: of the content, whose length is given modulo 2^32. */
  readonly crc32: number;
  readonly isize: number;
}

const FIXED_BYTES = 10;
const TRAILER_BYTES = 8;
const MAGIC = [0x1f, 0x8b, 8];

const HAS_HEADER_CRC = 1 << 1;
const HAS_EXTRA = 1 << 2;
const HAS_NAME = 1 << 3;
const HAS_COMMENT = 1 << 4;

/** The longest extra field, with room for any name and comment met so far. */
const MAX_HEADER_BYTES = 128 << 10;

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The header and trailer of a gzip file; null where it is none. `truncated-archive` where it ends within its header
 * or has no room for a trailer, `bad-directory` where the header does not end, `source-unreadable`.
 */
export async function readGzipHeader(source: Source): Promise<Result<GzipMember | null>> {
  const head = await source.read(0, Math.min(source.bytes, MAX_HEADER_BYTES));
  if (!head.ok) return head;
  if (!MAGIC.every((byte, i) => head.value[i] === byte)) return ok(null);
  const header = parseHeader(head.value);
  const dataEnd = source.bytes - TRAILER_BYTES;
  if (header === null && source.bytes > MAX_HEADER_BYTES) {
    const reason = 'the name or comment of its gzip header does not end';
    return err(problem('bad-directory', source.name, { offset: FIXED_BYTES, reason }));
  }
  if (header === null || header.dataStart > dataEnd) {
    return err(problem('truncated-archive', source.name, { bytes: source.bytes }));
  }
  const trailer = await source.read(dataEnd, source.bytes);
  if (!trailer.ok) return trailer;
  const view = viewOf(trailer.value);
  return ok({ ...header, dataEnd, crc32: view.getUint32(0, true), isize: view.getUint32(4, true) });
}

/** RFC 1952 2.3; null where it does not end in `head`. */
function parseHeader(head: Uint8Array): Pick<GzipMember, 'dataStart' | 'name'> | null {
  if (head.length < FIXED_BYTES + 2) return null;
  const flags = head[3] ?? 0;
  const view = viewOf(head);
  const nameStart =
    (flags & HAS_EXTRA) === 0 ? FIXED_BYTES : FIXED_BYTES + 2 + view.getUint16(FIXED_BYTES, true);
  const nameEnd = (flags & HAS_NAME) === 0 ? nameStart : afterNul(head, nameStart);
  const commentEnd = (flags & HAS_COMMENT) === 0 ? nameEnd : afterNul(head, nameEnd);
  const dataStart = (flags & HAS_HEADER_CRC) === 0 ? commentEnd : commentEnd + 2;
  if (dataStart > head.length) return null;
  return { dataStart, name: decodeName(head.subarray(nameStart, Math.max(nameStart, nameEnd - 1))) };
}

/** Infinity where there is none. */
function afterNul(bytes: Uint8Array, from: number): number {
  const at = bytes.indexOf(0, from);
  return at === -1 ? Infinity : at + 1;
}

/** Latin-1 by the RFC; but what most writers put there are the bytes of a file system, which are UTF-8 now. */
function decodeName(bytes: Uint8Array): string {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  }
}

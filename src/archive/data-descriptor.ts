import { ok, type Result } from '../base/result';
import type { ForwardReader } from './forward-reader';
import { DATA_DESCRIPTOR, DIRECTORY_RECORD, LOCAL_HEADER, readUint64, viewOf } from './zip-format';

/** What stands behind the data of an entry whose header was written before its sizes were known (APPNOTE 4.3.9). */
export interface DataDescriptor {
  readonly crc32: number;
  readonly compressedBytes: number;
  readonly bytes: number;
  /** Its own length. */
  readonly length: number;
}

/** With the signature or without it, and with sizes of 32 or 64 bits: headers do not tell reliably. */
const FORMS = [
  { isSigned: true, sizeBytes: 4 },
  { isSigned: true, sizeBytes: 8 },
  { isSigned: false, sizeBytes: 4 },
  { isSigned: false, sizeBytes: 8 },
] as const;

/** Holds the longest descriptor and the signature after it. */
export const DESCRIPTOR_ROOM_BYTES = 28;
const SEARCH_BYTES = 64 << 10;

/**
 * The descriptor that `bytes` begin with, if it states this compressed size and the next record or the end of the
 * file is right behind it; `bytes` are at least `DESCRIPTOR_ROOM_BYTES` or end with the file. Else null.
 */
export function parseDescriptor(bytes: Uint8Array, compressedBytes: number): DataDescriptor | null {
  const view = viewOf(bytes);
  for (const { isSigned, sizeBytes } of FORMS) {
    const crcAt = isSigned ? 4 : 0;
    const length = crcAt + 4 + 2 * sizeBytes;
    if (length > bytes.length || (isSigned && view.getUint32(0, true) !== DATA_DESCRIPTOR)) continue;
    const sizeAt = (at: number) => (sizeBytes === 4 ? view.getUint32(at, true) : readUint64(view, at));
    if (sizeAt(crcAt + 4) !== compressedBytes || !isRecordOrEnd(view, length)) continue;
    const crc32 = view.getUint32(crcAt, true);
    return { crc32, compressedBytes, bytes: sizeAt(crcAt + 4 + sizeBytes), length };
  }
  return null;
}

function isRecordOrEnd(view: DataView, at: number): boolean {
  if (at + 4 > view.byteLength) return true;
  const signature = view.getUint32(at, true);
  return signature === LOCAL_HEADER || signature === DIRECTORY_RECORD;
}

/**
 * Looks for the descriptor of data that start at `dataStart`, as one that has a signature. That its size is its own
 * distance from there makes it certain, and searching is much faster than inflating. Null where there is none.
 */
export async function findDescriptor(
  reader: ForwardReader,
  dataStart: number,
): Promise<Result<DataDescriptor | null>> {
  for (let from = dataStart; ;) {
    const read = await reader.read(from, SEARCH_BYTES);
    if (!read.ok) return read;
    const bytes = read.value;
    const isLast = bytes.length < SEARCH_BYTES;
    const limit = isLast ? bytes.length : bytes.length - DESCRIPTOR_ROOM_BYTES;
    let at = indexOfSignature(bytes, DATA_DESCRIPTOR, 0);
    for (; at !== -1 && at <= limit; at = indexOfSignature(bytes, DATA_DESCRIPTOR, at + 1)) {
      const distance = from + at - dataStart;
      const found = isSizeAt(bytes, at + 8, distance) ? parseDescriptor(bytes.subarray(at), distance) : null;
      if (found) return ok(found);
    }
    if (isLast) return ok(null);
    from += limit + 1;
  }
}

/** The lower half of it, which is in the same place in both widths: spares most of the work where signatures abound. */
function isSizeAt(bytes: Uint8Array, at: number, size: number): boolean {
  return bytes[at] === (size & 0xff) && bytes[at + 1] === ((size >>> 8) & 0xff);
}

/**
 * -1 where there is none from `from` on. The four bytes of a signature differ from each other, so that the one at the
 * place of the last tells how far the next place to look at is (Horspool): no bytes make this slow.
 */
export function indexOfSignature(bytes: Uint8Array, signature: number, from: number): number {
  const [first, second, third, last] = [0, 8, 16, 24].map((shift) => (signature >>> shift) & 0xff);
  for (let at = from + 3; at < bytes.length;) {
    const byte = bytes[at];
    if (byte === last) {
      if (bytes[at - 1] === third && bytes[at - 2] === second && bytes[at - 3] === first) return at - 3;
      at += 4;
    } else if (byte === third) at += 1;
    else if (byte === second) at += 2;
    else if (byte === first) at += 3;
    else at += 4;
  }
  return -1;
}

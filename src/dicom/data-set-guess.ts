import type { HeadSource } from '../base/head-source';
import {
  cursorAt,
  type ElementCursor,
  readElementHeader,
  readUint16,
  skipValue,
  UNDEFINED_LENGTH,
} from './element-cursor';
import { isKnownVr, isVrByte, vrOfCode } from './vr';

/** How the elements of a data set are written (PS3.5 section 10). */
export interface ElementEncoding {
  readonly isExplicit: boolean;
  readonly isLittleEndian: boolean;
}

const RAW_ENCODINGS: readonly ElementEncoding[] = [
  { isExplicit: true, isLittleEndian: true },
  { isExplicit: true, isLittleEndian: false },
  { isExplicit: false, isLittleEndian: true },
];

/** Groups that a data set without file meta information starts with: directory, identification, patient. */
const FIRST_GROUPS = new Set([0x0004, 0x0008, 0x0010]);

/** How many elements of a raw data set have to make sense before it is believed. */
const ELEMENTS_TO_BELIEVE = 3;

/** Longer values do not come first, and are not worth loading to find out. */
const MAX_FIRST_VALUE_BYTES = 0x10000;

/**
 * Whether a data set starts at `position` although nothing says so, and how it is written; null where it is
 * something else; 'not-loaded' where it takes more bytes to tell.
 */
export function guessRawDataSet(head: HeadSource, position: number): ElementEncoding | null | 'not-loaded' {
  for (const encoding of RAW_ENCODINGS) {
    const cursor = cursorAt(head, { position, ...encoding });
    if (elementsMakeSense(cursor)) return encoding;
    if (cursor.stop === 'not-loaded') return 'not-loaded';
  }
  return null;
}

function elementsMakeSense(cursor: ElementCursor): boolean {
  let previousTag = 0;
  for (let count = 0; count < ELEMENTS_TO_BELIEVE; count++) {
    if (!readElementHeader(cursor)) return count > 0 && cursor.stop === 'end';
    if (count === 0 && !FIRST_GROUPS.has(cursor.tag >>> 16)) return false;
    if (cursor.tag <= previousTag && count > 0) return false;
    if (!headerMakesSense(cursor)) return false;
    previousTag = cursor.tag;
    if (!skipValue(cursor)) return false;
  }
  return true;
}

function headerMakesSense({ head, isExplicit, vr, length, position }: ElementCursor): boolean {
  if (isExplicit && !isKnownVr(vrOfCode(vr))) return false;
  if (length === UNDEFINED_LENGTH) return true;
  return length <= MAX_FIRST_VALUE_BYTES && position + length <= head.totalBytes;
}

/**
 * How the data set at `position` is written, by its first element, where a transfer syntax says `declared`; null
 * where it is nothing that could be an element. At least eight bytes must be there.
 */
export function guessEncoding(
  head: HeadSource,
  position: number,
  declared: ElementEncoding,
): ElementEncoding | null {
  const { bytes } = head;
  const group = readUint16(declared, bytes, position);
  // 0x0800 is group 0008 read in the wrong byte order.
  const isSwapped = (group & 0xff) === 0 && FIRST_GROUPS.has(group >>> 8);
  const isLittleEndian = declared.isLittleEndian !== isSwapped;
  const isExplicit = isVrByte(bytes[position + 4]) && isVrByte(bytes[position + 5]);
  const encoding = { isExplicit, isLittleEndian };
  const cursor = cursorAt(head, { position, ...encoding });
  if (!readElementHeader(cursor)) return null;
  if (isExplicit || cursor.length === UNDEFINED_LENGTH) return encoding;
  return cursor.position + cursor.length <= head.totalBytes ? encoding : null;
}

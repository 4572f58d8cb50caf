import type { HeadSource } from '../base/head-source';
import { isVrByte, LONG_LENGTH_BY_CODE, vrCode } from './vr';

/** Goes through the elements of a data set (PS3.5 7.1) with no object for each, pulling bytes as it needs them. */
export interface ElementCursor {
  readonly head: HeadSource;
  isExplicit: boolean;
  readonly isLittleEndian: boolean;
  /** Of the next byte to read; after `readElementHeader` that is the element's value. */
  position: number;
  /** The element whose header was read last; 0 where the file ends inside a header. */
  tag: number;
  elementStart: number;
  /** Its two bytes as a number; 0 for implicit VR. */
  vr: number;
  /** May be `UNDEFINED_LENGTH`. */
  length: number;
  /** Why a function returned false: `end` is the end of the file where an element might start. */
  stop: 'none' | 'end' | 'truncated' | 'malformed' | 'not-loaded';
}

export const UNDEFINED_LENGTH = 0xffffffff;
export const ITEM = 0xfffee000;
export const ITEM_DELIMITATION = 0xfffee00d;
export const SEQUENCE_DELIMITATION = 0xfffee0dd;

/** Deeper than any honest data set, and not so deep that the stack ends first. */
export const MAX_SEQUENCE_DEPTH = 512;

const UN = vrCode('UN');

interface CursorStart {
  readonly position: number;
  readonly isExplicit: boolean;
  readonly isLittleEndian: boolean;
}

export function cursorAt(head: HeadSource, start: CursorStart): ElementCursor {
  const { position, isExplicit, isLittleEndian } = start;
  // Spelt out: all cursors then have one hidden class, whatever `start` is.
  return {
    head,
    isExplicit,
    isLittleEndian,
    position,
    tag: 0,
    elementStart: position,
    vr: 0,
    length: 0,
    stop: 'none',
  };
}

/** Whether the head has bytes up to `end`. */
export function hasBytes(cursor: ElementCursor, end: number): boolean {
  if (end <= cursor.head.available) return true;
  const answer = cursor.head.require(end);
  if (answer !== 'ok') cursor.stop = answer === 'not-loaded' ? 'not-loaded' : 'truncated';
  return answer === 'ok';
}

/** Reads tag, VR and length; false where there is no further element, see `stop`. */
export function readElementHeader(cursor: ElementCursor): boolean {
  const start = cursor.position;
  if (!hasBytes(cursor, start + 8)) {
    if (cursor.stop === 'truncated') stopAtEnd(cursor, start);
    return false;
  }
  const { bytes } = cursor.head;
  cursor.elementStart = start;
  cursor.tag = readUint16(cursor, bytes, start) * 0x10000 + readUint16(cursor, bytes, start + 2);
  cursor.position = start + 8;
  // Items have no VR, and now and then an element in a data set of explicit VR has none.
  if (
    !cursor.isExplicit ||
    cursor.tag >= ITEM ||
    !isVrByte(bytes[start + 4]) ||
    !isVrByte(bytes[start + 5])
  ) {
    cursor.vr = 0;
    cursor.length = readUint32(cursor, bytes, start + 4);
    return !cursor.isExplicit || cursor.tag >= ITEM || readLengthWithoutVr(cursor);
  }
  cursor.vr = ((bytes[start + 4] ?? 0) << 8) | (bytes[start + 5] ?? 0);
  if (LONG_LENGTH_BY_CODE[cursor.vr] === 0) {
    cursor.length = readUint16(cursor, bytes, start + 6);
    return true;
  }
  if (!hasBytes(cursor, start + 12)) return false;
  cursor.length = readUint32(cursor, cursor.head.bytes, start + 8);
  cursor.position = start + 12;
  return true;
}

/**
 * Where there is no VR the element may be written as in implicit VR. But if its length leads beyond the end of the
 * file, and the last two bytes of it to a later tag, they are the length, behind two bytes that are no VR.
 */
function readLengthWithoutVr(cursor: ElementCursor): boolean {
  const { head, position, length } = cursor;
  if (length === UNDEFINED_LENGTH || position + length <= head.totalBytes) return true;
  const shortLength = readUint16(cursor, head.bytes, position - 2);
  const next = position + shortLength;
  if (next + 4 > head.totalBytes) return true;
  if (!hasBytes(cursor, next + 4)) return false;
  const { bytes } = cursor.head;
  const nextTag = readUint16(cursor, bytes, next) * 0x10000 + readUint16(cursor, bytes, next + 2);
  if (nextTag > cursor.tag) cursor.length = shortLength;
  return true;
}

/** An element that would start at `start` does not: the file ends before it, in the value before it, or in its header. */
function stopAtEnd(cursor: ElementCursor, start: number): void {
  const { available } = cursor.head;
  if (start > available) return;
  cursor.elementStart = start;
  cursor.tag = 0;
  if (start === available) cursor.stop = 'end';
}

/** Goes to the end of the value of the element whose header was read last; a length past the file's end shows later. */
export function skipValue(cursor: ElementCursor): boolean {
  return skipValueAt(cursor, 0);
}

function skipValueAt(cursor: ElementCursor, depth: number): boolean {
  if (cursor.length !== UNDEFINED_LENGTH) {
    cursor.position += cursor.length;
    return true;
  }
  if (depth > MAX_SEQUENCE_DEPTH) return stopAsMalformed(cursor);
  // UN of undefined length holds implicit VR little endian (PS3.5 6.2.2 note 2).
  const { isExplicit } = cursor;
  if (cursor.vr === UN) cursor.isExplicit = false;
  const isSkipped = skipItems(cursor, depth);
  cursor.isExplicit = isExplicit;
  return isSkipped;
}

function skipItems(cursor: ElementCursor, depth: number): boolean {
  while (readElementHeader(cursor)) {
    if (cursor.tag === SEQUENCE_DELIMITATION) return true;
    if (cursor.tag !== ITEM) return stopAsMalformed(cursor);
    if (cursor.length !== UNDEFINED_LENGTH) cursor.position += cursor.length;
    else if (!skipElementsOfItem(cursor, depth)) return false;
  }
  return stopInside(cursor);
}

function skipElementsOfItem(cursor: ElementCursor, depth: number): boolean {
  while (readElementHeader(cursor)) {
    if (cursor.tag === ITEM_DELIMITATION) return true;
    if (!skipValueAt(cursor, depth + 1)) return false;
  }
  return stopInside(cursor);
}

function stopAsMalformed(cursor: ElementCursor): boolean {
  cursor.stop = 'malformed';
  return false;
}

/** The file may end between top-level elements, not inside a sequence. */
function stopInside(cursor: ElementCursor): boolean {
  if (cursor.stop === 'end') cursor.stop = 'truncated';
  return false;
}

export function readUint16(
  cursor: { readonly isLittleEndian: boolean },
  bytes: Uint8Array,
  at: number,
): number {
  const first = bytes[at] ?? 0;
  const second = bytes[at + 1] ?? 0;
  return cursor.isLittleEndian ? first | (second << 8) : (first << 8) | second;
}

export function readUint32(
  cursor: { readonly isLittleEndian: boolean },
  bytes: Uint8Array,
  at: number,
): number {
  const first = readUint16(cursor, bytes, at);
  const second = readUint16(cursor, bytes, at + 2);
  return cursor.isLittleEndian ? first + second * 0x10000 : first * 0x10000 + second;
}

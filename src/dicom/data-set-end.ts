import type { Dictionary } from './dictionary';
import {
  cursorAt,
  type ElementCursor,
  ITEM,
  readElementHeader,
  skipValue,
  UNDEFINED_LENGTH,
} from './element-cursor';
import { isPrivateTag } from './tag';
import type { DataSetStart } from './top-element';
import { isKnownVr, vrOfCode } from './vr';
import { wholeHead } from './whole-head';

/** Groups 0000 and 0002 are in no data set (PS3.7 6.3, PS3.10 7.1). */
const FIRST_TAG = 0x00040000;

/**
 * Where the elements end that stand in `bytes` from `start` on: what follows belongs to no data set. An element that
 * is cut off at the end of the bytes is one.
 */
export function findDataSetEnd(
  bytes: Uint8Array,
  { start, encoding, dictionary }: DataSetStart & { readonly dictionary: Dictionary },
): number {
  const cursor = cursorAt(wholeHead(bytes), { position: start, ...encoding });
  let end = start;
  let lastTag = 0;
  while (end < bytes.length && readElementHeader(cursor) && isElement(cursor, lastTag, dictionary)) {
    lastTag = cursor.tag;
    if (!skipValue(cursor)) return cursor.stop === 'truncated' ? bytes.length : end;
    end = Math.min(cursor.position, bytes.length);
  }
  return end;
}

/**
 * Any eight bytes can be read as an element. One has a VR or a tag that is known; else a value that ends in the file,
 * and a later tag than the one before, or a private one where the VR is not written.
 */
function isElement(cursor: ElementCursor, lastTag: number, { lookup }: Dictionary): boolean {
  const { tag, vr, length, position, head } = cursor;
  if (tag < FIRST_TAG || tag >= ITEM) return false;
  if (vr === 0 ? lookup(tag) !== undefined : isKnownVr(vrOfCode(vr))) return true;
  const isInside = length === UNDEFINED_LENGTH || position + length <= head.totalBytes;
  return isInside && tag > lastTag && (vr !== 0 || isPrivateTag(tag));
}

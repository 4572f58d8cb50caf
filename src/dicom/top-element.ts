import type { HeadSource } from '../base/head-source';
import type { ElementEncoding } from './data-set-guess';
import { cursorAt, readElementHeader, skipValue } from './element-cursor';
import { FLOAT_PIXEL_DATA, PIXEL_DATA } from './summary-fields';

/** Where a value is. */
export interface ValueRange {
  /** Of its first byte. */
  readonly position: number;
  /** May be `UNDEFINED_LENGTH`. */
  readonly length: number;
}

export interface DataSetStart {
  readonly start: number;
  readonly encoding: ElementEncoding;
}

/** Float, Double Float or just Pixel Data (PS3.3 C.7.6.24, C.7.6.25, C.7.6.3). */
export function isPixels(tag: number): boolean {
  return tag >= FLOAT_PIXEL_DATA && tag <= PIXEL_DATA;
}

/** The first element at the top of a data set that is wanted; null where there is none, or none that can be got to. */
export function findTopElement(
  head: HeadSource,
  { start, encoding }: DataSetStart,
  isWanted: (tag: number) => boolean,
): ValueRange | null | 'need-more' {
  const cursor = cursorAt(head, { position: start, ...encoding });
  while (readElementHeader(cursor)) {
    const { tag, position, length } = cursor;
    if (isWanted(tag)) return { position, length };
    if (!skipValue(cursor)) break;
  }
  return cursor.stop === 'not-loaded' ? 'need-more' : null;
}

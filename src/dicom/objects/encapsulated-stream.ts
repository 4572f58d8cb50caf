import { readAvailable, type ByteRanges } from '../../base/byte-ranges';
import { ok, type Result } from '../../base/result';
import type { DataSet } from '../data-set';
import { ITEM, UNDEFINED_LENGTH } from '../element-cursor';

/** Some bytes of a file. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

const ITEM_HEADER_BYTES = 8;

/**
 * Where the stream of a video is: all fragments of Pixel Data one after the other, without the Basic Offset Table
 * (PS3.5 A.4 and 8.2.7). A value of defined length, which is wrong, is the stream itself. Empty where there is none.
 */
export async function findEncapsulatedStream(
  dataSet: DataSet,
  content: ByteRanges,
): Promise<Result<readonly ByteRange[]>> {
  const element = dataSet.elements['x7fe00010'];
  if (element === undefined) return ok([]);
  const { dataOffset, length } = element;
  const isEncapsulated = element.hadUndefinedLength === true || length === UNDEFINED_LENGTH;
  if (!isEncapsulated) return ok([{ start: dataOffset, end: dataOffset + length }]);
  const fragments: ByteRange[] = [];
  let at = dataOffset;
  for (let item = 0; ; item++) {
    const range = await readItem(content, at);
    if (!range.ok) return range;
    if (range.value === null) return ok(fragments);
    if (item > 0) fragments.push(range.value);
    at = range.value.end;
  }
}

/**
 * Where the value is of the item whose header is at `at`; null where none begins: at the delimiter, at the end of the
 * file, or where it makes no sense.
 */
export async function readItem(content: ByteRanges, at: number): Promise<Result<ByteRange | null>> {
  const header = await readAvailable(content, at, at + ITEM_HEADER_BYTES);
  if (!header.ok) return header;
  if (header.value.length < ITEM_HEADER_BYTES) return ok(null);
  const view = new DataView(header.value.buffer, header.value.byteOffset, ITEM_HEADER_BYTES);
  const tag = view.getUint16(0, true) * 0x10000 + view.getUint16(2, true);
  const start = at + ITEM_HEADER_BYTES;
  const end = Math.min(start + view.getUint32(4, true), content.bytes);
  return ok(tag === ITEM ? { start, end } : null);
}

export function lengthOfRanges(ranges: readonly ByteRange[]): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0);
}

import { readAvailable } from '../base/byte-ranges';
import { ok, type Result } from '../base/result';
import { UNDEFINED_LENGTH } from '../dicom/element-cursor';
import { findElement } from '../dicom/find-element';
import type { OpenInstance } from './open-instance';
import type { ValueBytes } from './protocol';

export interface ValueRange {
  /** As in the header's row. */
  readonly path: string;
  /** In the value's bytes; past its end there is nothing. */
  readonly start: number;
  readonly end: number;
}

/** Some bytes of an element's value, or of an item's content; of an encapsulated one with its item tags. */
export async function readValue(
  { dicom, content }: Pick<OpenInstance, 'dicom' | 'content'>,
  { path, start, end }: ValueRange,
): Promise<Result<ValueBytes>> {
  const { element } = findElement(dicom.dataSet, path);
  const { dataOffset, length } = element;
  // Of pixels that are not held, only where they begin is known.
  const valueEnd = length === UNDEFINED_LENGTH ? content.bytes : Math.min(dataOffset + length, content.bytes);
  const totalBytes = Math.max(0, valueEnd - dataOffset);
  const from = Math.min(start, totalBytes);
  const read = await readAvailable(
    content,
    dataOffset + from,
    dataOffset + Math.min(Math.max(end, from), totalBytes),
  );
  // A copy: what was read may be a view of what is kept.
  return read.ok ? ok({ bytes: read.value.slice(), totalBytes }) : read;
}

import dicomParser from 'dicom-parser';
import { valueBytes } from './binary-values';
import type { DataSet, Element } from './data-set';

/** Of the words that other VRs are made of; OB and UN are bytes. */
const WORD_BYTES: Readonly<Record<string, number>> = { OW: 2, OF: 4, OL: 4, OD: 8, OV: 8 };

/**
 * The value field of a VR of bytes or words, in little endian whatever the file is in; that of encapsulated Pixel Data
 * as it stands, items and all. Null where it was not read, or not all of it: the file is too large to be held.
 */
export function littleEndianBytes(dataSet: DataSet, element: Element, vr: string): Uint8Array | null {
  const bytes = valueBytes(dataSet, element);
  if (bytes.length < element.length) return null;
  const wordBytes = WORD_BYTES[vr];
  const parser = element.parser ?? dataSet.byteArrayParser;
  if (wordBytes === undefined || parser !== dicomParser.bigEndianByteArrayParser) return bytes;
  const swapped = bytes.slice();
  for (let at = 0; at + wordBytes <= swapped.length; at += wordBytes) {
    swapped.subarray(at, at + wordBytes).reverse();
  }
  return swapped;
}

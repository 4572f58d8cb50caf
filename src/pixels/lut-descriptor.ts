import type { DataSet } from '../dicom/data-set';
import { numbersOf } from '../dicom/elements';
import type { TagKey } from '../dicom/tag';

/** LUT Descriptor, or that of a palette colour (PS3.3 C.11.1.1.1 and C.7.6.3.1.5). */
export interface LutDescriptor {
  readonly entries: number;
  /** The first value mapped. */
  readonly first: number;
  /** Of an entry. */
  readonly bits: number;
}

/** `isSigned`: whether the values that are looked up may be below 0, and with them the first one mapped. */
export function readLutDescriptor(dataSet: DataSet, tag: TagKey, isSigned: boolean): LutDescriptor | null {
  const [entries, first, bits] = numbersOf(dataSet, tag, 'US');
  if (entries === undefined || first === undefined || bits === undefined) return null;
  return {
    // 2^16 does not fit the 16 bits of this number, and it is unsigned even where the VR is SS.
    entries: (entries & 0xffff) === 0 ? 2 ** 16 : entries & 0xffff,
    first: isSigned && first >= 2 ** 15 ? first - 2 ** 16 : first,
    bits,
  };
}

/** The words of LUT Data, whatever its VR. */
export function readLutWords(dataSet: DataSet, tag: TagKey): Uint16Array<ArrayBuffer> {
  return Uint16Array.from(numbersOf(dataSet, tag, 'US'));
}

/** The low byte of each word, then its high byte, whatever the byte order of the data set. */
export function bytesOfWords(words: Uint16Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(
    { length: words.length * 2 },
    (_, index) => (words[index >> 1] ?? 0) >> ((index & 1) * 8),
  );
}

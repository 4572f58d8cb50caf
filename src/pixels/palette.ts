import type { DataSet } from '../dicom/data-set';
import { intOf, numbersOf } from '../dicom/elements';
import type { TagKey } from '../dicom/tag';
import type { Palette } from './decoded-frame';
import { expandSegments } from './palette-segments';

/** Descriptor, data and segmented data of one colour. */
const RED = ['x00281101', 'x00281201', 'x00281221'] as const;
const GREEN = ['x00281102', 'x00281202', 'x00281222'] as const;
const BLUE = ['x00281103', 'x00281203', 'x00281223'] as const;

type ColourTags = readonly [descriptor: TagKey, data: TagKey, segmentedData: TagKey];

/** The Palette Color Lookup Tables (PS3.3 C.7.6.3.1.5, C.7.9); null where one of the three is missing. */
export function readPalette(dataSet: DataSet): Palette | null {
  const descriptor = readDescriptor(dataSet, RED[0]);
  const red = readTable(dataSet, RED);
  const green = readTable(dataSet, GREEN);
  const blue = readTable(dataSet, BLUE);
  if (descriptor === null || red === null || green === null || blue === null) return null;
  return { first: descriptor.first, red, green, blue };
}

interface Descriptor {
  readonly entries: number;
  readonly first: number;
  readonly bits: number;
}

function readDescriptor(dataSet: DataSet, tag: TagKey): Descriptor | null {
  const [entries, first, bits] = numbersOf(dataSet, tag, 'US');
  if (entries === undefined || first === undefined || bits === undefined) return null;
  const isSigned = intOf(dataSet, 'x00280103') === 1;
  return {
    // 2^16 does not fit the 16 bits of this number, and it is unsigned even where the VR is SS.
    entries: (entries & 0xffff) === 0 ? 2 ** 16 : entries & 0xffff,
    first: isSigned && first >= 2 ** 15 ? first - 2 ** 16 : first,
    bits,
  };
}

function readTable(
  dataSet: DataSet,
  [descriptorTag, dataTag, segmentedTag]: ColourTags,
): Palette['red'] | null {
  const descriptor = readDescriptor(dataSet, descriptorTag);
  if (descriptor === null) return null;
  const data = readWords(dataSet, dataTag);
  if (data.length > 0) return to8Bits(data, descriptor);
  const segments = readWords(dataSet, segmentedTag);
  if (segments.length === 0) return null;
  const units = descriptor.bits > 8 ? segments : bytesOfWords(segments);
  return to8Bits(expandSegments(units, descriptor.entries), descriptor);
}

function readWords(dataSet: DataSet, tag: TagKey): Uint16Array {
  return Uint16Array.from(numbersOf(dataSet, tag, 'US'));
}

/** The low byte of each word, then its high byte, whatever the byte order of the data set. */
function bytesOfWords(words: Uint16Array): Uint8Array {
  return Uint8Array.from(
    { length: words.length * 2 },
    (_, index) => (words[index >> 1] ?? 0) >> ((index & 1) * 8),
  );
}

/** Entries of 16 bits by their high byte; entries of 8 bits lie two in a word, or one in each by older writers. */
function to8Bits(words: Uint16Array, { entries, bits }: Descriptor): Palette['red'] {
  const isPacked = words.length === Math.ceil(entries / 2);
  const levels = isPacked ? bytesOfWords(words) : words.map((word) => (bits > 8 ? word >> 8 : word));
  const table = new Uint8Array(entries);
  table.set(levels.subarray(0, entries));
  return table;
}

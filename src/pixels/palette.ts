import type { DataSet } from '../dicom/data-set';
import { intOf, textOf } from '../dicom/elements';
import type { TagKey } from '../dicom/tag';
import type { Palette } from './decoded-frame';
import { bytesOfWords, readLutDescriptor, readLutWords, type LutDescriptor } from './lut-descriptor';
import { expandSegments } from './palette-segments';

/** Descriptor, data and segmented data of one colour. */
const RED = ['x00281101', 'x00281201', 'x00281221'] as const;
const GREEN = ['x00281102', 'x00281202', 'x00281222'] as const;
const BLUE = ['x00281103', 'x00281203', 'x00281223'] as const;

type ColourTags = readonly [descriptor: TagKey, data: TagKey, segmentedData: TagKey];

/**
 * The Palette Color Lookup Tables (PS3.3 C.7.6.3.1.5, C.7.9), or the supplemental ones of a grey image
 * (C.7.6.19); null where one of the three is missing, or where they are not meant to be used.
 */
export function readPalette(dataSet: DataSet): Palette | null {
  if (!isPaletteImage(dataSet)) return null;
  const descriptor = readDescriptor(dataSet, RED[0]);
  const red = readTable(dataSet, RED);
  const green = readTable(dataSet, GREEN);
  const blue = readTable(dataSet, BLUE);
  if (descriptor === null || red === null || green === null || blue === null) return null;
  return { first: descriptor.first, red, green, blue };
}

/** A grey image says that it has colours as well; a bare table, without an image, is one anyway. */
function isPaletteImage(dataSet: DataSet): boolean {
  const isGrey = textOf(dataSet, 'x00280004').startsWith('MONOCHROME');
  return !isGrey || ['COLOR', 'MIXED'].includes(textOf(dataSet, 'x00089205'));
}

function readDescriptor(dataSet: DataSet, tag: TagKey): LutDescriptor | null {
  return readLutDescriptor(dataSet, tag, intOf(dataSet, 'x00280103') === 1);
}

function readTable(
  dataSet: DataSet,
  [descriptorTag, dataTag, segmentedTag]: ColourTags,
): Palette['red'] | null {
  const descriptor = readDescriptor(dataSet, descriptorTag);
  if (descriptor === null) return null;
  const data = readLutWords(dataSet, dataTag);
  if (data.length > 0) return to8Bits(data, descriptor);
  const segments = readLutWords(dataSet, segmentedTag);
  if (segments.length === 0) return null;
  const units = descriptor.bits > 8 ? segments : bytesOfWords(segments);
  return to8Bits(expandSegments(units, descriptor.entries), descriptor);
}

/** Entries of 16 bits by their high byte; entries of 8 bits lie two in a word, or one in each by older writers. */
function to8Bits(words: Uint16Array, { entries, bits }: LutDescriptor): Palette['red'] {
  const isPacked = words.length === Math.ceil(entries / 2);
  const levels = isPacked ? bytesOfWords(words) : words.map((word) => (bits > 8 ? word >> 8 : word));
  const table = new Uint8Array(entries);
  table.set(levels.subarray(0, entries));
  return table;
}

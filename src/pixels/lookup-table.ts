import type { DataSet } from '../dicom/data-set';
import { characterSetOf, sequenceOf, textOf } from '../dicom/elements';
import type { TagKey } from '../dicom/tag';
import type { LookupTable } from './decoded-frame';
import { bytesOfWords, readLutDescriptor, readLutWords, type LutDescriptor } from './lut-descriptor';

const LUT_DESCRIPTOR = 'x00283002';
const LUT_EXPLANATION = 'x00283003';
const LUT_DATA = 'x00283006';

/** The entry for an input, which is rounded to a whole number. */
export function lookUp({ first, entries }: LookupTable, input: number): number {
  const entry = Math.min(entries.length - 1, Math.max(0, Math.round(input) - first));
  return entries[entry] ?? 0;
}

/**
 * The LUTs of a Modality LUT or VOI LUT Sequence in `dataSet`, which is `image` or of one of its functional groups;
 * without those that have no data. `isInputSigned`: whether the values that go in may be below 0, which decides how the
 * first value mapped is read (PS3.3 C.11.1.1.1 and C.11.2.1.1).
 */
export function readLookupTables(
  dataSet: DataSet,
  sequence: TagKey,
  { image, isInputSigned }: { readonly image: DataSet; readonly isInputSigned: boolean },
): readonly LookupTable[] {
  return sequenceOf(dataSet, sequence).flatMap((item) => {
    const descriptor = readLutDescriptor(item, LUT_DESCRIPTOR, isInputSigned);
    const entries = descriptor === null ? null : readEntries(item, descriptor);
    if (descriptor === null || entries === null) return [];
    return {
      first: descriptor.first,
      entries,
      bits: Math.min(16, Math.max(descriptor.bits, bitsOf(entries))),
      explanation: textOf(item, LUT_EXPLANATION, characterSetOf(image)),
    };
  });
}

/** Entries of 8 bits lie two in a word or, by some writers, one in each. Null where there is none. */
function readEntries(item: DataSet, { entries, bits }: LutDescriptor): LookupTable['entries'] | null {
  const words = readLutWords(item, LUT_DATA);
  if (words.length === 0) return null;
  const isPacked = bits <= 8 && words.length < entries;
  return (isPacked ? Uint16Array.from(bytesOfWords(words)) : words).slice(0, entries);
}

/** How many bits the largest entry takes: some writers give fewer in the descriptor. */
function bitsOf(entries: Uint16Array): number {
  const largest = entries.reduce((one, other) => Math.max(one, other), 0);
  return 32 - Math.clz32(largest | 1);
}

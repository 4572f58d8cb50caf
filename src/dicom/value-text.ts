import { formatNumber, isNumberVr, type NumberVr, readNumbers, readTags, valueBytes } from './binary-values';
import { decodeText } from './character-set';
import type { DataSet } from './data-set';
import { findElement, type FoundElement } from './find-element';
import { trimEnd, trimText } from './text-values';
import { isSingleText, isTextVr } from './vr';

/** A value in full, of which the header's row may have the start alone. */
export interface ValueText {
  /** Several values are joined by `\`; '' where the VR is one of bytes. */
  readonly text: string;
  /** There is more of it than anyone reads. */
  readonly isCut: boolean;
}

/** Streams of numbers (PS3.5 6.2), and what they are streams of. */
const NUMBERS_OF_STREAM: Readonly<Record<string, NumberVr>> = {
  OW: 'US',
  OL: 'UL',
  OV: 'UV',
  OF: 'FL',
  OD: 'FD',
};

const MAX_TEXT_BYTES = 16 << 20;
const MAX_NUMBERS = 500_000;

/** Decodes the value of the element with that path as VR `vr`, which is that of its row. */
export function readValueText(dataSet: DataSet, path: string, vr: string): ValueText {
  const found = findElement(dataSet, path);
  if (isTextVr(vr)) return decodeValue(found, vr);
  const values = valuesOf(found, vr, MAX_NUMBERS + 1);
  return { text: values.slice(0, MAX_NUMBERS).join('\\'), isCut: values.length > MAX_NUMBERS };
}

function decodeValue({ dataSet, element, characterSet }: FoundElement, vr: string): ValueText {
  const bytes = valueBytes(dataSet, element);
  const { text } = decodeText(bytes.subarray(0, MAX_TEXT_BYTES), characterSet, vr);
  const trimmed = isSingleText(vr) ? trimEnd(text) : text.split('\\').map(trimText).join('\\');
  return { text: trimmed, isCut: bytes.length > MAX_TEXT_BYTES };
}

function valuesOf({ dataSet, element }: FoundElement, vr: string, limit: number): readonly string[] {
  if (vr === 'AT') return readTags(dataSet, element, limit);
  const numberVr = isNumberVr(vr) ? vr : NUMBERS_OF_STREAM[vr];
  if (numberVr === undefined) return [];
  return readNumbers(dataSet, element, numberVr, limit).map((value) => formatNumber(value, numberVr));
}

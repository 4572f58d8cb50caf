import type { DataSet, Element } from 'dicom-parser';
import {
  countNumbers,
  formatBytes,
  formatNumber,
  isNumberVr,
  type NumberVr,
  readNumbers,
  readTags,
  valueBytes,
} from './binary-values';
import { type CharacterSet, decodeText } from './character-set';
import { MAX_VALUE_CHARACTERS } from './header-row';
import { trimEnd, trimText } from './text-values';
import { isSingleText, isTextVr } from './vr';

/** The value of a header's row. */
export interface HeaderValue {
  readonly vm: number;
  readonly value: string;
  readonly valueIsCut: boolean;
  /** The encoding that text was read in, where the declared one was wrong. */
  readonly charsetFallback: string | null;
}

/** Enough bytes to tell what something is: `FF D8 FF E0`. */
const PREVIEW_BYTES = 32;

const PREVIEW_NUMBERS = 16;

/** What the arrays of these VRs are made of (PS3.5 6.2). */
const NUMBER_VRS: Readonly<Record<string, NumberVr>> = { OF: 'FL', OD: 'FD', OL: 'UL', OV: 'UV' };

/** So much text is decoded to find out how many values it has; beyond it, nobody counts. */
const MAX_TEXT_BYTES = 1 << 20;

const EMPTY: HeaderValue = { vm: 0, value: '', valueIsCut: false, charsetFallback: null };

/** Decodes the value of an element, that is no sequence, by the VR that it was found to have. */
export function readHeaderValue(
  dataSet: DataSet,
  element: Element,
  vr: string,
  characterSet: CharacterSet,
): HeaderValue {
  if (element.length === 0) return EMPTY;
  if (isTextVr(vr)) return readText(dataSet, element, vr, characterSet);
  if (isNumberVr(vr)) {
    const values = readNumbers(dataSet, element, vr, MAX_VALUE_CHARACTERS);
    const text = values.map((value) => formatNumber(value, vr)).join('\\');
    return cutValue(text, countNumbers(element, vr), null);
  }
  if (vr === 'AT') {
    return cutValue(readTags(dataSet, element, MAX_VALUE_CHARACTERS).join('\\'), element.length >> 2, null);
  }
  return { vm: 1, ...readPreview(dataSet, element, vr), charsetFallback: null };
}

/** The first numbers, or bytes where what they mean depends on other attributes. */
function readPreview(
  dataSet: DataSet,
  element: Element,
  vr: string,
): Pick<HeaderValue, 'value' | 'valueIsCut'> {
  const numberVr = NUMBER_VRS[vr];
  if (numberVr === undefined) {
    const bytes = valueBytes(dataSet, element);
    return { value: formatBytes(bytes.subarray(0, PREVIEW_BYTES)), valueIsCut: bytes.length > PREVIEW_BYTES };
  }
  const numbers = readNumbers(dataSet, element, numberVr, PREVIEW_NUMBERS);
  const value = numbers.map((number) => formatNumber(number, numberVr)).join('\\');
  return { value, valueIsCut: countNumbers(element, numberVr) > numbers.length };
}

function readText(dataSet: DataSet, element: Element, vr: string, characterSet: CharacterSet): HeaderValue {
  const bytes = valueBytes(dataSet, element).subarray(0, MAX_TEXT_BYTES);
  const { text, fallback } = decodeText(bytes, characterSet, vr);
  if (isSingleText(vr)) return cutValue(trimEnd(text), 1, fallback);
  if (!text.includes('\\')) return cutValue(trimText(text), 1, fallback);
  const values = text.split('\\').map(trimText);
  return cutValue(values.join('\\'), values.length, fallback);
}

function cutValue(value: string, vm: number, charsetFallback: string | null): HeaderValue {
  const valueIsCut = value.length > MAX_VALUE_CHARACTERS;
  return {
    vm,
    value: valueIsCut ? value.slice(0, MAX_VALUE_CHARACTERS) : value,
    valueIsCut,
    charsetFallback,
  };
}

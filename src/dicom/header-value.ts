import type { DataSet, Element } from 'dicom-parser';
import { countNumbers, formatBytes, isNumberVr, readNumbers, readTags, valueBytes } from './binary-values';
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
    return cutValue(values.join('\\'), countNumbers(element, vr), null);
  }
  if (vr === 'AT') {
    return cutValue(readTags(dataSet, element, MAX_VALUE_CHARACTERS).join('\\'), element.length >> 2, null);
  }
  const preview = formatBytes(valueBytes(dataSet, element).subarray(0, PREVIEW_BYTES));
  return { vm: 1, value: preview, valueIsCut: element.length > PREVIEW_BYTES, charsetFallback: null };
}

function readText(dataSet: DataSet, element: Element, vr: string, characterSet: CharacterSet): HeaderValue {
  const bytes = valueBytes(dataSet, element).subarray(0, MAX_TEXT_BYTES);
  const { text, fallback } = decodeText(bytes, characterSet, vr);
  if (isSingleText(vr)) return cutValue(trimEnd(text), 1, fallback);
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

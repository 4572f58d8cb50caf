import { countNumbers, isNumberVr, readNumbers, readTags, valueBytes, type NumberVr } from './binary-values';
import type { DataSet, Element } from './data-set';
import { readTexts, type DescribedElement } from './described-data-set';
import { deriveKeyword } from './keyword';
import { EXPLICIT_BIG_ENDIAN, EXPLICIT_LITTLE_ENDIAN, IMPLICIT_LITTLE_ENDIAN, uidName } from './uids';
import { isTextVr } from './vr';

/** The value of an element as a line of a dump has it. */
export interface DumpValue {
  readonly text: string;
  /** Number of values. */
  readonly vm: number;
}

export interface DumpOptions {
  /** `omit`: of bytes and of long lists of numbers the first; `inline`: all. */
  readonly bulkData: 'omit' | 'inline';
}

export const NO_VALUE = '(no value available)';

/** Bytes and words are cut to that, as the custom is. */
const MAX_CHARACTERS = 70;
const CUT = '...';
/** Of numbers more is shown, since what they mean is seen from all of them: a matrix has 16. */
const SHOWN_NUMBERS = 64;

/** Numbers, that are one value together. */
const NUMBERS_OF_BULK: Readonly<Record<string, NumberVr>> = { OF: 'FL', OD: 'FD', OL: 'UL', OV: 'UV' };

/** The value of an element that is no sequence: `[ISO_IR 100]`, `=CTImageStorage`, `512`, `00\01`. */
export function dumpValue(described: DescribedElement, options: DumpOptions): DumpValue {
  const { element, row, around } = described;
  const { dataSet } = around;
  const { vr } = row;
  if (element.length === 0)
    return { text: NO_VALUE, vm: isTextVr(vr) || isNumberVr(vr) || vr === 'AT' ? 0 : 1 };
  if (isTextVr(vr)) return dumpTexts(readTexts(described), vr);
  if (isNumberVr(vr)) return dumpNumbers(dataSet, element, vr, options);
  if (vr === 'AT') return joinValues(readTags(dataSet, element).map((tag) => tag.toLowerCase()));
  if (valueBytes(dataSet, element).length < element.length) return { text: '(not loaded)', vm: 1 };
  const numberVr = NUMBERS_OF_BULK[vr];
  if (numberVr !== undefined) return { ...dumpNumbers(dataSet, element, numberVr, options), vm: 1 };
  if (vr === 'OW') return { text: dumpWords(dataSet, element, options), vm: 1 };
  return { text: dumpBytes(valueBytes(dataSet, element), options), vm: 1 };
}

/** In hexadecimal: `25\50\44\46`. */
export function dumpBytes(bytes: Uint8Array, { bulkData }: DumpOptions): string {
  return joinHex(bytes.subarray(0, shownOf(bytes.length, 2, bulkData)), bytes.length, 2);
}

/** `CTImageStorage`, `LittleEndianExplicit`; '' where the UID is not registered. */
export function dumpUidName(uid: string): string {
  return deriveKeyword(NATIVE_SYNTAX_NAMES[uid] ?? uidName(uid));
}

/** For the line over a data set: `Little Endian Explicit`, `JPEG Baseline (Process 1)`. */
export function dumpSyntaxName(uid: string): string {
  return NATIVE_SYNTAX_NAMES[uid] ?? (uidName(uid) || uid);
}

/** These three are called otherwise than in PS3.6 in every dump there is. */
const NATIVE_SYNTAX_NAMES: Readonly<Record<string, string>> = {
  [IMPLICIT_LITTLE_ENDIAN]: 'Little Endian Implicit',
  [EXPLICIT_LITTLE_ENDIAN]: 'Little Endian Explicit',
  [EXPLICIT_BIG_ENDIAN]: 'Big Endian Explicit',
};

function dumpTexts(texts: readonly string[], vr: string): DumpValue {
  const text = texts.join('\\');
  if (text === '') return { text: NO_VALUE, vm: 0 };
  const name = vr === 'UI' ? dumpUidName(text) : '';
  return { text: name === '' ? `[${onOneLine(text)}]` : `=${name}`, vm: texts.length };
}

/** A line feed in a text is no new line of the dump: control characters are written in octal, `\012`. */
export function onOneLine(text: string): string {
  return text.replace(
    // eslint-disable-next-line no-control-regex -- they are what is looked for
    /[\0-\x1f\x7f\u2028\u2029]/g,
    (character) => `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`,
  );
}

function dumpNumbers(dataSet: DataSet, element: Element, vr: NumberVr, { bulkData }: DumpOptions): DumpValue {
  const vm = countNumbers(valueBytes(dataSet, element), vr);
  const shown = readNumbers(dataSet, element, vr, bulkData === 'inline' ? vm : SHOWN_NUMBERS);
  const { text } = joinValues(shown.map((value) => (vr === 'FL' ? shortestSingle(Number(value)) : value)));
  return { text: shown.length < vm ? text + CUT : text, vm };
}

/** FL is read in double precision; the shortest decimal that is the same number in single precision. */
function shortestSingle(value: number): number {
  for (let digits = 6; digits < 9; digits++) {
    const rounded = Number(value.toPrecision(digits));
    if (Math.fround(rounded) === value) return rounded;
  }
  return value;
}

function dumpWords(dataSet: DataSet, element: Element, { bulkData }: DumpOptions): string {
  const count = element.length >> 1;
  return joinHex(readNumbers(dataSet, element, 'US', shownOf(count, 4, bulkData)), count, 4);
}

/** How many of `count` numbers there is room for, each with so many digits and a backslash. */
function shownOf(count: number, digits: number, bulkData: DumpOptions['bulkData']): number {
  const fits = count * (digits + 1) - 1 <= MAX_CHARACTERS;
  return fits || bulkData === 'inline' ? count : Math.floor((MAX_CHARACTERS - CUT.length) / (digits + 1));
}

/** Some of `count` numbers. */
function joinHex(shown: Iterable<number | bigint>, count: number, digits: number): string {
  const texts = Array.from(shown, (number) => number.toString(16).padStart(digits, '0'));
  return texts.join('\\') + (texts.length < count ? CUT : '');
}

function joinValues(values: readonly (string | number | bigint)[]): DumpValue {
  return { text: values.join('\\'), vm: values.length };
}

import { encodeBase64 } from '../base/base64';
import { isNumberVr, readNumbers, readTags } from './binary-values';
import {
  describeFile,
  elementsOf,
  itemsOf,
  readTexts,
  type DescribedDataSet,
  type DescribedElement,
} from './described-data-set';
import type { Header } from './header-row';
import { littleEndianBytes } from './little-endian-bytes';
import type { DicomFile } from './part10';
import { parseDecimal } from './text-values';
import { isKnownVr, isTextVr } from './vr';

/**
 * A data set in the DICOM JSON Model (PS3.18 F.2), by tag: `00100010`, in ascending order. A map, since an object
 * would put `20100010`, which looks like an index, before `00080005`.
 */
export type JsonDataSet = ReadonlyMap<string, JsonAttribute>;

/** An element: with values, with bytes, or, where it is empty or its bytes are left out, with neither (F.2.2). */
export interface JsonAttribute {
  readonly vr: string;
  readonly Value?: readonly JsonValue[];
  /** Base64 of the value field in little endian (F.2.7). */
  readonly InlineBinary?: string;
}

/** Null: an empty value among others (F.2.5). */
export type JsonValue = string | number | null | JsonPersonName | JsonDataSet;

/** The groups that are not empty (F.2.2). */
export interface JsonPersonName {
  readonly Alphabetic?: string;
  readonly Ideographic?: string;
  readonly Phonetic?: string;
}

export interface JsonModelOptions {
  /** What becomes of OB, OD, OF, OL, OV, OW and UN, Pixel Data among them. */
  readonly bulkData: 'omit' | 'inline';
}

/**
 * A file as PS3.18 F.2 has it. What the clause leaves open:
 * - Group 0002 is no part of the data set. Of it the Transfer Syntax UID is there where bulk data are inline, since
 *   nothing else tells how Pixel Data are encoded.
 * - Text is UTF-8, so Specific Character Set, where there is one, says ISO_IR 192 (F.2.1.1).
 * - DS and IS are numbers; what is no number, and SV and UV that a number cannot hold, are strings (F.2.3, note).
 * - NaN and the infinities of FL and FD, for which JSON has no number, are `NaN`, `Infinity` and `-Infinity`, as other
 *   writers have them.
 * - A VR that the standard does not know is UN.
 * - Of a file that is too large to be held the bulk data that were not read are left out.
 */
export function toJsonModel(file: DicomFile, header: Header, options: JsonModelOptions): JsonDataSet {
  return convertDataSet(describeFile(file, header), options);
}

/** `toJsonModel` as text, in pieces that are to be joined: an attribute each, of the top level. */
export function* writeJsonModel(dataSet: JsonDataSet): Generator<string> {
  let separator = '{\n';
  for (const [tag, attribute] of dataSet) {
    yield `${separator}"${tag}":${attributeText(attribute)}`;
    separator = ',\n';
  }
  yield dataSet.size === 0 ? '{}' : '\n}';
}

function convertDataSet(around: DescribedDataSet, options: JsonModelOptions): JsonDataSet {
  const described = elementsOf(around).filter(({ tag }) => isPartOfModel(tag, options));
  const inOrder = described.toSorted((a, b) => a.tag - b.tag);
  return new Map(
    inOrder.map((each) => [each.element.tag.slice(1).toUpperCase(), convertElement(each, options)]),
  );
}

const TRANSFER_SYNTAX_UID = 0x00020010;
const SPECIFIC_CHARACTER_SET = 0x00080005;

/** No group lengths (F.2.2), and nothing that is not of the data set. */
function isPartOfModel(tag: number, { bulkData }: JsonModelOptions): boolean {
  if (tag >>> 16 === 0x0002) return tag === TRANSFER_SYNTAX_UID && bulkData === 'inline';
  return (tag & 0xffff) !== 0;
}

function convertElement(described: DescribedElement, options: JsonModelOptions): JsonAttribute {
  const { element, tag, row } = described;
  if (element.items !== undefined) {
    const items = itemsOf(described).map(({ content }) => convertDataSet(content, options));
    return items.length === 0 ? { vr: 'SQ' } : { vr: 'SQ', Value: items };
  }
  const vr = isKnownVr(row.vr) ? row.vr : 'UN';
  if (element.length === 0) return { vr };
  if (tag === SPECIFIC_CHARACTER_SET) return { vr, Value: ['ISO_IR 192'] };
  const values = readValues(described);
  if (values === null) return convertBytes(described, vr, options);
  // Of a single value that is nothing but padding there is none.
  return values.length === 0 || (values.length === 1 && values[0] === null) ? { vr } : { vr, Value: values };
}

/** Null for a VR of bytes. */
function readValues(described: DescribedElement): readonly JsonValue[] | null {
  const { element, row, around } = described;
  const { vr } = row;
  if (vr === 'PN') return readTexts(described).map(convertPersonName);
  if (vr === 'DS' || vr === 'IS') return readTexts(described).map(convertDecimal);
  if (isTextVr(vr)) return readTexts(described).map((text) => (text === '' ? null : text));
  if (isNumberVr(vr)) return readNumbers(around.dataSet, element, vr).map(convertNumber);
  if (vr === 'AT') return readTags(around.dataSet, element).map((tag) => tag.replace(/[(),]/g, ''));
  return null;
}

function convertBytes(
  described: DescribedElement,
  vr: string,
  { bulkData }: JsonModelOptions,
): JsonAttribute {
  if (bulkData === 'omit') return { vr };
  const bytes = littleEndianBytes(described.around.dataSet, described.element, vr);
  return bytes === null ? { vr } : { vr, InlineBinary: encodeBase64(bytes) };
}

function convertPersonName(value: string): JsonPersonName | null {
  const [Alphabetic = '', Ideographic = '', Phonetic = ''] = value.split('=').map((group) => group.trim());
  const name = {
    ...(Alphabetic !== '' && { Alphabetic }),
    ...(Ideographic !== '' && { Ideographic }),
    ...(Phonetic !== '' && { Phonetic }),
  };
  return Object.keys(name).length === 0 ? null : name;
}

function convertDecimal(text: string): string | number | null {
  if (text === '') return null;
  const value = parseDecimal(text);
  return Number.isFinite(value) ? value : text;
}

function convertNumber(value: number | bigint): string | number {
  const number = Number(value);
  const isExact = typeof value === 'bigint' ? Number.isSafeInteger(number) : Number.isFinite(number);
  return isExact ? number : String(value);
}

function attributeText({ vr, Value, InlineBinary }: JsonAttribute): string {
  if (InlineBinary !== undefined) return `{"vr":"${vr}","InlineBinary":"${InlineBinary}"}`;
  if (Value === undefined) return `{"vr":"${vr}"}`;
  return `{"vr":"${vr}","Value":[${Value.map(valueText).join(',')}]}`;
}

function valueText(value: JsonValue): string {
  if (!(value instanceof Map)) return JSON.stringify(value);
  const attributes = [...(value as JsonDataSet)];
  return `{${attributes.map(([tag, attribute]) => `"${tag}":${attributeText(attribute)}`).join(',')}}`;
}

import type { DataSet, Element } from 'dicom-parser';

/** The first value of a text element, trimmed; '' where there is none. */
export function readString(dataSet: DataSet, tag: string): string {
  return dataSet.string(tag)?.trim() ?? '';
}

/** The values of a text element, trimmed. */
export function readStrings(dataSet: DataSet, tag: string): readonly string[] {
  const count = dataSet.numStringValues(tag) ?? 0;
  return Array.from({ length: count }, (_, index) => dataSet.string(tag, index)?.trim() ?? '');
}

/** The decimal strings (VR DS) of an element; NaN for one that is not a number. */
export function readDecimals(dataSet: DataSet, tag: string): readonly number[] {
  return readStrings(dataSet, tag).map((text) => (text === '' ? NaN : Number(text)));
}

/**
 * The first value of a number element; null where there is none. Tolerates a wrong VR (Rows as UL or IS) and,
 * for implicit VR, goes by the length; `isSigned` reads the latter, and a US that ought to be SS, as signed.
 */
export function readNumber(dataSet: DataSet, tag: string, isSigned = false): number | null {
  const element = dataSet.elements[tag];
  if (element === undefined || element.length === 0) return null;
  const value = isText(element)
    ? Number(readString(dataSet, tag) || NaN)
    : readBinary(dataSet, element, isSigned);
  return value === undefined || Number.isNaN(value) ? null : value;
}

const TEXT_VRS = new Set(['IS', 'DS', 'LO', 'SH', 'CS', 'LT', 'ST', 'UT', 'UC']);

function isText(element: Element): boolean {
  // Implicit VR, Number of Frames: the only decimal here of a number that is read this way.
  if (element.vr === undefined) return element.tag === 'x00280008';
  return TEXT_VRS.has(element.vr);
}

function readBinary(dataSet: DataSet, element: Element, isSigned: boolean): number | undefined {
  const { tag, vr, length } = element;
  const isShort = vr === 'US' || vr === 'SS' || length < 4;
  if (isShort) return isSigned || vr === 'SS' ? dataSet.int16(tag) : dataSet.uint16(tag);
  return isSigned || vr === 'SL' ? dataSet.int32(tag) : dataSet.uint32(tag);
}

/** The data sets of a sequence's items. */
export function readItems(dataSet: DataSet, tag: string): readonly DataSet[] {
  const items = dataSet.elements[tag]?.items ?? [];
  return items.flatMap((item) => (item.dataSet === undefined ? [] : [item.dataSet]));
}

import type { DataSet } from 'dicom-parser';
import { isNumberVr, type NumberVr, readNumbers, valueBytes } from './binary-values';
import { type CharacterSet, decodeText, DEFAULT_CHARACTER_SET, parseCharacterSet } from './character-set';
import type { TagKey } from './tag';
import { parseDecimal, trimText } from './text-values';

/** The character set that a data set declares, or that of the data set around it (PS3.5 7.5.3). */
export function characterSetOf(
  dataSet: DataSet,
  inherited: CharacterSet = DEFAULT_CHARACTER_SET,
): CharacterSet {
  if (dataSet.elements['x00080005'] === undefined) return inherited;
  return parseCharacterSet(textOf(dataSet, 'x00080005'));
}

/** The text of an element, decoded and trimmed, several values with their backslashes; '' where there is none. */
export function textOf(
  dataSet: DataSet,
  tag: TagKey,
  characterSet: CharacterSet = DEFAULT_CHARACTER_SET,
  vr = 'LO',
): string {
  const element = dataSet.elements[tag];
  if (element === undefined) return '';
  return trimText(decodeText(valueBytes(dataSet, element), characterSet, element.vr ?? vr).text);
}

/** The single values of a text element, trimmed; none where it is absent or empty. */
export function textsOf(
  dataSet: DataSet,
  tag: TagKey,
  characterSet: CharacterSet = DEFAULT_CHARACTER_SET,
): readonly string[] {
  const text = textOf(dataSet, tag, characterSet);
  return text === '' ? [] : text.split('\\').map(trimText);
}

/** The values of a decimal or integer string (DS, IS); NaN for one that is not a number. */
export function decimalsOf(dataSet: DataSet, tag: TagKey): readonly number[] {
  return textsOf(dataSet, tag).map(parseDecimal);
}

/** The values of a binary number element; `vr` counts where the file says none, or no VR of numbers. */
export function numbersOf(dataSet: DataSet, tag: TagKey, vr: NumberVr): readonly number[] {
  const element = dataSet.elements[tag];
  if (element === undefined) return [];
  if (element.vr === 'DS' || element.vr === 'IS') return decimalsOf(dataSet, tag);
  const written = element.vr !== undefined && isNumberVr(element.vr) ? element.vr : vr;
  return readNumbers(dataSet, element, written).map(Number);
}

/** The first value of a binary number element; null where there is none. */
export function intOf(dataSet: DataSet, tag: TagKey, vr: NumberVr = 'US'): number | null {
  const [value] = numbersOf(dataSet, tag, vr);
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** The data sets of a sequence's items; none where it is absent. */
export function sequenceOf(dataSet: DataSet, tag: TagKey): readonly DataSet[] {
  const items = dataSet.elements[tag]?.items ?? [];
  return items.flatMap((item) => (item.dataSet === undefined ? [] : [item.dataSet]));
}

import { countNumbers, formatNumber, type NumberVr, readNumbers, valueBytes } from '../binary-values';
import type { CharacterSet } from '../character-set';
import type { DataSet } from '../data-set';
import type { Dictionary } from '../dictionary';
import { describeElement } from '../element-description';
import { characterSetOf, sequenceOf, textOf } from '../elements';
import { resolveVr } from '../header';
import { readHeaderValue } from '../header-value';
import { formatPersonName } from '../person-name';
import { readableValue } from '../readable-value';
import { formatTag, tagNumber, type TagKey } from '../tag';
import { isSingleText } from '../vr';

/** The attributes of a file or of an item, and what it takes to read them. */
export interface Attributes {
  readonly dataSet: DataSet;
  readonly characterSet: CharacterSet;
  readonly dictionary: Dictionary;
}

export function attributesOf(dataSet: DataSet, dictionary: Dictionary): Attributes {
  return { dataSet, dictionary, characterSet: characterSetOf(dataSet) };
}

/** The items of a sequence; none where it is absent. */
export function itemsOf(
  { dataSet, dictionary, characterSet }: Attributes,
  tag: TagKey,
): readonly Attributes[] {
  return sequenceOf(dataSet, tag).map((item) => ({
    dataSet: item,
    dictionary,
    characterSet: characterSetOf(item, characterSet),
  }));
}

/** The text of an attribute as it is written; '' where there is none. */
export function textIn({ dataSet, characterSet }: Attributes, tag: TagKey): string {
  return textOf(dataSet, tag, characterSet);
}

/** The attribute's name in the dictionary, with its creator where it is private; else its tag. */
export function nameOf(attributes: Attributes, tag: TagKey): string {
  const { name } = describeElement({ ...attributes, lookupInFile: () => undefined }, tagNumber(tag));
  return name.startsWith('[') || name === '' ? `${formatTag(tag)} ${name}`.trimEnd() : name;
}

/** The value of an attribute as people read it, several parted by commas; '' where there is none. */
export function valueOf({ dataSet, dictionary, characterSet }: Attributes, tag: TagKey): string {
  const element = dataSet.elements[tag];
  if (element === undefined || element.items !== undefined) return '';
  const vr = resolveVr(element, dictionary.lookup(tagNumber(tag))?.vr ?? '', false);
  const { value, valueIsCut } = readHeaderValue(dataSet, element, vr, characterSet);
  const values = isSingleText(vr) ? [value] : value.split('\\').map((one) => readable(vr, one));
  return values.filter((one) => one !== '').join(', ') + (valueIsCut ? ' …' : '');
}

function readable(vr: string, value: string): string {
  if (vr === 'PN') return formatPersonName(value);
  return readableValue(vr, value) || value;
}

/** The value of the first of the attributes that has one; '' where none has. */
export function firstValueOf(attributes: Attributes, tags: readonly TagKey[]): string {
  for (const tag of tags) {
    const value = valueOf(attributes, tag);
    if (value !== '') return value;
  }
  return '';
}

/** The Code Meaning of the first item of a code sequence (PS3.3 8.8), else its code; '' where there is none. */
export function codeMeaning(attributes: Attributes, tag: TagKey): string {
  const [code] = itemsOf(attributes, tag);
  // Code Meaning, Code Value, Long Code Value, URN Code Value.
  return code === undefined ? '' : firstValueOf(code, ['x00080104', 'x00080100', 'x00080119', 'x00080120']);
}

/** The first numbers of an attribute, and how many it has. */
export function startOfNumbers(
  { dataSet }: Attributes,
  tag: TagKey,
  vr: NumberVr,
  limit: number,
): { readonly texts: readonly string[]; readonly count: number } {
  const element = dataSet.elements[tag];
  if (element === undefined) return { texts: [], count: 0 };
  const texts = readNumbers(dataSet, element, vr, limit).map((value) => formatNumber(value, vr));
  return { texts, count: countNumbers(valueBytes(dataSet, element), vr) };
}

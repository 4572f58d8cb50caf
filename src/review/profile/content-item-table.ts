import { type AttributeKind, attributeKindOf } from './attribute-kind';
import { type ProfileActions, unpackOptions } from './profile-table';
import { ITEMS, MEANINGS } from '../tables/deid-structured-content';

/** What the profile makes of the value of a content item. */
export interface ContentItem extends ProfileActions {
  readonly kind: AttributeKind;
}

/** The concept that a content item is about, as its Concept Name Code Sequence (0040,A043) writes it. */
export interface ConceptName {
  readonly codeValue: string;
  readonly codingScheme: string;
  readonly meaning: string;
}

/** The VR in which a value of each value type stands. */
const VR_OF_TYPE: Readonly<Record<string, string>> = {
  DATE: 'DA',
  DATETIME: 'DT',
  PNAME: 'PN',
  TEXT: 'UT',
  TIME: 'TM',
  UIDREF: 'UI',
};

const items = unpackItems();

/** The row of table E.3.4-1; for a concept that it does not have, what the profile makes of values of this type. */
export function lookupContentItem({ codeValue, codingScheme }: ConceptName, valueType: string): ContentItem {
  const item = items.get(keyOf(codeValue, valueType, codingScheme));
  if (item !== undefined) return item;
  const isDated = ['DATE', 'DATETIME', 'TIME'].includes(valueType);
  return createItem('', valueType, 'D', unpackOptions(isDated ? '-----KC---' : ''));
}

function unpackItems(): ReadonlyMap<string, ContentItem> {
  const meanings = MEANINGS.split('\n');
  return new Map(
    ITEMS.split('\n').map((line, row) => {
      const [codeValue = '', valueType = '', basicProfile = '', options = '', ...scheme] = line.split(' ');
      const item = createItem(meanings[row] ?? '', valueType, basicProfile, unpackOptions(options));
      return [keyOf(codeValue, valueType, scheme.join(' ')), item];
    }),
  );
}

function createItem(
  name: string,
  valueType: string,
  basicProfile: string,
  options: ContentItem['options'],
): ContentItem {
  const vr = VR_OF_TYPE[valueType] ?? '';
  return { basicProfile, options, kind: attributeKindOf({ name, vr, options }) };
}

function keyOf(codeValue: string, valueType: string, codingScheme: string): string {
  return `${codeValue} ${valueType} ${codingScheme}`;
}

import { valueBytes } from '../binary-values';
import type { Element } from '../data-set';
import { sequenceOf } from '../elements';
import { isPrivateTag, type TagKey, tagNumber } from '../tag';
import { type Attributes, codeMeaning, firstValueOf, nameOf, valueOf } from './attributes';
import { moduleSections } from './module-sections';
import type { Fact, FactsSection, SheetFace, TableSection } from './object-face';
import { GENERAL_TAGS, hasContent, readHead } from './object-head';
import { findReferences, referencesSection } from './references';
import { factOf, factsSection, tableSection } from './sections';

/** What an object of any kind calls itself: Content Description or Label, Hanging Protocol Name, and so on. */
const TITLES: readonly TagKey[] = [
  'x00700081', // Content Description
  'x00700080', // Content Label
  'x00720002', // Hanging Protocol Name
  'x00420010', // Document Title
  'x00221095', // Implant Name
  'x00760001', // Implant Assembly Template Name
  'x00780001', // Implant Template Group Name
  'x3010002b', // Entity Label
];

/**
 * An object without a reader of its own: the attributes of its own modules, the tables of those that are known, what it
 * refers to, and what takes most of its bytes.
 */
export function readFactsFace(attributes: Attributes): SheetFace {
  const modules = moduleSections(attributes);
  const sections = [
    contentSection(attributes),
    ...(modules.some(hasContent) ? modules : [sequencesSection(attributes)]),
    referencesSection('Refers to', findReferences(attributes)),
    binarySection(attributes),
  ];
  return { kind: 'facts', ...readHead(attributes, { title: firstValueOf(attributes, TITLES), sections }) };
}

const MAX_FACTS = 60;
const MAX_VALUE_BYTES = 256;

/** Single values and codes of the object's own modules. */
function contentSection(attributes: Attributes): FactsSection {
  const { elements } = attributes.dataSet;
  const own = (Object.keys(elements) as TagKey[]).filter(isOwn).sort();
  const facts = own.flatMap((tag) => {
    const element = elements[tag];
    return element === undefined ? [] : factOfElement(attributes, tag, element);
  });
  return factsSection('Content', facts.slice(0, MAX_FACTS));
}

const GENERAL_GROUPS: readonly number[] = [0x0002, 0x0004, 0x0008, 0x0010, 0x0020, 0x0032, 0x0038, 0x0400];

/** Not of the file, the patient, the study, the series or its procedure steps, and not private; a palette is shown. */
function isOwn(tag: TagKey): boolean {
  const number = tagNumber(tag);
  const group = number >>> 16;
  const isOfStep = number >= 0x00400200 && number < 0x00400300;
  const isOfPalette = number >= 0x00281101 && number <= 0x00281104;
  const isGeneral = GENERAL_GROUPS.includes(group) || isOfStep || isOfPalette || GENERAL_TAGS.includes(tag);
  return !isGeneral && !isPrivateTag(number) && group < 0x7fe0;
}

function factOfElement(attributes: Attributes, tag: TagKey, { items, length, vr }: Element): readonly Fact[] {
  const name = nameOf(attributes, tag);
  if (items !== undefined)
    return factOf(name.replace(/ (Code )?Sequence$/, ''), codeMeaning(attributes, tag));
  const isBytes = vr !== undefined && BYTES_VRS.includes(vr);
  return isBytes || length > MAX_VALUE_BYTES ? [] : factOf(name, valueOf(attributes, tag));
}

const BYTES_VRS: readonly string[] = ['OB', 'OD', 'OF', 'OL', 'OV', 'OW', 'UN'];

/** Of an object whose parts nobody knows: how many there are of each. */
function sequencesSection(attributes: Attributes): TableSection {
  const { elements } = attributes.dataSet;
  const sequences = (Object.keys(elements) as TagKey[]).filter(
    (tag) =>
      isOwn(tag) && sequenceOf(attributes.dataSet, tag).length > 0 && codeMeaning(attributes, tag) === '',
  );
  return tableSection('Sequences', sequences, [
    { label: 'Attribute', read: (tag) => nameOf(attributes, tag) },
    { label: 'Items', isNumber: true, read: (tag) => countWords(sequenceOf(attributes.dataSet, tag).length) },
  ]);
}

/** `5,000` */
function countWords(count: number): string {
  return count.toLocaleString('en-US');
}

const LARGE_BYTES = 1024;
const MAX_LARGE = 5;

/** The largest values, which are what the object is mostly made of; private ones too. */
function binarySection(attributes: Attributes): TableSection {
  const { dataSet } = attributes;
  const large = Object.entries(dataSet.elements)
    .map(([tag, element]) => ({ tag: tag as TagKey, element, bytes: valueBytes(dataSet, element).length }))
    .filter(({ element, bytes }) => element.items === undefined && bytes > LARGE_BYTES)
    .sort((a, b) => b.bytes - a.bytes);
  return tableSection('Largest values', large.slice(0, MAX_LARGE), [
    { label: 'Attribute', read: ({ tag }) => nameOf(attributes, tag) },
    { label: 'VR', read: ({ element }) => element.vr ?? '' },
    { label: 'Bytes', isNumber: true, read: ({ bytes }) => countWords(bytes) },
  ]);
}

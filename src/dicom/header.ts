import { type CharacterSet, charsetDeviations } from './character-set';
import type { DataSet, Element } from './data-set';
import type { Dictionary } from './dictionary';
import { elementDeviations, vrDeviation } from './element-deviations';
import { describeElement, type ElementDescription } from './element-description';
import { characterSetOf, intOf, textOf } from './elements';
import {
  addDeviation,
  addFallback,
  allProblems,
  type HeaderProblems,
  reasonsOf,
  startProblems,
} from './header-problems';
import type { Header, HeaderRow } from './header-row';
import { readHeaderValue } from './header-value';
import type { DicomFile } from './part10';
import { readPrivateDefinitions } from './private-definitions';
import type { LookupPrivate } from './private-elements';
import { readableValue } from './readable-value';
import { formatTag, tagNumber } from './tag';
import { uidName } from './uids';
import { isKnownVr } from './vr';

/** All elements of a file as rows, group 0002 too, in the order of the file, and all that is wrong with them. */
export function readHeader(file: DicomFile, dictionary: Dictionary, where: string): Header {
  const { dataSet, transferSyntaxUid } = file;
  const characterSet = characterSetOf(dataSet);
  const rows: HeaderRow[] = [];
  const problems = startProblems(file, where);
  const lookupInFile = readPrivateDefinitions(dataSet, characterSet);
  const isSigned = intOf(dataSet, 'x00280103') === 1;
  const level = { dataSet, prefix: '', depth: 0, characterSet, isSigned };
  addDataSet({ dictionary, lookupInFile, rows, problems, tags: new Map(), ...level });
  return {
    rows,
    problems: allProblems(problems),
    transferSyntaxUid,
    transferSyntaxName: uidName(transferSyntaxUid),
    sopClassName: uidName(textOf(dataSet, 'x00080016')),
  };
}

/** A data set on its way into rows, and what is known around it. */
interface Listing {
  readonly dictionary: Dictionary;
  readonly lookupInFile: LookupPrivate;
  readonly rows: HeaderRow[];
  readonly problems: HeaderProblems;
  readonly tags: Map<string, WrittenTag>;
  readonly dataSet: DataSet;
  /** `00082112[0].`; '' at the top. */
  readonly prefix: string;
  readonly depth: number;
  readonly characterSet: CharacterSet;
  /** Pixel Representation, which decides between US and SS; of the data set around, where there is none. */
  readonly isSigned: boolean;
}

function addDataSet(listing: Listing): void {
  for (const element of elementsInOrder(listing.dataSet)) {
    const tag = writtenTag(listing.tags, element.tag);
    const path = listing.prefix + tag.path + suffixOf(listing.dataSet, element);
    const description = describeElement(listing, tag.number);
    const items = itemsOf(element, description.vr);
    if (items === undefined) addValue(listing, element, { path, tag: tag.tag, description });
    else addSequence(listing, element, items, { path, tag: tag.tag, description });
  }
}

/** An empty sequence without a VR is known by its tag alone. */
function itemsOf({ items, vr, length }: Element, known: string): readonly Element[] | undefined {
  const isEmptySequence = known === 'SQ' && length === 0 && (vr === undefined || vr === 'UN');
  return isEmptySequence ? [] : items;
}

/** The forms of a tag; a long header has the same few again and again. */
interface WrittenTag {
  readonly number: number;
  readonly tag: string;
  readonly path: string;
}

function writtenTag(tags: Map<string, WrittenTag>, key: string): WrittenTag {
  const known = tags.get(key);
  if (known !== undefined) return known;
  const written = { number: tagNumber(key), tag: formatTag(key), path: key.slice(1).toUpperCase() };
  tags.set(key, written);
  return written;
}

/** As they stand in the file, also those whose tag comes again. */
function elementsInOrder({ elements }: DataSet): readonly Element[] {
  const all = Object.values(elements);
  // Goes on with what it appends.
  for (const { earlier } of all) if (earlier !== undefined) all.push(earlier);
  return all.sort((a, b) => a.dataOffset - b.dataOffset);
}

/** Makes `00100010~1` of the path of an element whose tag comes again; the last one counts. */
function suffixOf(dataSet: DataSet, element: Element): string {
  if (isInEffect(dataSet, element)) return '';
  let count = 1;
  for (let each = element.earlier; each !== undefined; each = each.earlier) count += 1;
  return `~${count}`;
}

function isInEffect({ elements }: DataSet, element: Element): boolean {
  return elements[element.tag] === element;
}

/** How an element is named in its row. */
interface Named {
  readonly path: string;
  readonly tag: string;
  readonly description: ElementDescription;
}

function addValue(listing: Listing, element: Element, { path, tag, description }: Named): void {
  const { dataSet, characterSet, problems } = listing;
  const { vr: known, keyword, name, creator } = description;
  const vr = resolveVr(element, known, listing.isSigned);
  const { value, vm, valueIsCut, charsetFallback } = readHeaderValue(dataSet, element, vr, characterSet);
  const expected = creator === undefined ? known : '';
  const checked = { known: expected, vr, value: valueIsCut ? '' : value };
  const found = elementDeviations(dataSet, element, checked);
  const ofCharset = element.tag === 'x00080005' ? charsetDeviations(characterSet) : NONE;
  const wrong = wordsFor(listing, element, path, joined(found, ofCharset));
  const ofText = charsetFallback === null ? NONE : [addFallback(problems, characterSet, charsetFallback)];
  const row: HeaderRow = {
    path,
    depth: listing.depth,
    kind: 'element',
    tag,
    keyword,
    name,
    vr,
    vm,
    value,
    valueIsCut,
    lengthBytes: lengthOf(element),
    offsetBytes: element.dataOffset,
  };
  listing.rows.push(withRest(row, noteOf(element, vr, value), creator, joined(wrong, ofText)));
}

const NONE: readonly string[] = [];

/** For the row of an element: what the reader of the file has found, and what is found now, which becomes a problem. */
function wordsFor(
  listing: Listing,
  element: Element,
  path: string,
  found: readonly string[],
): readonly string[] {
  for (const reason of found) addDeviation(listing.problems, element, path, reason);
  const words = joined(reasonsOf(listing.problems, element), found);
  return isInEffect(listing.dataSet, element) ? words : [...words, 'not in effect, the same tag comes again'];
}

/** Without a new list for each of the many elements that are as they should be. */
function joined(some: readonly string[], more: readonly string[]): readonly string[] {
  if (more.length === 0) return some;
  return some.length === 0 ? more : [...some, ...more];
}

/** Most rows have none of these. */
function withRest(
  row: HeaderRow,
  note: string,
  creator: string | undefined,
  problems: readonly string[],
): HeaderRow {
  if (note === '' && creator === undefined && problems.length === 0) return row;
  return {
    ...row,
    ...(note !== '' && { note }),
    ...(creator !== undefined && { creator }),
    ...(problems.length > 0 && { problems }),
  };
}

function addSequence(
  listing: Listing,
  element: Element,
  items: readonly Element[],
  { path, tag, description: { vr: known, keyword, name, creator } }: Named,
): void {
  const deviation = creator === undefined ? vrDeviation(element, known) : null;
  const wrong = wordsFor(listing, element, path, deviation === null ? NONE : [deviation]);
  const row: HeaderRow = {
    path,
    depth: listing.depth,
    kind: 'sequence',
    tag,
    keyword,
    name,
    vr: 'SQ',
    vm: items.length,
    value: '',
    valueIsCut: false,
    lengthBytes: lengthOf(element),
    offsetBytes: element.dataOffset,
  };
  listing.rows.push(withRest(row, '', creator, wrong));
  for (const [index, item] of items.entries()) addItem(listing, item, `${path}[${index}]`, index);
}

function addItem(listing: Listing, item: Element, path: string, index: number): void {
  const row: HeaderRow = {
    path,
    depth: listing.depth + 1,
    kind: 'item',
    tag: '',
    keyword: '',
    name: `Item ${index + 1}`,
    vr: '',
    vm: 0,
    value: '',
    valueIsCut: false,
    lengthBytes: lengthOf(item),
    offsetBytes: item.dataOffset,
  };
  listing.rows.push(withRest(row, '', undefined, reasonsOf(listing.problems, item)));
  if (item.dataSet !== undefined) addDataSet(listingOfItem(listing, item.dataSet, path));
}

function listingOfItem(around: Listing, dataSet: DataSet, itemPath: string): Listing {
  const pixelRepresentation = intOf(dataSet, 'x00280103');
  return {
    ...around,
    dataSet,
    prefix: `${itemPath}.`,
    depth: around.depth + 2,
    characterSet: characterSetOf(dataSet, around.characterSet),
    isSigned: pixelRepresentation === null ? around.isSigned : pixelRepresentation === 1,
  };
}

function lengthOf({ hadUndefinedLength, length }: Element): number {
  return hadUndefinedLength === true ? -1 : length;
}

/**
 * The VR as written; from the dictionary where the file says none, one that nobody knows, or UN, whose value then is
 * in implicit VR (PS3.5 6.2.2). Where the dictionary has several, the others decide as in PS3.5 Annex A.
 */
export function resolveVr({ vr }: Element, known: string, isSigned: boolean): string {
  if (vr !== undefined && vr !== 'UN' && isKnownVr(vr)) return vr;
  if (!known.includes('/')) return known === '' || known === 'SQ' ? 'UN' : known;
  if (known.includes('OW')) return 'OW';
  return isSigned ? 'SS' : 'US';
}

function noteOf({ fragments }: Element, vr: string, value: string): string {
  if (fragments !== undefined) return fragments.length === 1 ? '1 fragment' : `${fragments.length} fragments`;
  return readableValue(vr, value);
}

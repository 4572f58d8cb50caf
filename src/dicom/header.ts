import type { DataSet, Element } from 'dicom-parser';
import type { Problem } from '../base/problem';
import { type CharacterSet, charsetProblem } from './character-set';
import type { Dictionary, DictionaryEntry } from './dictionary';
import { characterSetOf, intOf, textOf } from './elements';
import type { Header, HeaderRow } from './header-row';
import { readHeaderValue } from './header-value';
import type { DicomFile } from './part10';
import { formatTag, isPrivateCreator, isPrivateTag, tagKey, tagNumber } from './tag';
import { uidName } from './uids';

/** All elements of a file as rows, group 0002 too, in the order of the file. */
export function readHeader(file: DicomFile, dictionary: Dictionary, where: string): Header {
  const { dataSet, transferSyntaxUid } = file;
  const fallbacks = new Map<string, Problem>();
  const rows: HeaderRow[] = [];
  const context = { dictionary, where, rows, fallbacks, isSigned: intOf(dataSet, 'x00280103') === 1 };
  const level = { prefix: '', depth: 0, characterSet: characterSetOf(dataSet) };
  addDataSet({ ...context, dataSet, ...level });
  return {
    rows,
    problems: [...file.problems, ...fallbacks.values()],
    transferSyntaxUid,
    transferSyntaxName: uidName(transferSyntaxUid),
    sopClassName: uidName(textOf(dataSet, 'x00080016')),
  };
}

/** A data set on its way into rows, and what is known around it. */
interface Listing {
  readonly dictionary: Dictionary;
  readonly where: string;
  readonly rows: HeaderRow[];
  /** By encoding: one problem of each kind is enough. */
  readonly fallbacks: Map<string, Problem>;
  /** Pixel Representation, which decides between US and SS; of the data set around, where there is none. */
  readonly isSigned: boolean;
  readonly dataSet: DataSet;
  /** `00082112[0].`; '' at the top. */
  readonly prefix: string;
  readonly depth: number;
  readonly characterSet: CharacterSet;
}

function addDataSet(listing: Listing): void {
  const elements = Object.values(listing.dataSet.elements).sort((a, b) => a.dataOffset - b.dataOffset);
  for (const element of elements) addElement(listing, element);
}

function addElement(listing: Listing, element: Element): void {
  const { rows, depth, prefix, dataSet, characterSet, fallbacks, where } = listing;
  const tag = tagNumber(element.tag);
  const entry = describeElement(listing, tag);
  const path = prefix + element.tag.slice(1).toUpperCase();
  const common = { path, depth, tag: formatTag(element.tag), keyword: entry.keyword, name: entry.name };
  const place = { lengthBytes: lengthOf(element), offsetBytes: element.dataOffset };
  if (element.items !== undefined) {
    const vm = element.items.length;
    rows.push({ ...common, kind: 'sequence', vr: 'SQ', vm, value: '', valueIsCut: false, ...place });
    addItems(listing, element.items, path);
    return;
  }
  const vr = resolveVr(element, entry.vr, listing.isSigned);
  const { charsetFallback, ...value } = readHeaderValue(dataSet, element, vr, characterSet);
  if (charsetFallback !== null && !fallbacks.has(charsetFallback)) {
    fallbacks.set(charsetFallback, charsetProblem(where, characterSet, charsetFallback));
  }
  const note = noteOf(element, vr, value.value);
  rows.push({ ...common, kind: 'element', vr, ...value, ...place, ...(note !== '' && { note }) });
}

function addItems(listing: Listing, items: readonly Element[], path: string): void {
  items.forEach((item, index) => {
    const itemPath = `${path}[${index}]`;
    const depth = listing.depth + 1;
    const name = `Item ${index + 1}`;
    const common = { path: itemPath, depth, tag: '', keyword: '', name, vr: '', vm: 0, value: '' };
    const place = { lengthBytes: lengthOf(item), offsetBytes: item.dataOffset };
    listing.rows.push({ ...common, kind: 'item', valueIsCut: false, ...place });
    if (item.dataSet !== undefined) addDataSet(listingOfItem(listing, item.dataSet, itemPath));
  });
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

type Description = Pick<DictionaryEntry, 'vr' | 'keyword' | 'name'>;

const PRIVATE_CREATOR: Description = { vr: 'LO', keyword: '', name: 'Private Creator' };
const UNKNOWN: Description = { vr: 'UN', keyword: '', name: '' };

function describeElement({ dictionary, dataSet, characterSet }: Listing, tag: number): Description {
  const entry = dictionary.lookup(tag);
  if (entry !== undefined) return entry;
  if (isPrivateCreator(tag)) return PRIVATE_CREATOR;
  if (!isPrivateTag(tag)) return UNKNOWN;
  // (gggg,bbee) is in the block that (gggg,00bb) reserves (PS3.5 7.8.1).
  const block = tagKey(tag - (tag & 0xffff) + ((tag & 0xffff) >>> 8));
  const creator = textOf(dataSet, block, characterSet);
  return { ...UNKNOWN, name: creator === '' ? '' : `[${creator}]` };
}

/**
 * The VR as written; from the dictionary where the file says none or UN, whose value then is in implicit VR
 * (PS3.5 6.2.2). Where the dictionary has several, the others decide as in PS3.5 Annex A.
 */
function resolveVr({ vr }: Element, known: string, isSigned: boolean): string {
  if (vr !== undefined && vr !== 'UN') return vr;
  if (!known.includes('/')) return known === '' || known === 'SQ' ? 'UN' : known;
  if (known.includes('OW')) return 'OW';
  return isSigned ? 'SS' : 'US';
}

function noteOf({ fragments }: Element, vr: string, value: string): string {
  if (fragments !== undefined) return fragments.length === 1 ? '1 fragment' : `${fragments.length} fragments`;
  return vr === 'UI' ? uidName(value) : '';
}

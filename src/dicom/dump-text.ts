import type { Element } from './data-set';
import {
  describeFile,
  elementsOf,
  itemsOf,
  type DescribedDataSet,
  type DescribedElement,
} from './described-data-set';
import {
  dumpBytes,
  dumpSyntaxName,
  dumpValue,
  NO_VALUE,
  type DumpOptions,
  type DumpValue,
} from './dump-value';
import type { Header, HeaderRow } from './header-row';
import type { DicomFile } from './part10';
import { deriveKeyword } from './keyword';
import { isPrivateCreator } from './tag';
import { EXPLICIT_LITTLE_ENDIAN } from './uids';

/**
 * The lines of a header as text, without line ends, in the form that the command dcmdump of the toolkit DCMTK has made
 * customary:
 *
 *     (0008,0005) CS [ISO_IR 100]                             #  10, 1 SpecificCharacterSet
 *
 * Tag, VR, value; length of the value field in bytes (`u/l` where undefined), number of values, keyword. Items are two
 * further to the right than their sequence. What differs: text is UTF-8, without padding and never cut; line ends in it
 * are in octal; more numbers of a list are shown; registered UIDs have their names of PS3.6, without the blanks, and
 * retired attributes their plain keywords.
 */
export function* dumpFile(file: DicomFile, header: Header, options: DumpOptions): Generator<string> {
  const described = elementsOf(describeFile(file, header));
  const meta = described.filter(isMeta);
  if (meta.length > 0) {
    yield '# Dicom-File-Format';
    yield '';
    yield '# Dicom-Meta-Information-Header';
    yield `# Used TransferSyntax: ${dumpSyntaxName(EXPLICIT_LITTLE_ENDIAN)}`;
    for (const each of meta) yield* dumpElement(each, options, '');
    yield '';
  }
  yield '# Dicom-Data-Set';
  yield `# Used TransferSyntax: ${dumpSyntaxName(file.transferSyntaxUid)}`;
  for (const each of described) if (!isMeta(each)) yield* dumpElement(each, options, '');
}

function isMeta({ tag }: DescribedElement): boolean {
  return tag >>> 16 === 0x0002;
}

function* dumpElement(described: DescribedElement, options: DumpOptions, indent: string): Generator<string> {
  const { element, row } = described;
  if (element.fragments !== undefined) yield* dumpFragments(described, options, indent);
  else if (element.items !== undefined) yield* dumpSequence(described, options, indent);
  else yield indent + elementLine(described, row.vr, dumpValue(described, options));
}

function* dumpSequence(described: DescribedElement, options: DumpOptions, indent: string): Generator<string> {
  const items = itemsOf(described);
  const length = lengthWords(described.element);
  const text = `(Sequence with ${length} length #=${items.length})`;
  yield indent + elementLine(described, 'SQ', { text, vm: 1 });
  for (const { item, content } of items) yield* dumpItem(item, content, options, `${indent}  `);
  yield indent + SEQUENCE_END[length];
}

function* dumpItem(
  item: Element,
  content: DescribedDataSet,
  options: DumpOptions,
  indent: string,
): Generator<string> {
  const elements = elementsOf(content);
  const length = lengthWords(item);
  yield indent + itemLine('na', `(Item with ${length} length #=${elements.length})`, lengthOf(item));
  for (const each of elements) yield* dumpElement(each, options, `${indent}  `);
  yield indent + ITEM_END[length];
}

/** Compressed Pixel Data (PS3.5 A.4): the Basic Offset Table and the fragments as items of a pixel sequence. */
function* dumpFragments(
  described: DescribedElement,
  options: DumpOptions,
  indent: string,
): Generator<string> {
  const { element, row, around } = described;
  const { fragments = [], basicOffsetTable = [], dataOffset } = element;
  const table = { position: dataOffset + ITEM_HEADER_BYTES, length: basicOffsetTable.length * 4 };
  const items = [table, ...fragments];
  yield indent + elementLine(described, row.vr, { text: `(PixelSequence #=${items.length})`, vm: 1 });
  for (const { position, length } of items) {
    const bytes = around.dataSet.byteArray.subarray(position, position + length);
    const text = length === 0 ? NO_VALUE : dumpBytes(bytes, options);
    yield `${indent}  ${itemLine('pi', text, String(length))}`;
  }
  yield indent + SEQUENCE_END.undefined;
}

function elementLine({ element, tag, row }: DescribedElement, vr: string, value: DumpValue): string {
  const dumpTag = `(${element.tag.slice(1, 5)},${element.tag.slice(5)})`;
  return line({ tag: dumpTag, vr, value, length: lengthOf(element), name: nameOf(row, tag) });
}

function itemLine(vr: string, text: string, length: string): string {
  return line({ tag: '(fffe,e000)', vr, value: { text, vm: 1 }, length, name: 'Item' });
}

interface Line {
  /** `(7fe0,0010)` */
  readonly tag: string;
  readonly vr: string;
  readonly value: DumpValue;
  /** In bytes; `u/l` where undefined. */
  readonly length: string;
  readonly name: string;
}

const VALUE_WIDTH = 40;
const LENGTH_WIDTH = 3;
const VM_WIDTH = 2;

function line({ tag, vr, value, length, name }: Line): string {
  const text = value.text.padEnd(VALUE_WIDTH);
  const vm = String(value.vm).padStart(VM_WIDTH);
  return `${tag} ${vr} ${text} # ${length.padStart(LENGTH_WIDTH)},${vm} ${name}`;
}

/** Tag and length (PS3.5 7.5). */
const ITEM_HEADER_BYTES = 8;

/** What ends an item or a sequence is in every dump; where the length is explicit it is not in the file. */
const ITEM_END = {
  explicit: delimitation('(fffe,e00d)', '(ItemDelimitationItem for re-encoding)', 'ItemDelimitationItem'),
  undefined: delimitation('(fffe,e00d)', '(ItemDelimitationItem)', 'ItemDelimitationItem'),
};
const SEQUENCE_END = {
  explicit: delimitation(
    '(fffe,e0dd)',
    '(SequenceDelimitationItem for re-encod.)',
    'SequenceDelimitationItem',
  ),
  undefined: delimitation('(fffe,e0dd)', '(SequenceDelimitationItem)', 'SequenceDelimitationItem'),
};

function delimitation(tag: string, text: string, name: string): string {
  return line({ tag, vr: 'na', value: { text, vm: 0 }, length: '0', name });
}

function lengthWords({ hadUndefinedLength }: Element): 'explicit' | 'undefined' {
  return hadUndefinedLength === true ? 'undefined' : 'explicit';
}

function lengthOf({ hadUndefinedLength, length }: Element): string {
  return hadUndefinedLength === true ? 'u/l' : String(length);
}

/** Of a private element that is known the name, squeezed like a keyword: `MRImageDiffusionBFactor`. */
function nameOf({ keyword, name, creator }: HeaderRow, tag: number): string {
  if (keyword !== '') return keyword;
  if (isPrivateCreator(tag)) return 'PrivateCreator';
  const ownName = creator === undefined ? '' : name.slice(0, -`[${creator}]`.length);
  return deriveKeyword(ownName) || 'Unknown Tag & Data';
}

import dicomParser, { type ByteStream, type DataSet, type Element } from 'dicom-parser';
import type { Problem } from '../base/problem';
import {
  checkElementHeader,
  checkFragments,
  checkGroupLength,
  checkOrder,
  isGroupLength,
  isSameGroup,
} from './data-set-checks';
import { ITEM, ITEM_DELIMITATION, MAX_SEQUENCE_DEPTH, UNDEFINED_LENGTH } from './element-cursor';
import {
  isDelimiter,
  ITEM_DELIMITATION_KEY,
  ITEM_KEY,
  readElementHeader,
  SEQUENCE_DELIMITATION_KEY,
  vrAt,
} from './element-header';
import {
  type Place,
  placeOf,
  type Reading,
  type ReadingOptions,
  report,
  reportCut,
  SHORT_HEADER_BYTES,
  startOf,
  tagPath,
} from './reading';
import { formatTag } from './tag';
import { isKnownVr } from './vr';

export interface DataSetReading {
  readonly dataSet: DataSet;
  /** `dicom-deviation` and `dicom-truncated`. */
  readonly problems: readonly Problem[];
}

/**
 * Reads a whole data set with the means of dicom-parser, into its types. What that package does not do is done
 * here: the VRs OV, SV and UV; items of private sequences; elements that are there twice; and of a file that is cut
 * or broken everything that can be read, where dicom-parser throws.
 */
export function readDataSet(bytes: Uint8Array, options: ReadingOptions): DataSetReading {
  const parser = options.isLittleEndian
    ? dicomParser.littleEndianByteArrayParser
    : dicomParser.bigEndianByteArrayParser;
  const stream = new dicomParser.ByteStream(parser, bytes, 0);
  stream.position = options.start;
  const { isExplicit } = options;
  const reading: Reading = { stream, options, isExplicit, prefix: '', problems: [], isStopped: false };
  return { dataSet: readElements(reading, options.end, 0), problems: reading.problems };
}

const PIXEL_DATA_KEY = 'x7fe00010';

/** Pixel Data, Float Pixel Data and Double Float Pixel Data, of which a data set has one at most. */
export const PIXEL_KEYS = [PIXEL_DATA_KEY, 'x7fe00008', 'x7fe00009'] as const;

/** The elements from the stream's position to `end`, or to the delimiter that ends the item they are in. */
function readElements(reading: Reading, end: number, depth: number): DataSet {
  const { stream } = reading;
  const elements: Record<string, Element> = {};
  let previous: Element | null = null;
  let groupLength: Element | null = null;
  while (stream.position < end && !reading.isStopped) {
    const start = stream.position;
    const element = readElementHeader(reading, end);
    if (element === null) break;
    if (isDelimiter(element.tag)) {
      if (depth === 0) {
        report(reading, placeOf(reading, element), 'outside of any sequence');
        continue;
      }
      stream.position = start;
      break;
    }
    if (groupLength !== null && !isSameGroup(groupLength, element)) {
      checkGroupLength(reading, groupLength, start);
      groupLength = null;
    }
    const earlier = elements[element.tag];
    checkElementHeader(reading, element);
    checkOrder(reading, element, previous, earlier);
    if (earlier !== undefined) element.earlier = earlier;
    elements[element.tag] = element;
    previous = element;
    if (depth === 0 && isStop(reading, element)) reading.isStopped = true;
    else readValue(reading, element, end, depth);
    if (isGroupLength(element)) groupLength = element;
  }
  if (groupLength !== null && !reading.isStopped) checkGroupLength(reading, groupLength, stream.position);
  return new dicomParser.DataSet(stream.byteArrayParser, stream.byteArray, elements);
}

function isStop({ options }: Reading, { tag }: Element): boolean {
  return options.stopsAtPixels === true && PIXEL_KEYS.some((key) => key === tag);
}

/** Reads the items of a sequence, the fragments of Pixel Data, or goes past any other value. */
function readValue(reading: Reading, element: Element, end: number, depth: number): void {
  const { stream } = reading;
  if (isEncapsulated(element)) {
    readFragments(reading, element);
    return;
  }
  const saidEnd = element.hadUndefinedLength === true ? end : element.dataOffset + element.length;
  const valueEnd = Math.min(saidEnd, end);
  const hasItems = isSequence(stream, element);
  if (saidEnd > end) element.length = valueEnd - element.dataOffset;
  if (hasItems) readSequence(reading, element, valueEnd, depth);
  else stream.position = valueEnd;
  if (saidEnd > end) reportCut(reading, placeOf(reading, element), end);
}

/** OB or OW of undefined length (PS3.5 A.4), in an icon and in private elements too. */
function isEncapsulated({ tag, vr, hadUndefinedLength }: Element): boolean {
  return hadUndefinedLength === true && (tag === PIXEL_DATA_KEY || vr === 'OB' || vr === 'OW');
}

/** By its VR, or, where that is missing or UN, by an item at the start of the value (PS3.5 7.5). */
function isSequence(stream: ByteStream, element: Element): boolean {
  const { vr, length, dataOffset } = element;
  if (vr === 'SQ' || element.hadUndefinedLength === true) return true;
  const itemStart = dataOffset + SHORT_HEADER_BYTES;
  if ((vr !== undefined && vr !== 'UN') || length < SHORT_HEADER_BYTES) return false;
  if (itemStart > stream.byteArray.length) return false;
  const itemLength = stream.byteArrayParser.readUint32(stream.byteArray, dataOffset + 4);
  const fits = itemLength === UNDEFINED_LENGTH || itemLength <= length - SHORT_HEADER_BYTES;
  return fits && tagAt(stream, dataOffset) === ITEM;
}

function tagAt({ byteArrayParser, byteArray }: ByteStream, position: number): number {
  const group = byteArrayParser.readUint16(byteArray, position);
  return group * 0x10000 + byteArrayParser.readUint16(byteArray, position + 2);
}

function readSequence(reading: Reading, element: Element, end: number, depth: number): void {
  const { stream, isExplicit } = reading;
  element.items = [];
  if (element.vr === 'UN') reading.isExplicit = holdsExplicitVr(reading, element);
  if (depth < MAX_SEQUENCE_DEPTH) {
    readItems(reading, element, element.items, end, depth);
  } else {
    report(reading, placeOf(reading, element), 'sequences in sequences without end');
    reading.isStopped = true;
  }
  reading.isExplicit = isExplicit;
  if (element.hadUndefinedLength !== true) stream.position = end;
}

/** UN holds implicit VR (PS3.5 6.2.2 note 2), although some writers leave the VRs in. */
function holdsExplicitVr(reading: Reading, element: Element): boolean {
  const holdsIt = isKnownVr(vrAt(reading.stream, element.dataOffset + SHORT_HEADER_BYTES + 4));
  if (holdsIt) report(reading, placeOf(reading, element), 'VR UN, but its items are in explicit VR');
  return holdsIt;
}

function readItems(reading: Reading, element: Element, items: Element[], end: number, depth: number): void {
  const { stream } = reading;
  const isUndefined = element.hadUndefinedLength === true;
  while (stream.position < end && !reading.isStopped) {
    const start = stream.position;
    const item = readElementHeader(reading, end);
    if (isUndefined) element.length = start - element.dataOffset;
    if (item === null) return;
    if (item.tag === ITEM_KEY) {
      items.push(item);
      readItem(reading, item, `${reading.prefix}${tagPath(element)}[${items.length - 1}]`, end, depth);
    } else if (item.tag === ITEM_DELIMITATION_KEY) {
      report(reading, placeOf(reading, element), 'an item delimitation after the end of an item');
    } else {
      if (item.tag !== SEQUENCE_DELIMITATION_KEY) stream.position = start;
      checkSequenceEnd(reading, element, item);
      return;
    }
  }
  if (!isUndefined) return;
  element.length = stream.position - element.dataOffset;
  reportCut(reading, placeOf(reading, element), end);
}

function checkSequenceEnd(reading: Reading, element: Element, { tag }: Element): void {
  const isUndefined = element.hadUndefinedLength === true;
  if (tag !== SEQUENCE_DELIMITATION_KEY) {
    report(reading, placeOf(reading, element), `${formatTag(tag)} in place of an item`);
  } else if (!isUndefined) {
    report(reading, placeOf(reading, element), 'a sequence delimitation although its length is defined');
  }
}

function readItem(reading: Reading, item: Element, path: string, end: number, depth: number): void {
  const { stream, prefix } = reading;
  const place: Place = { offset: startOf(item), tag: formatTag(item.tag), path };
  const isUndefined = item.hadUndefinedLength === true;
  const itemEnd = isUndefined ? end : item.dataOffset + item.length;
  reading.prefix = `${path}.`;
  item.dataSet = readElements(reading, Math.min(itemEnd, end), depth + 1);
  reading.prefix = prefix;
  if (isUndefined) endItem(reading, item, place);
  else if (itemEnd > end) reportCut(reading, place, end);
  else if (!reading.isStopped && stream.position < itemEnd) endItemEarly(reading, item, place, end);
}

/** An item of undefined length ends in a delimitation. */
function endItem(reading: Reading, item: Element, place: Place): void {
  const { stream } = reading;
  const isAtEnd = reading.isStopped || stream.position >= stream.byteArray.length;
  if (!skipItemDelimitation(stream) && !isAtEnd) report(reading, place, 'no item delimitation');
  item.length = stream.position - item.dataOffset;
}

/** An item, or the end of one, within an item: its length is wrong, but where it leads to where the next one starts. */
function endItemEarly(reading: Reading, item: Element, place: Place, end: number): void {
  const { stream } = reading;
  const itemEnd = item.dataOffset + item.length;
  const found = stream.position - item.dataOffset;
  report(reading, place, `length ${item.length}, but its elements have ${found} bytes`);
  skipItemDelimitation(stream);
  const isRight = itemEnd === end || (itemEnd + SHORT_HEADER_BYTES <= end && tagAt(stream, itemEnd) >= ITEM);
  if (isRight) stream.position = itemEnd;
}

function skipItemDelimitation(stream: ByteStream): boolean {
  const isWhole = stream.position + SHORT_HEADER_BYTES <= stream.byteArray.length;
  const isThere = isWhole && tagAt(stream, stream.position) === ITEM_DELIMITATION;
  if (isThere) stream.seek(SHORT_HEADER_BYTES);
  return isThere;
}

/** Compressed Pixel Data (PS3.5 A.4), by dicom-parser; it throws where the file ends too early. */
function readFragments(reading: Reading, element: Element): void {
  const { stream } = reading;
  const fileEnd = stream.byteArray.length;
  const warnings: string[] = [];
  try {
    dicomParser.findEndOfEncapsulatedElement(stream, element, warnings);
  } catch {
    stream.position = fileEnd;
  }
  const isUnended = element.length === UNDEFINED_LENGTH || stream.position > fileEnd;
  if (!isUnended) {
    checkFragments(reading, element, warnings);
    return;
  }
  reportCut(reading, placeOf(reading, element), fileEnd);
  stream.position = fileEnd;
  element.length = fileEnd - element.dataOffset;
}

import dicomParser, { type ByteStream, type DataSet, type Element } from 'dicom-parser';
import { problem, type Problem } from '../base/problem';
import type { ElementEncoding } from './data-set-guess';
import {
  ITEM,
  ITEM_DELIMITATION,
  MAX_SEQUENCE_DEPTH,
  SEQUENCE_DELIMITATION,
  UNDEFINED_LENGTH,
} from './element-cursor';
import { formatTag, tagKey } from './tag';
import { hasLongLength, isVrByte } from './vr';

export interface DataSetReading {
  readonly dataSet: DataSet;
  readonly problems: readonly Problem[];
}

interface ReadingOptions extends ElementEncoding {
  /** Of the first element and of what follows the last, from the start of the file. */
  readonly start: number;
  readonly end: number;
  readonly where: string;
  /** The pixels of the data set, and what comes after them, are not read: of their element there is the header. */
  readonly stopsAtPixels?: boolean;
}

/**
 * Reads a whole data set with the means of dicom-parser, into its types. What that package does not do is done
 * here: the VRs OV, SV and UV; items of private sequences; and of a file that is cut or broken everything that can
 * be read, where dicom-parser throws.
 */
export function readDataSet(bytes: Uint8Array, options: ReadingOptions): DataSetReading {
  const parser = options.isLittleEndian
    ? dicomParser.littleEndianByteArrayParser
    : dicomParser.bigEndianByteArrayParser;
  const stream = new dicomParser.ByteStream(parser, bytes, 0);
  stream.position = options.start;
  const reading: Reading = {
    stream,
    options,
    isExplicit: options.isExplicit,
    problems: [],
    isStopped: false,
  };
  return { dataSet: readElements(reading, options.end, 0), problems: reading.problems };
}

interface Reading {
  readonly stream: ByteStream;
  readonly options: ReadingOptions;
  isExplicit: boolean;
  readonly problems: Problem[];
  /** The file ended inside an element, or makes no sense, or is read no further: so at any depth. */
  isStopped: boolean;
}

const ITEM_KEY = tagKey(ITEM);
const ITEM_DELIMITATION_KEY = tagKey(ITEM_DELIMITATION);
const SEQUENCE_DELIMITATION_KEY = tagKey(SEQUENCE_DELIMITATION);
const PIXEL_DATA_KEY = 'x7fe00010';

/** Pixel Data, Float Pixel Data and Double Float Pixel Data, of which a data set has one at most. */
export const PIXEL_KEYS = [PIXEL_DATA_KEY, 'x7fe00008', 'x7fe00009'] as const;

const SHORT_HEADER_BYTES = 8;
const LONG_HEADER_BYTES = 12;

/** The elements from the stream's position to `end`, or to the delimitation of the item that they are in. */
function readElements(reading: Reading, end: number, depth: number): DataSet {
  const { stream } = reading;
  const elements: Record<string, Element> = {};
  while (stream.position < end && !reading.isStopped) {
    const start = stream.position;
    const element = readHeader(reading, end);
    if (element === null) break;
    if (element.tag === ITEM_DELIMITATION_KEY && depth > 0) break;
    if (!isDelimiter(element)) {
      elements[element.tag] = element;
      if (depth === 0 && isStop(reading, element)) reading.isStopped = true;
      else readValue(reading, element, end, depth);
    } else if (depth > 0) {
      // The delimitation of this item is missing; the sequence goes on from here.
      stream.position = start;
      break;
    }
  }
  return new dicomParser.DataSet(stream.byteArrayParser, stream.byteArray, elements);
}

function isStop({ options }: Reading, { tag }: Element): boolean {
  return options.stopsAtPixels === true && PIXEL_KEYS.some((key) => key === tag);
}

/** Items and delimitations, which structure sequences and are no elements of a data set (PS3.5 7.5). */
function isDelimiter({ tag }: Element): boolean {
  return tag === ITEM_KEY || tag === ITEM_DELIMITATION_KEY || tag === SEQUENCE_DELIMITATION_KEY;
}

/** Null where there is not enough left for a header. */
function readHeader(reading: Reading, end: number): Element | null {
  const { stream, isExplicit } = reading;
  const start = stream.position;
  const left = end - start;
  const vr = isExplicit && left >= SHORT_HEADER_BYTES ? vrAt(stream, start + 4) : '';
  if (left < (hasLongLength(vr) ? LONG_HEADER_BYTES : SHORT_HEADER_BYTES)) {
    reportCut(reading, '', start, end);
    stream.position = end;
    return null;
  }
  const tag = dicomParser.readTag(stream);
  if (vr !== '') stream.seek(hasLongLength(vr) ? 4 : 2);
  const length = vr === '' || hasLongLength(vr) ? stream.readUint32() : stream.readUint16();
  const element: Element = { tag, length, dataOffset: stream.position };
  if (vr !== '') element.vr = vr;
  if (length === UNDEFINED_LENGTH) element.hadUndefinedLength = true;
  return element;
}

/** '' where there is none: in items, and now and then in an element of a data set of explicit VR. */
function vrAt({ byteArray }: ByteStream, position: number): string {
  const first = byteArray[position];
  const second = byteArray[position + 1];
  return isVrByte(first) && isVrByte(second) ? String.fromCharCode(first, second) : '';
}

/** Reads the items of a sequence, the fragments of Pixel Data, or goes past any other value. */
function readValue(reading: Reading, element: Element, end: number, depth: number): void {
  const { stream } = reading;
  if (isEncapsulated(element)) {
    readFragments(reading, element);
    return;
  }
  const valueEnd = element.hadUndefinedLength === true ? end : element.dataOffset + element.length;
  if (valueEnd > end) {
    reportCut(reading, formatTag(element.tag), startOf(element), end);
    element.length = end - element.dataOffset;
  }
  if (isSequence(stream, element)) readSequence(reading, element, Math.min(valueEnd, end), depth);
  else stream.position = Math.min(valueEnd, end);
}

/** OB or OW of undefined length (PS3.5 A.4), in an icon and in private elements too. */
function isEncapsulated({ tag, vr, hadUndefinedLength }: Element): boolean {
  return hadUndefinedLength === true && (tag === PIXEL_DATA_KEY || vr === 'OB' || vr === 'OW');
}

/** By its VR, or, where that is missing or UN, by an item at the start of the value (PS3.5 7.5). */
function isSequence({ byteArrayParser, byteArray }: ByteStream, element: Element): boolean {
  const { vr, length, dataOffset } = element;
  if (vr === 'SQ' || element.hadUndefinedLength === true) return true;
  if ((vr !== undefined && vr !== 'UN') || length < SHORT_HEADER_BYTES) return false;
  const group = byteArrayParser.readUint16(byteArray, dataOffset);
  const number = byteArrayParser.readUint16(byteArray, dataOffset + 2);
  const itemLength = byteArrayParser.readUint32(byteArray, dataOffset + 4);
  const fits = itemLength === UNDEFINED_LENGTH || itemLength <= length - SHORT_HEADER_BYTES;
  return group * 0x10000 + number === ITEM && fits;
}

function readSequence(reading: Reading, element: Element, end: number, depth: number): void {
  const { stream, isExplicit } = reading;
  const items: Element[] = [];
  element.items = items;
  // UN holds implicit VR (PS3.5 6.2.2 note 2).
  if (element.vr === 'UN') reading.isExplicit = false;
  if (depth < MAX_SEQUENCE_DEPTH) {
    readItems(reading, element, items, end, depth);
  } else {
    report(reading, element, 'sequences in sequences without end');
    reading.isStopped = true;
  }
  reading.isExplicit = isExplicit;
  if (element.hadUndefinedLength !== true) stream.position = end;
}

function readItems(reading: Reading, element: Element, items: Element[], end: number, depth: number): void {
  const { stream } = reading;
  while (stream.position < end && !reading.isStopped) {
    const start = stream.position;
    const item = readHeader(reading, end);
    element.length = element.hadUndefinedLength === true ? start - element.dataOffset : element.length;
    if (item === null || item.tag === SEQUENCE_DELIMITATION_KEY) return;
    if (item.tag !== ITEM_KEY) {
      stream.position = start;
      report(reading, element, `${formatTag(item.tag)} in place of an item`);
      return;
    }
    readItem(reading, item, end, depth);
    items.push(item);
  }
  if (element.hadUndefinedLength === true) {
    element.length = stream.position - element.dataOffset;
    reportCut(reading, formatTag(element.tag), startOf(element), end);
  }
}

function readItem(reading: Reading, item: Element, end: number, depth: number): void {
  const { stream } = reading;
  const itemEnd = item.hadUndefinedLength === true ? end : item.dataOffset + item.length;
  item.dataSet = readElements(reading, Math.min(itemEnd, end), depth + 1);
  if (item.hadUndefinedLength === true) item.length = stream.position - item.dataOffset;
  else if (itemEnd > end) reportCut(reading, formatTag(item.tag), startOf(item), end);
  else if (!reading.isStopped) stream.position = itemEnd;
}

/** Compressed Pixel Data (PS3.5 A.4), by dicom-parser; it throws where the file ends too early. */
function readFragments(reading: Reading, element: Element): void {
  const { stream } = reading;
  const fileEnd = stream.byteArray.length;
  try {
    dicomParser.findEndOfEncapsulatedElement(stream, element, []);
  } catch {
    stream.position = fileEnd;
  }
  const isUnended = element.length === UNDEFINED_LENGTH || stream.position > fileEnd;
  if (!isUnended) return;
  reportCut(reading, formatTag(element.tag), startOf(element), fileEnd);
  stream.position = fileEnd;
  element.length = fileEnd - element.dataOffset;
}

/** Of its tag, from the start of the file. */
export function startOf({ vr, dataOffset }: Element): number {
  return dataOffset - (vr !== undefined && hasLongLength(vr) ? LONG_HEADER_BYTES : SHORT_HEADER_BYTES);
}

/** Something runs past `end`: that of the file, or of the sequence or item that it is in. */
function reportCut(reading: Reading, tag: string, offset: number, end: number): void {
  const { stream, options } = reading;
  if (reading.isStopped) return;
  if (end === stream.byteArray.length) {
    reading.isStopped = true;
    addProblem(reading, problem('dicom-truncated', options.where, { offset, tag }));
  } else {
    const reason = 'longer than the sequence or item that it is in';
    addProblem(reading, problem('dicom-deviation', options.where, { offset, tag, reason }));
  }
}

function report(reading: Reading, element: Element, reason: string): void {
  const at = { offset: startOf(element), tag: formatTag(element.tag) };
  addProblem(reading, problem('dicom-deviation', reading.options.where, { ...at, reason }));
}

/** Of bytes that are no data set, nearly every element could be complained of. */
const MAX_PROBLEMS = 100;

function addProblem({ problems }: Reading, found: Problem): void {
  if (problems.length < MAX_PROBLEMS) problems.push(found);
}

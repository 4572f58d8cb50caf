import { asciiText, createAsciiTexts, isAsciiText } from './ascii-text';
import { type CharacterSet, decodeText, DEFAULT_CHARACTER_SET, parseCharacterSet } from './character-set';
import type { ElementEncoding } from './data-set-guess';
import type { Dictionary } from './dictionary';
import {
  cursorAt,
  type ElementCursor,
  hasBytes,
  ITEM,
  ITEM_DELIMITATION,
  MAX_SEQUENCE_DEPTH,
  readElementHeader,
  readUint16,
  readUint32,
  SEQUENCE_DELIMITATION,
  skipValue,
  UNDEFINED_LENGTH,
} from './element-cursor';
import { printableRuns } from './printable-runs';
import { FLOAT_PIXEL_DATA, SPECIFIC_CHARACTER_SET } from './summary-fields';
import { isPrivateCreator, isPrivateTag } from './tag';
import { trimText } from './text-values';
import { vrOfCode } from './vr';
import { startOfHead } from './whole-head';

/** How a value is read for what it says: its text; the printable runs in its bytes; only that there is one; not at all. */
export type HeldReading = 'text' | 'runs' | 'presence' | 'nothing';

/** An attribute in the items that hold it: one for each path, whatever the file. */
export interface AttributePath {
  /** With item numbers: `00080096[1].00401103`. */
  readonly path: string;
  readonly tag: number;
  /** As written; where it is not, or as UN, as the dictionary has it. UN where that does not know it either. */
  readonly vr: string;
  /** Of the block that a private attribute is in; '' of a standard one. */
  readonly creator: string;
}

/** Gets what is read of one data set. */
export interface HeldValuesSink {
  /** `key` is what `open` gave for the path. Never of an element of zero length. */
  readonly addValue: (key: number, text: string) => void;
  /** An element at the top of the data set, up to Pixel Data; its length may be `UNDEFINED_LENGTH`. */
  readonly addTop: (tag: number, length: number) => void;
}

/**
 * What of a data set is read: before the pixels, all but values too long to be read while a whole archive is
 * (`short`); or those alone (`long`); or all that stands `behind` the pixels.
 */
export type HeldPass = 'short' | 'long' | 'behind';

/** Where elements are in bytes. */
export interface ElementsRange {
  readonly start: number;
  readonly end: number;
  readonly encoding: ElementEncoding;
}

export interface HeldValuesOptions {
  readonly dictionary: Dictionary;
  /** Asked once for each path. */
  readonly open: (path: AttributePath) => { readonly key: number; readonly reading: HeldReading };
}

/** Bytes that are no text, and text. A name or a number is shorter; vendors put blocks of 100 KB into every header. */
const LONG_BYTES = 256;
const LONG_TEXT_BYTES = 64 << 10;
/** More of one value is not read. */
const MAX_BYTES = 8 << 20;

/**
 * Reads the values of data sets for what they say, at any depth, before the pixels. It lives as long as a scan, since
 * from file to file the paths are the same.
 */
export class HeldValuesReader {
  readonly #dictionary: Dictionary;
  readonly #open: HeldValuesOptions['open'];
  readonly #top: ItemNode = createItemNode('');
  readonly #texts = createAsciiTexts();

  constructor({ dictionary, open }: HeldValuesOptions) {
    this.#dictionary = dictionary;
    this.#open = open;
  }

  /**
   * Goes over the elements from `start` to `end`, or to Pixel Data, where it does not stand behind. What is cut off or malformed ends it: it is said
   * elsewhere. `bytes` are of the file, or of what a deflated data set inflates to.
   */
  read(bytes: Uint8Array, range: ElementsRange, pass: HeldPass, sink: HeldValuesSink): void {
    const { start, end, encoding } = range;
    const head = startOfHead(bytes.subarray(0, end), end);
    const cursor = cursorAt(head, { position: start, ...encoding });
    const reading: DataSetReading = { cursor, sink, pass, depth: 0 };
    this.#readElements(reading, this.#top, end, DEFAULT_CHARACTER_SET);
  }

  /** Up to `end`, or an item's delimiter; false where it cannot go on. */
  #readElements(
    reading: DataSetReading,
    item: ItemNode,
    end: number,
    inheritedCharacterSet: CharacterSet,
  ): boolean {
    const { cursor, sink } = reading;
    const isTop = reading.depth === 0;
    let characterSet = inheritedCharacterSet;
    let creators: Map<number, string> | null = null;
    while (cursor.position < end && readElementHeader(cursor)) {
      const { tag, length } = cursor;
      if (tag === ITEM_DELIMITATION) return true;
      if (isTop && reading.pass !== 'behind' && tag >= FLOAT_PIXEL_DATA && tag < 0xfffe0000) {
        sink.addTop(tag, length);
        return true;
      }
      if (isTop && reading.pass === 'short') sink.addTop(tag, length);
      if (isPrivateCreator(tag))
        (creators ??= new Map()).set(tag >>> 0, this.#text(cursor, 'LO', characterSet));
      const node = this.#nodeOf(item, cursor, creators);
      if (tag === SPECIFIC_CHARACTER_SET) {
        characterSet = parseCharacterSet(this.#text(cursor, 'CS', DEFAULT_CHARACTER_SET));
      }
      if (isSequence(cursor, node)) {
        if (!this.#readItems(reading, node, characterSet)) return false;
        continue;
      }
      this.#readValue(reading, node, characterSet);
      if (!skipValue(cursor)) return false;
    }
    return cursor.position >= end;
  }

  #readItems(reading: DataSetReading, node: AttributeNode, characterSet: CharacterSet): boolean {
    const { cursor } = reading;
    if (reading.depth >= MAX_SEQUENCE_DEPTH) return false;
    const end = cursor.length === UNDEFINED_LENGTH ? Infinity : cursor.position + cursor.length;
    const { isExplicit } = cursor;
    // UN holds implicit VR little endian (PS3.5 6.2.2 note 2).
    if (vrOfCode(cursor.vr) === 'UN') cursor.isExplicit = false;
    reading.depth += 1;
    const isWhole = this.#readItemsUpTo(reading, node, end, characterSet);
    reading.depth -= 1;
    cursor.isExplicit = isExplicit;
    if (end === Infinity) return isWhole;
    // What is wrong inside a sequence of known length ends with it.
    cursor.position = end;
    cursor.stop = 'none';
    return true;
  }

  #readItemsUpTo(
    reading: DataSetReading,
    node: AttributeNode,
    end: number,
    characterSet: CharacterSet,
  ): boolean {
    const { cursor } = reading;
    let index = 0;
    while (cursor.position < end && readElementHeader(cursor)) {
      if (cursor.tag === SEQUENCE_DELIMITATION) return true;
      if (cursor.tag !== ITEM) return false;
      const itemEnd =
        cursor.length === UNDEFINED_LENGTH ? end : Math.min(end, cursor.position + cursor.length);
      const item = (node.items[index] ??= createItemNode(`${node.path}[${index}].`));
      if (!this.#readElements(reading, item, itemEnd, characterSet)) return false;
      index += 1;
    }
    return cursor.position >= end;
  }

  #readValue({ cursor, sink, pass }: DataSetReading, node: AttributeNode, characterSet: CharacterSet): void {
    const { length } = cursor;
    if (length === 0 || node.reading === 'nothing') return;
    const isLong =
      node.reading !== 'presence' && length > (node.reading === 'text' ? LONG_TEXT_BYTES : LONG_BYTES);
    if (pass !== 'behind' && isLong !== (pass === 'long')) return;
    if (node.reading === 'presence') sink.addValue(node.key, '');
    else if (node.reading === 'text') {
      node.last =
        node.vr === 'US' ? numbersText(cursor) : this.#text(cursor, node.vr, characterSet, node.last);
      if (node.last !== '') sink.addValue(node.key, node.last);
    } else sink.addValue(node.key, printableRuns(valueBytes(cursor)));
  }

  #text(cursor: ElementCursor, vr: string, characterSet: CharacterSet, last = ''): string {
    const { bytes } = cursor.head;
    const start = cursor.position;
    let end = Math.min(start + Math.min(cursor.length, MAX_BYTES), cursor.head.available);
    while (end > start && (bytes[end - 1] === 0x20 || bytes[end - 1] === 0)) end -= 1;
    if (isAsciiText(last, bytes, start, end)) return last;
    const ascii = asciiText(this.#texts, bytes, start, end);
    if (ascii !== null) return ascii.charCodeAt(0) > 0x20 ? ascii : trimText(ascii);
    return trimText(decodeText(bytes.subarray(start, end), characterSet, vr).text);
  }

  #nodeOf(item: ItemNode, cursor: ElementCursor, creators: Map<number, string> | null): AttributeNode {
    const { tag, vr } = cursor;
    const creator = isPrivateTag(tag) ? creatorOf(tag, creators) : '';
    const byTag = creator === '' ? item.standard : privateNodes(item, creator);
    const known = byTag.get(tag);
    if (known?.writtenVr === vr) return known;
    const other = known?.others.get(vr);
    if (other !== undefined) return other;
    const made = this.#makeNode(item, cursor, creator);
    if (known === undefined) byTag.set(tag, made);
    else known.others.set(vr, made);
    return made;
  }

  #makeNode(item: ItemNode, { tag, vr: writtenVr }: ElementCursor, creator: string): AttributeNode {
    const path = item.prefix + tag.toString(16).padStart(8, '0').toUpperCase();
    const attribute = { path, tag, vr: this.#vrOf(tag, writtenVr, creator), creator };
    return { ...attribute, ...this.#open(attribute), writtenVr, items: [], last: '', others: new Map() };
  }

  #vrOf(tag: number, writtenVr: number, creator: string): string {
    const written = vrOfCode(writtenVr);
    if (written !== '' && written !== 'UN') return written;
    if (isPrivateCreator(tag)) return 'LO';
    const { lookup, lookupPrivate } = this.#dictionary;
    const entry = isPrivateTag(tag) ? lookupPrivate(creator, tag) : lookup(tag);
    // `US or SS` and its like are numbers or bytes all the same.
    return entry?.vr.slice(0, 2) ?? 'UN';
  }
}

interface DataSetReading {
  readonly cursor: ElementCursor;
  readonly sink: HeldValuesSink;
  readonly pass: HeldPass;
  depth: number;
}

/** The data set, or an item of a sequence: what was met in it, in any file. */
interface ItemNode {
  readonly prefix: string;
  readonly standard: Map<number, AttributeNode>;
  readonly blocks: Map<string, Map<number, AttributeNode>>;
}

interface AttributeNode extends AttributePath {
  readonly key: number;
  readonly reading: HeldReading;
  readonly writtenVr: number;
  readonly items: ItemNode[];
  /** The text that was read last: as a rule the next file's too. */
  last: string;
  /** The same attribute, written with another VR. */
  readonly others: Map<number, AttributeNode>;
}

function createItemNode(prefix: string): ItemNode {
  return { prefix, standard: new Map(), blocks: new Map() };
}

function privateNodes({ blocks }: ItemNode, creator: string): Map<number, AttributeNode> {
  let nodes = blocks.get(creator);
  if (nodes === undefined) blocks.set(creator, (nodes = new Map<number, AttributeNode>()));
  return nodes;
}

/** (gggg,bbee) is in the block that (gggg,00bb) reserved (PS3.5 7.8.1). */
function creatorOf(tag: number, creators: Map<number, string> | null): string {
  const block = (tag & 0xffff0000) + ((tag & 0xff00) >>> 8);
  return creators?.get(block >>> 0) ?? '';
}

/** By its VR, its undefined length, or, of bytes that nobody knows, because they start as an item does. */
function isSequence(cursor: ElementCursor, node: AttributeNode): boolean {
  if (cursor.length === UNDEFINED_LENGTH || node.vr === 'SQ') return true;
  if (node.vr !== 'UN' || cursor.length < 8 || !hasBytes(cursor, cursor.position + 4)) return false;
  const { bytes } = cursor.head;
  return readUint32({ isLittleEndian: true }, bytes, cursor.position) === ITEM_AS_LITTLE_ENDIAN;
}

/** FFFE, E000, each with its low byte first, read as one number. */
const ITEM_AS_LITTLE_ENDIAN = 0xe000fffe;

/** Unsigned shorts as text, several apart by a backslash. */
function numbersText(cursor: ElementCursor): string {
  const bytes = valueBytes(cursor);
  const count = Math.floor(bytes.length / 2);
  return Array.from({ length: count }, (_, index) => readUint16(cursor, bytes, 2 * index)).join('\\');
}

function valueBytes({ head, position, length }: ElementCursor): Uint8Array {
  return head.bytes.subarray(position, Math.min(position + Math.min(length, MAX_BYTES), head.available));
}

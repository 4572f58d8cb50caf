import { decodePlainText } from '../plain-text';
import type { MetadataField } from './metadata-field';

/** Tags of Exif 3.0 and TIFF 6.0 that say something in words, and what they are called here. */
const NAMES: Readonly<Record<number, string>> = {
  0x010d: 'Document name',
  0x010e: 'Description',
  0x010f: 'Camera make',
  0x0110: 'Camera model',
  0x011d: 'Page name',
  0x0131: 'Software',
  0x0132: 'Changed',
  0x013b: 'Artist',
  0x013c: 'Host computer',
  0x8298: 'Copyright',
  0x9003: 'Taken',
  0x9004: 'Digitized',
  0x9286: 'Comment',
  0x9c9b: 'Title',
  0x9c9c: 'Comment',
  0x9c9d: 'Author',
  0x9c9e: 'Keywords',
  0x9c9f: 'Subject',
  0xa420: 'Image unique ID',
  0xa430: 'Camera owner',
  0xa431: 'Camera serial number',
  0xa433: 'Lens make',
  0xa434: 'Lens model',
  0xa435: 'Lens serial number',
  0xa436: 'Title',
  0xa437: 'Photographer name',
};

/** Of the GPS directory: its tags are numbered anew. */
const GPS_NAMES: Readonly<Record<number, string>> = {
  0x001b: 'GPS method',
  0x001c: 'GPS area',
  0x001d: 'GPS date',
};

const EXIF_DIRECTORY = 0x8769;
const GPS_DIRECTORY = 0x8825;
const USER_COMMENT = 0x9286;
/** Written by Windows in UTF-16. */
const FIRST_XP_TAG = 0x9c9b;
const LAST_XP_TAG = 0x9c9f;

const ASCII = 2;
const UTF8 = 129;
/** Bytes of a value by its type (TIFF 6.0 section 2). */
const TYPE_BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];
/** No picture has as many; they bound what a hostile one can make us do. */
const MAX_DIRECTORIES = 64;
const MAX_ENTRIES = 1000;
const MAX_VALUE_BYTES = 64 << 10;

interface Tiff {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly isLittleEndian: boolean;
}

interface DirectoryEntry {
  readonly tag: number;
  readonly type: number;
  /** Its value, as far as it is there. */
  readonly value: Uint8Array;
  /** The value as an offset. */
  readonly offset: number;
}

/** What a TIFF file, or the Exif data of another (which are written as one), say in words; and the place. */
export function readExifFields(bytes: Uint8Array): readonly MetadataField[] {
  const order = String.fromCharCode(bytes[0] ?? 0, bytes[1] ?? 0);
  if ((order !== 'II' && order !== 'MM') || bytes.length < 8) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const tiff = { bytes, view, isLittleEndian: order === 'II' };
  const fields: MetadataField[] = [];
  const seen = new Set<number>();
  const waiting = [{ offset: view.getUint32(4, tiff.isLittleEndian), isGps: false }];
  for (
    let next = waiting.shift();
    next !== undefined && seen.size < MAX_DIRECTORIES;
    next = waiting.shift()
  ) {
    if (seen.has(next.offset)) continue;
    seen.add(next.offset);
    const { entries, nextOffset } = readDirectory(tiff, next.offset);
    fields.push(...(next.isGps ? gpsFields(tiff, entries) : entries.flatMap(fieldOf)));
    for (const { tag, offset } of entries) {
      if (tag === EXIF_DIRECTORY || tag === GPS_DIRECTORY)
        waiting.push({ offset, isGps: tag === GPS_DIRECTORY });
    }
    if (nextOffset > 0) waiting.push({ offset: nextOffset, isGps: next.isGps });
  }
  return fields;
}

function readDirectory(
  tiff: Tiff,
  offset: number,
): { readonly entries: readonly DirectoryEntry[]; readonly nextOffset: number } {
  const { view, isLittleEndian } = tiff;
  if (offset + 2 > view.byteLength) return { entries: [], nextOffset: 0 };
  const count = Math.min(view.getUint16(offset, isLittleEndian), MAX_ENTRIES);
  const entries: DirectoryEntry[] = [];
  let at = offset + 2;
  for (; entries.length < count && at + 12 <= view.byteLength; at += 12) entries.push(readEntry(tiff, at));
  const nextOffset = at + 4 <= view.byteLength ? view.getUint32(at, isLittleEndian) : 0;
  return { entries, nextOffset };
}

function readEntry({ bytes, view, isLittleEndian }: Tiff, at: number): DirectoryEntry {
  const type = view.getUint16(at + 2, isLittleEndian);
  const unit = type === UTF8 ? 1 : (TYPE_BYTES[type] ?? 0);
  const length = Math.min(unit * view.getUint32(at + 4, isLittleEndian), MAX_VALUE_BYTES);
  const offset = view.getUint32(at + 8, isLittleEndian);
  const start = length <= 4 ? at + 8 : offset;
  return {
    tag: view.getUint16(at, isLittleEndian),
    type,
    value: bytes.subarray(start, start + length),
    offset,
  };
}

function fieldOf({ tag, type, value }: DirectoryEntry): readonly MetadataField[] {
  const text = trim(textOf(tag, type, value));
  if (text === '') return [];
  const name = NAMES[tag] ?? `EXIF ${tag.toString(16).padStart(4, '0').toUpperCase()}`;
  return [{ name, value: text }];
}

/** Of tags that are not known, those that are written as text. */
function textOf(tag: number, type: number, value: Uint8Array): string {
  if (tag >= FIRST_XP_TAG && tag <= LAST_XP_TAG) return new TextDecoder('utf-16le').decode(value);
  // The first eight bytes say how the rest is written.
  if (tag === USER_COMMENT) return userComment(value);
  return type === ASCII || type === UTF8 ? decodePlainText(value) : '';
}

function userComment(value: Uint8Array): string {
  const text = value.subarray(8);
  const isUnicode = value[0] === 0x55 && value[1] === 0x4e;
  return isUnicode
    ? new TextDecoder(text[0] === 0 ? 'utf-16be' : 'utf-16le').decode(text)
    : decodePlainText(text);
}

/** Latitude and longitude in degrees, and what else says where. */
function gpsFields(tiff: Tiff, entries: readonly DirectoryEntry[]): readonly MetadataField[] {
  const byTag = new Map(entries.map((entry) => [entry.tag, entry]));
  const latitude = degreesOf(tiff, byTag.get(2), letterOf(byTag.get(1)) === 'S');
  const longitude = degreesOf(tiff, byTag.get(4), letterOf(byTag.get(3)) === 'W');
  const position =
    latitude === null || longitude === null
      ? []
      : [{ name: 'GPS position', value: `${latitude}, ${longitude}` }];
  const texts = entries.flatMap(({ tag, type, value }) => {
    const name = GPS_NAMES[tag];
    const text = type === ASCII ? decodePlainText(value) : decodePlainText(value.subarray(8));
    return name === undefined || trim(text) === '' ? [] : [{ name, value: trim(text) }];
  });
  return [...position, ...texts];
}

function letterOf(entry: DirectoryEntry | undefined): string {
  return String.fromCharCode(entry?.value[0] ?? 0);
}

/** Degrees, minutes and seconds, each as a fraction; null where they are not there. */
function degreesOf(
  { isLittleEndian }: Tiff,
  entry: DirectoryEntry | undefined,
  isNegative: boolean,
): string | null {
  if (entry === undefined || entry.value.length < 24) return null;
  const { buffer, byteOffset, length } = entry.value;
  const view = new DataView(buffer, byteOffset, length);
  const part = (at: number): number => {
    const divisor = view.getUint32(at + 4, isLittleEndian);
    return divisor === 0 ? 0 : view.getUint32(at, isLittleEndian) / divisor;
  };
  const degrees = part(0) + part(8) / 60 + part(16) / 3600;
  return (isNegative ? -degrees : degrees).toFixed(5);
}

function trim(text: string): string {
  return text.replaceAll('\0', ' ').trim();
}

import type { HeadSource } from '../base/head-source';
import { problem, type Problem } from '../base/problem';
import { asciiText, createAsciiTexts } from './ascii-text';
import {
  type CharacterSet,
  charsetProblem,
  decodeText,
  DEFAULT_CHARACTER_SET,
  parseCharacterSet,
} from './character-set';
import {
  cursorAt,
  type ElementCursor,
  hasBytes,
  readElementHeader,
  readUint16,
  readUint32,
  skipValue,
  UNDEFINED_LENGTH,
} from './element-cursor';
import type { InflateRaw } from './inflate-raw';
import { findLayout, type Part10Layout } from './part10-layout';
import type { InstanceSummary } from './summary';
import {
  emptySummary,
  FLOAT_PIXEL_DATA,
  isIdentified,
  PIXEL_DATA,
  SPECIFIC_CHARACTER_SET,
  SUMMARY_FIELDS,
  type SummaryDraft,
  type SummaryField,
} from './summary-fields';
import { tagAndPath } from './tag';
import { parseDecimal, trimText } from './text-values';
import { MEDIA_STORAGE_DIRECTORY } from './uids';
import { vrCode } from './vr';
import { startOfHead, wholeHead } from './whole-head';

/** What became of one file of an archive. */
export type SummaryOutcome =
  | {
      readonly outcome: 'dicom' | 'dicomdir';
      readonly summary: InstanceSummary;
      readonly problems: readonly Problem[];
    }
  | { readonly outcome: 'not-dicom' }
  | { readonly outcome: 'unreadable'; readonly problem: Problem }
  /** The head is too short: call again, from the start, with a longer one. */
  | { readonly outcome: 'need-more' };

/**
 * Reads what the contents table needs of a file, and no more of the file than that: it stops at Pixel Data and
 * jumps over the values in between. A file is DICOM by its content. `inflateRaw` is called for the deflated
 * transfer syntax alone, with the start of the data set: as much as it takes.
 */
export function readSummary(head: HeadSource, where: string, inflateRaw: InflateRaw): SummaryOutcome {
  const found = findLayout(head, where);
  if (found.outcome !== 'found') return found;
  const { layout } = found;
  if (!layout.isDeflated) return readElements(head, layout.dataSetStart, layout, where);

  return readDeflated(head, layout, where, inflateRaw);
}

/** So much of a deflated data set holds a header as a rule; where it does not, more is taken. */
const DEFLATED_BYTES = 16 << 10;
const DEFLATED_GROWTH = 4;

/** No more of the file is asked for than its elements before the pixels take. */
function readDeflated(
  head: HeadSource,
  layout: Part10Layout,
  where: string,
  inflateRaw: InflateRaw,
): SummaryOutcome {
  const start = layout.dataSetStart;
  for (let wanted = DEFLATED_BYTES; ; wanted *= DEFLATED_GROWTH) {
    const end = Math.min(start + wanted, head.totalBytes);
    const answer = head.require(end);
    if (answer === 'not-loaded') return { outcome: 'need-more' };
    const isWhole = answer === 'no-more' || end === head.totalBytes;
    const inflated = inflateRaw(head.bytes.subarray(start, Math.min(end, head.available)));
    if (!inflated.ok) return unreadable(where, start, 'the deflated data set is damaged');
    const inner = isWhole ? wholeHead(inflated.value) : startOfHead(inflated.value, Infinity);
    const outcome = readElements(inner, 0, layout, where);
    if (outcome.outcome !== 'need-more') return outcome;
  }
}

/** The state of one reading; text needs the character set that came before it. */
interface Reading {
  readonly cursor: ElementCursor;
  readonly summary: SummaryDraft;
  characterSet: CharacterSet;
  charsetFallback: string | null;
  /** Of the private elements that follow. */
  privateCreator: string;
}

/** A value of the summary that claims to be longer is not what it says. */
const MAX_VALUE_BYTES = 0x10000;

/** (0004,1130) to (0004,1600) are met in directories only (PS3.3 Annex F). */
const DIRECTORY_GROUP = 0x0004;

const asciiTexts = createAsciiTexts();

/** As a rule the one of the next file too. */
let lastCharacterSet = DEFAULT_CHARACTER_SET;

function readElements(
  head: HeadSource,
  position: number,
  layout: Part10Layout,
  where: string,
): SummaryOutcome {
  const cursor = cursorAt(head, {
    position,
    isExplicit: layout.isExplicit,
    isLittleEndian: layout.isLittleEndian,
  });
  const summary = emptySummary();
  summary.transferSyntaxUid = layout.transferSyntaxUid;
  const reading: Reading = {
    cursor,
    summary,
    characterSet: DEFAULT_CHARACTER_SET,
    charsetFallback: null,
    privateCreator: '',
  };
  let isDirectory = layout.mediaStorageSopClassUid === MEDIA_STORAGE_DIRECTORY;

  while (readElementHeader(cursor)) {
    isDirectory ||= cursor.tag >>> 16 === DIRECTORY_GROUP;
    if (cursor.tag >= FLOAT_PIXEL_DATA) {
      readPixelDataHeader(reading);
      break;
    }
    if (!readField(reading) || !skipValue(cursor)) break;
  }

  if (cursor.stop === 'not-loaded') return { outcome: 'need-more' };
  const broken = brokenEnd(cursor, where);
  if (broken !== null && !isIdentified(summary) && !isDirectory) {
    return unreadable(where, cursor.elementStart, 'nothing that identifies a DICOM object');
  }
  const problems = [...layout.problems];
  if (broken !== null) problems.push(broken);
  if (reading.charsetFallback !== null) {
    problems.push(charsetProblem(where, reading.characterSet, reading.charsetFallback));
  }
  return { outcome: isDirectory ? 'dicomdir' : 'dicom', summary, problems };
}

/** Everything after Pixel Data is of no interest here. */
function readPixelDataHeader({ cursor, summary }: Reading): void {
  if (cursor.tag > PIXEL_DATA) return;
  summary.hasPixelData = 1;
  const isCut =
    cursor.length !== UNDEFINED_LENGTH && cursor.position + cursor.length > cursor.head.totalBytes;
  if (isCut) cursor.stop = 'truncated';
}

function brokenEnd(cursor: ElementCursor, where: string): Problem | null {
  const at = { offset: cursor.elementStart, ...tagAndPath(cursor.tag === 0 ? null : cursor.tag) };
  if (cursor.stop === 'truncated') return problem('dicom-truncated', where, at);
  if (cursor.stop === 'malformed') {
    return problem('dicom-deviation', where, { ...at, reason: 'no item where a sequence must have one' });
  }
  return null;
}

/** Reads the value of the element whose header was read last if the summary has it; false where it is cut off. */
function readField(reading: Reading): boolean {
  const { cursor } = reading;
  const field = SUMMARY_FIELDS.get(cursor.tag);
  const isWanted = field !== undefined || cursor.tag === SPECIFIC_CHARACTER_SET;
  if (!isWanted || cursor.length > MAX_VALUE_BYTES) return true;
  if (!hasBytes(cursor, cursor.position + cursor.length)) return false;
  if (field === undefined) reading.characterSet = readCharacterSet(reading);
  else readValue(reading, field);
  return true;
}

function readCharacterSet(reading: Reading): CharacterSet {
  const declared = readText(reading, 'CS');
  if (declared !== lastCharacterSet.declared) lastCharacterSet = parseCharacterSet(declared);
  return lastCharacterSet;
}

function readValue(reading: Reading, field: SummaryField): void {
  const { summary } = reading;
  if (field.kind === 'text') summary[field.key] = readText(reading, field.vr);
  else if (field.kind === 'integer') summary[field.key] = readInteger(reading);
  else if (field.kind === 'decimals') readDecimals(reading, field.keys);
  else if (field.kind === 'parsed') summary[field.key] = field.parse(readText(reading, 'DS'));
  else if (field.kind === 'float') summary[field.key] = readFloat(reading, field.vr);
  else if (field.kind === 'creator') reading.privateCreator = readText(reading, 'LO');
  else if (reading.privateCreator === field.creator && Number.isNaN(summary[field.field.key])) {
    readValue(reading, field.field);
  }
}

function readText(reading: Reading, vr: string): string {
  const { cursor } = reading;
  const start = cursor.position;
  let end = start + cursor.length;
  const { bytes } = cursor.head;
  while (end > start && (bytes[end - 1] === 0x20 || bytes[end - 1] === 0)) end -= 1;
  const ascii = asciiText(asciiTexts, bytes, start, end);
  if (ascii !== null) return ascii.charCodeAt(0) > 0x20 ? ascii : trimText(ascii);
  const decoded = decodeText(bytes.subarray(start, end), reading.characterSet, vr);
  reading.charsetFallback ??= decoded.fallback;
  return trimText(decoded.text);
}

const TEXT_VRS = new Set(['IS', 'DS'].map(vrCode));
const LONG_VRS = new Set(['UL', 'SL'].map(vrCode));

/** US, and what is met in its place. */
function readInteger(reading: Reading): number {
  const { cursor } = reading;
  if (TEXT_VRS.has(cursor.vr)) return parseDecimal(readText(reading, 'DS'));
  const isLong = LONG_VRS.has(cursor.vr);
  if (cursor.length < (isLong ? 4 : 2)) return NaN;
  const readUint = isLong ? readUint32 : readUint16;
  return readUint(cursor, cursor.head.bytes, cursor.position);
}

const FL = vrCode('FL');
const FD = vrCode('FD');

/** FD or FL as it is written, else as `vr`; and decimal strings. */
function readFloat(reading: Reading, vr: 'FD' | 'FL'): number {
  const { cursor } = reading;
  if (TEXT_VRS.has(cursor.vr)) return parseDecimal(readText(reading, 'DS').split('\\')[0] ?? '');
  const isDouble = cursor.vr === FD || (vr === 'FD' && cursor.vr !== FL);
  if (cursor.length < (isDouble ? 8 : 4)) return NaN;
  const { buffer, byteOffset } = cursor.head.bytes;
  const view = new DataView(buffer, byteOffset + cursor.position, isDouble ? 8 : 4);
  return isDouble ? view.getFloat64(0, cursor.isLittleEndian) : view.getFloat32(0, cursor.isLittleEndian);
}

function readDecimals(reading: Reading, keys: Extract<SummaryField, { kind: 'decimals' }>['keys']): void {
  const values = readText(reading, 'DS').split('\\');
  keys.forEach((key, index) => {
    reading.summary[key] = parseDecimal(values[index] ?? '');
  });
}

function unreadable(where: string, offset: number, reason: string): SummaryOutcome {
  return { outcome: 'unreadable', problem: problem('dicom-unreadable', where, { offset, reason }) };
}

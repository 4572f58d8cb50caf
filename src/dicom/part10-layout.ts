import type { HeadSource } from '../base/head-source';
import { problem, type Problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import { asciiText, createAsciiTexts } from './ascii-text';
import { type ElementEncoding, guessEncoding, guessRawDataSet } from './data-set-guess';
import { cursorAt, type ElementCursor, hasBytes, readElementHeader, readUint16 } from './element-cursor';
import { tagAndPath } from './tag';
import { trimText } from './text-values';
import { EXPLICIT_BIG_ENDIAN, EXPLICIT_LITTLE_ENDIAN, IMPLICIT_LITTLE_ENDIAN, transferSyntax } from './uids';

/** Where the parts of a file are (PS3.10 section 7), and how its data set is written. */
export interface Part10Layout extends ElementEncoding {
  /** Of the first element of group 0002; equal to `dataSetStart` where there is none. */
  readonly metaStart: number;
  readonly dataSetStart: number;
  /** The rest of the file is a deflated data set (PS3.5 A.5). */
  readonly isDeflated: boolean;
  /** The one in effect: as declared, but where that is missing or wrong for a native data set, as found. */
  readonly transferSyntaxUid: string;
  /** (0002,0002); '' where absent. */
  readonly mediaStorageSopClassUid: string;
  /** Of kind `dicom-deviation`. */
  readonly problems: readonly Problem[];
}

export type LayoutOutcome =
  | { readonly outcome: 'found'; readonly layout: Part10Layout }
  | { readonly outcome: 'not-dicom' }
  | { readonly outcome: 'unreadable'; readonly problem: Problem }
  | { readonly outcome: 'need-more' };

const PREAMBLE_BYTES = 128;
const PREFIX_END = 132;
const DICM = 0x4449434d;

const META_GROUP = 0x0002;
const TRANSFER_SYNTAX_UID = 0x00020010;
const MEDIA_STORAGE_SOP_CLASS_UID = 0x00020002;

const BIG_ENDIAN = { isLittleEndian: false };
const LITTLE_ENDIAN = { isLittleEndian: true };

/** As `findLayout`, for readers to whom a file that is not DICOM is one that cannot be read. */
export function requireLayout(head: HeadSource, where: string): Result<Part10Layout> | 'need-more' {
  const found = findLayout(head, where);
  switch (found.outcome) {
    case 'found':
      return ok(found.layout);
    case 'unreadable':
      return err(found.problem);
    case 'not-dicom':
      return err(problem('dicom-unreadable', where, { offset: 0, reason: 'not a DICOM file' }));
    case 'need-more':
      return 'need-more';
  }
}

/** Finds the data set by content alone: preamble, prefix, file meta information and transfer syntax may be missing. */
export function findLayout(head: HeadSource, where: string): LayoutOutcome {
  const answer = head.require(PREFIX_END + 8);
  if (answer === 'not-loaded') return { outcome: 'need-more' };
  const hasPrefix = startsWithPrefix(head);
  if (hasPrefix && startsWithMeta(head, PREFIX_END)) return layoutWithMeta(head, where, PREFIX_END);
  if (startsWithMeta(head, 0)) return layoutWithMeta(head, where, 0);
  // A raw data set first: a value of it may hold DICM at byte 128 by chance.
  for (const position of hasPrefix ? [0, PREFIX_END] : [0]) {
    const encoding = guessRawDataSet(head, position);
    if (encoding === 'not-loaded') return { outcome: 'need-more' };
    if (encoding !== null) return { outcome: 'found', layout: layoutWithoutMeta(where, position, encoding) };
  }
  return hasPrefix ? unreadable(where, PREFIX_END, 'no data set after DICM') : { outcome: 'not-dicom' };
}

function startsWithPrefix({ bytes, available }: HeadSource): boolean {
  if (available < PREFIX_END) return false;
  return (
    readUint16(BIG_ENDIAN, bytes, PREAMBLE_BYTES) * 0x10000 + readUint16(BIG_ENDIAN, bytes, 130) === DICM
  );
}

/** An element of group 0002, of which the standard has no more than 0x0102. */
function startsWithMeta({ bytes, available }: HeadSource, position: number): boolean {
  if (available < position + 8) return false;
  return (
    readUint16(LITTLE_ENDIAN, bytes, position) === META_GROUP &&
    readUint16(LITTLE_ENDIAN, bytes, position + 2) <= 0x0102
  );
}

function layoutWithoutMeta(where: string, position: number, encoding: ElementEncoding): Part10Layout {
  const reason = 'no file meta information';
  return {
    ...encoding,
    metaStart: position,
    dataSetStart: position,
    isDeflated: false,
    transferSyntaxUid: nativeSyntaxOf(encoding),
    mediaStorageSopClassUid: '',
    problems: [problem('dicom-deviation', where, { offset: position, tag: '', path: '', reason })],
  };
}

interface FileMeta {
  readonly end: number;
  /** Of the element; of the file meta information where there is none. */
  readonly transferSyntaxStart: number;
  readonly transferSyntaxUid: string;
  readonly mediaStorageSopClassUid: string;
}

function layoutWithMeta(head: HeadSource, where: string, metaStart: number): LayoutOutcome {
  const meta = readMeta(head, metaStart);
  if (meta === null) return { outcome: 'need-more' };
  const declared = transferSyntax(meta.transferSyntaxUid) ?? DEFAULT_SYNTAX;
  const found = declared.isDeflated ? declared : encodingAfterMeta(head, meta.end, declared);
  if (found === 'not-loaded') return { outcome: 'need-more' };
  if (found === null) return unreadable(where, meta.end, 'no data set after the file meta information');
  const isWrong =
    found.isExplicit !== declared.isExplicit || found.isLittleEndian !== declared.isLittleEndian;
  const isReplaced = meta.transferSyntaxUid === '' || (isWrong && !declared.isEncapsulated);
  return {
    outcome: 'found',
    layout: {
      isExplicit: found.isExplicit,
      isLittleEndian: found.isLittleEndian,
      metaStart,
      dataSetStart: meta.end,
      isDeflated: declared.isDeflated,
      transferSyntaxUid: isReplaced ? nativeSyntaxOf(found) : meta.transferSyntaxUid,
      mediaStorageSopClassUid: meta.mediaStorageSopClassUid,
      problems: deviationsOf(where, metaStart, meta, isWrong ? describe(found) : null),
    },
  };
}

/** Unknown, private or missing: nearly all are explicit VR little endian. */
const DEFAULT_SYNTAX = { isExplicit: true, isLittleEndian: true, isEncapsulated: false, isDeflated: false };

/** Null where there is no data set. */
function encodingAfterMeta(
  head: HeadSource,
  position: number,
  declared: ElementEncoding,
): ElementEncoding | null | 'not-loaded' {
  if (head.require(position + 12) === 'not-loaded') return 'not-loaded';
  return head.available < position + 8 ? null : guessEncoding(head, position, declared);
}

function deviationsOf(
  where: string,
  metaStart: number,
  { transferSyntaxStart, transferSyntaxUid }: FileMeta,
  foundInstead: string | null,
): readonly Problem[] {
  const problems: Problem[] = [];
  const report = (offset: number, tag: number | null, reason: string): void => {
    problems.push(problem('dicom-deviation', where, { offset, ...tagAndPath(tag), reason }));
  };
  if (metaStart === 0) report(0, null, 'no preamble');
  if (transferSyntaxUid === '') report(transferSyntaxStart, TRANSFER_SYNTAX_UID, 'no transfer syntax');
  else if (foundInstead !== null)
    report(transferSyntaxStart, TRANSFER_SYNTAX_UID, `the data set is ${foundInstead}`);
  return problems;
}

/**
 * Group 0002 ends where another group starts: its length (0002,0000) is often wrong. Null where it takes more
 * bytes; one that is cut ends where the file does.
 */
function readMeta(head: HeadSource, metaStart: number): FileMeta | null {
  const cursor = cursorAt(head, { position: metaStart, isExplicit: true, isLittleEndian: true });
  let transferSyntaxUid = '';
  let transferSyntaxStart = metaStart;
  let mediaStorageSopClassUid = '';
  let end = metaStart;
  while (readElementHeader(cursor) && cursor.tag >>> 16 === META_GROUP) {
    const { tag } = cursor;
    if (tag === TRANSFER_SYNTAX_UID) {
      transferSyntaxUid = readUid(cursor);
      transferSyntaxStart = cursor.elementStart;
    }
    if (tag === MEDIA_STORAGE_SOP_CLASS_UID) mediaStorageSopClassUid = readUid(cursor);
    cursor.position += cursor.length;
    end = cursor.position;
  }
  if (cursor.stop === 'not-loaded') return null;
  return {
    end: Math.min(end, head.available),
    transferSyntaxStart,
    transferSyntaxUid,
    mediaStorageSopClassUid,
  };
}

const MAX_UID_BYTES = 64;

const asciiTexts = createAsciiTexts();

function readUid(cursor: ElementCursor): string {
  const { position, length } = cursor;
  if (length > MAX_UID_BYTES || !hasBytes(cursor, position + length)) return '';
  return trimText(asciiText(asciiTexts, cursor.head.bytes, position, position + length) ?? '');
}

function nativeSyntaxOf({ isExplicit, isLittleEndian }: ElementEncoding): string {
  if (!isExplicit) return IMPLICIT_LITTLE_ENDIAN;
  return isLittleEndian ? EXPLICIT_LITTLE_ENDIAN : EXPLICIT_BIG_ENDIAN;
}

function describe({ isExplicit, isLittleEndian }: ElementEncoding): string {
  return `${isExplicit ? 'explicit' : 'implicit'} VR ${isLittleEndian ? 'little' : 'big'} endian`;
}

function unreadable(where: string, offset: number, reason: string): LayoutOutcome {
  return { outcome: 'unreadable', problem: problem('dicom-unreadable', where, { offset, reason }) };
}

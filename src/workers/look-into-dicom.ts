import type { ArchiveEntry } from '../archive/entry-table';
import type { Inflater } from '../archive/inflater';
import { readAvailable, type ByteRanges } from '../base/byte-ranges';
import { readJpegFields } from '../base/file-metadata/jpeg-fields';
import { formatField } from '../base/file-metadata/metadata-field';
import { problem, type Problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import { findDataSetEnd } from '../dicom/data-set-end';
import type { Dictionary } from '../dicom/dictionary';
import { SEQUENCE_DELIMITATION, UNDEFINED_LENGTH } from '../dicom/element-cursor';
import { readItem } from '../dicom/objects/encapsulated-stream';
import { printableRuns } from '../dicom/printable-runs';
import { PIXEL_DATA } from '../dicom/summary-fields';
import { tagAndPath } from '../dicom/tag';
import { findTopElement, isPixels, type DataSetStart, type ValueRange } from '../dicom/top-element';
import { wholeHead } from '../dicom/whole-head';
import { ENCAPSULATED_DOCUMENT } from '../review/held/held-reading';
import type { HeldScan } from '../review/held/held-scan';
import { readDocumentContent } from './document-content';
import type { DicomToLookInto } from './open-to-look-into';

/** What stands behind the pixels is read as far as this, and what belongs to no data set. */
const MAX_BEHIND_BYTES = 8 << 20;
const MAX_TRAILING_BYTES = 64 << 10;
/** The segments of a compressed frame that are no picture stand before its picture. */
const STREAM_START_BYTES = 64 << 10;
const ITEM_HEADER_BYTES = 8;

export interface DicomLook {
  readonly file: DicomToLookInto;
  readonly entry: ArchiveEntry;
  readonly dictionary: Dictionary;
  readonly inflater: Inflater;
  readonly signal: AbortSignal;
}

/** Adds what the scan left out of a DICOM file, and ends its row. An error says what could not be read of it. */
export async function lookIntoDicom(
  scan: HeldScan,
  { file, entry, dictionary, inflater, signal }: DicomLook,
): Promise<Result<null>> {
  const { bytes, layout, inflated, content } = file;
  const dataSet = inflated ?? bytes;
  const from: DataSetStart = { start: inflated === null ? layout.dataSetStart : 0, encoding: layout };
  const document = documentIn(dataSet, from);
  const read =
    document && (await readDocumentContent({ bytes: document, where: entry.path, inflater, signal }));
  if (read?.ok === true) {
    scan.addDocument(read.value.text);
    for (const field of read.value.fields) scan.addDocument(formatField(field));
  }
  const pixels = findTopElement(wholeHead(dataSet), from, isPixels);
  if (pixels !== null && pixels !== 'need-more') {
    const looked = await lookBehind(scan, pixels, { content, from, dictionary, where: entry.path });
    scan.addFile(entry.index, file, 'long');
    return read?.ok === false ? read : looked;
  }
  const end = findDataSetEnd(dataSet, { ...from, dictionary });
  addTrailing(scan, dataSet, end);
  const upToEnd =
    inflated === null ? { bytes: bytes.subarray(0, end) } : { inflated: inflated.subarray(0, end) };
  scan.addFile(entry.index, { ...file, ...upToEnd }, 'long');
  return read?.ok === false ? read : ok(null);
}

function documentIn(dataSet: Uint8Array, from: DataSetStart): Uint8Array<ArrayBuffer> | null {
  const found = findTopElement(wholeHead(dataSet), from, (tag) => tag === ENCAPSULATED_DOCUMENT);
  if (found === null || found === 'need-more') return null;
  return dataSet.slice(found.position, found.position + found.length);
}

interface PlaceOfPixels {
  readonly content: ByteRanges;
  readonly from: DataSetStart;
  readonly dictionary: Dictionary;
  /** The path of the entry, for problems. */
  readonly where: string;
}

/** Adds what the streams of compressed frames say of themselves, then what follows the pixels. */
async function lookBehind(
  scan: HeldScan,
  pixels: ValueRange,
  { content, from: { encoding }, dictionary, where }: PlaceOfPixels,
): Promise<Result<null>> {
  const end =
    pixels.length === UNDEFINED_LENGTH
      ? await lookIntoFragments(scan, content, pixels.position, where)
      : ok(pixels.position + pixels.length);
  if (!end.ok) return end;
  const behind = await readAvailable(content, end.value, end.value + MAX_BEHIND_BYTES);
  if (!behind.ok) return behind;
  const dataSetEnd = findDataSetEnd(behind.value, { start: 0, encoding, dictionary });
  scan.addBehindPixels(behind.value, { start: 0, end: dataSetEnd, encoding });
  addTrailing(scan, behind.value, dataSetEnd);
  return ok(null);
}

function addTrailing(scan: HeldScan, bytes: Uint8Array, dataSetEnd: number): void {
  scan.addText('trailing', printableRuns(bytes.subarray(dataSetEnd, dataSetEnd + MAX_TRAILING_BYTES)));
}

/** Goes from fragment to fragment behind the Basic Offset Table (PS3.5 A.4), and gives where the last one ends. */
async function lookIntoFragments(
  scan: HeldScan,
  content: ByteRanges,
  position: number,
  where: string,
): Promise<Result<number>> {
  const said = new Set<string>();
  let at = position;
  for (let item = 0; ; item++) {
    const range = await readItem(content, at);
    if (!range.ok) return range;
    if (range.value === null) break;
    const { start, end } = range.value;
    at = end;
    if (item === 0) continue;
    const stream = await content.read(start, Math.min(end, start + STREAM_START_BYTES));
    if (!stream.ok) return stream;
    for (const field of readJpegFields(stream.value)) said.add(formatField(field));
  }
  for (const text of said) scan.addText('jpeg', text);
  return behindDelimiter(content, at, where);
}

/** The delimiter has to be there, whatever stands before it: a fragment that is cut off goes up to the end. */
async function behindDelimiter(content: ByteRanges, at: number, where: string): Promise<Result<number>> {
  const header = await readAvailable(content, at, at + ITEM_HEADER_BYTES);
  if (!header.ok) return header;
  if (header.value.length < ITEM_HEADER_BYTES) return err(cutInPixels(where, at));
  const [a = 0, b = 0, c = 0, d = 0] = header.value;
  const tag = ((b << 8) | a) * 0x10000 + ((d << 8) | c);
  return ok(tag === SEQUENCE_DELIMITATION ? at + ITEM_HEADER_BYTES : at);
}

function cutInPixels(where: string, offset: number): Problem {
  return problem('dicom-truncated', where, { offset, ...tagAndPath(PIXEL_DATA) });
}

import type { ArchiveAccess } from '../archive/archive-access';
import { openEntrySource } from '../archive/entry-source';
import { compressionOf } from '../archive/entry-support';
import type { ArchiveEntry } from '../archive/entry-table';
import { inflateRaw } from '../archive/inflate-raw';
import { readEntry, readEntryPrefix, type EntryContent } from '../archive/read-entry';
import { type ByteRanges, inWindows, joinBytes, rangesOf } from '../base/byte-ranges';
import { fileKindOf, KIND_BYTES, type OtherFileKind } from '../base/file-kind';
import { problem, type Problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import { findLayout, type Part10Layout } from '../dicom/part10-layout';
import { findTopElement, isPixels } from '../dicom/top-element';
import { transferSyntax } from '../dicom/uids';
import { startOfHead, wholeHead } from '../dicom/whole-head';
import type { FileInMemory } from '../review/held/held-scan';
import { isLargeInstance, MAX_WHOLE_BYTES } from './instance-size';

/** A DICOM file, in memory up to its pixels at least. */
export interface DicomToLookInto extends FileInMemory {
  /** What the data set is in: the file, or what a deflated one inflates to. */
  readonly content: ByteRanges;
}

export type FileToLookInto = {
  /** Of the file in its archive: damage, a wrong checksum. */
  readonly problems: readonly Problem[];
} & (
  | { readonly dicom: DicomToLookInto }
  /** `bytes`: all of them, or as many as are looked at. */
  | { readonly dicom: null; readonly bytes: Uint8Array<ArrayBuffer> }
);

/** Shorter entries are read as a whole, whatever they are. */
const SMALL_BYTES = 1 << 20;
/** What tells the others, and is enough of those that are not known. */
const START_BYTES = 64 << 10;
const MAX_TEXT_BYTES = 1 << 20;
const WINDOW_BYTES = 256 << 10;
/** No more of a large file is read before its pixels. */
const MAX_HEAD_BYTES = 32 << 20;

/** Kinds that are looked into as a whole, and those of which the first megabyte is. */
const WHOLE_KINDS: ReadonlySet<OtherFileKind> = new Set([
  'pdf',
  'office',
  'jpeg',
  'png',
  'tiff',
  'webp',
  'heic',
]);
const TEXT_KINDS: ReadonlySet<OtherFileKind> = new Set(['text', 'json', 'xml', 'html', 'svg', 'rtf']);

/**
 * Reads as much of an entry as is looked into. What is longer than 64 MB is not held: of a DICOM file the part before
 * the pixels is, and its content is read by ranges, without its checksum; as one is whose pixels lie in the archive as
 * they are. `entry-too-large` of any other that would have to be held; and the errors of `readEntry`.
 */
export async function openToLookInto(
  access: ArchiveAccess,
  entry: ArchiveEntry,
  signal: AbortSignal,
): Promise<Result<FileToLookInto>> {
  if (entry.bytes <= SMALL_BYTES) return openWhole(access, entry, signal);
  const start = await readEntryPrefix(access, entry, START_BYTES, signal);
  if (!start.ok) return start;
  const { bytes } = start.value;
  const found = findLayout(startOfHead(bytes, entry.bytes), entry.path);
  if (found.outcome === 'found') {
    const { layout } = found;
    if (!layout.isDeflated && (isLargeInstance(entry) || hasPixelsAsTheyAre(entry, layout))) {
      return openByRanges(access, entry, layout);
    }
    return openWhole(access, entry, signal);
  }
  const kind = fileKindOf(bytes.subarray(0, KIND_BYTES), entry.path);
  if (WHOLE_KINDS.has(kind)) return openWhole(access, entry, signal);
  const content = TEXT_KINDS.has(kind) ? await readEntryPrefix(access, entry, MAX_TEXT_BYTES, signal) : start;
  return content.ok ? ok({ dicom: null, ...content.value }) : content;
}

async function openWhole(
  access: ArchiveAccess,
  entry: ArchiveEntry,
  signal: AbortSignal,
): Promise<Result<FileToLookInto>> {
  if (entry.bytes > MAX_WHOLE_BYTES) {
    return err(problem('entry-too-large', entry.path, { bytes: entry.bytes, limitBytes: MAX_WHOLE_BYTES }));
  }
  const content = await readEntry(access, entry, signal);
  return content.ok ? ok(fileOf(entry, content.value, access)) : content;
}

function fileOf(
  { path }: ArchiveEntry,
  { bytes, problems }: EntryContent,
  { inflater }: ArchiveAccess,
): FileToLookInto {
  const found = findLayout(wholeHead(bytes), path);
  if (found.outcome !== 'found') return { dicom: null, bytes, problems };
  const { layout } = found;
  const result = layout.isDeflated ? inflateRaw(bytes.subarray(layout.dataSetStart), inflater) : null;
  const inflated = result?.ok === true ? result.value : null;
  return { dicom: { bytes, layout, inflated, content: rangesOf(inflated ?? bytes) }, problems };
}

/** In the archive as in the file, and not in fragments: there is nothing to look at between its ends. */
function hasPixelsAsTheyAre(entry: ArchiveEntry, { transferSyntaxUid }: Part10Layout): boolean {
  const isStored = compressionOf(entry) === null && entry.encryption.kind === 'none';
  return isStored && transferSyntax(transferSyntaxUid)?.isEncapsulated === false;
}

async function openByRanges(
  access: ArchiveAccess,
  entry: ArchiveEntry,
  layout: Part10Layout,
): Promise<Result<FileToLookInto>> {
  const source = await openEntrySource(access, entry);
  if (!source.ok) return source;
  const content = inWindows(source.value, WINDOW_BYTES);
  const bytes = await readUpToPixels(content, layout);
  if (!bytes.ok) return bytes;
  return ok({ dicom: { bytes: bytes.value, layout, inflated: null, content }, problems: [] });
}

async function readUpToPixels(content: ByteRanges, layout: Part10Layout): Promise<Result<Uint8Array>> {
  const limitBytes = Math.min(content.bytes, MAX_HEAD_BYTES);
  let bytes: Uint8Array = new Uint8Array();
  while (bytes.length < limitBytes) {
    const wanted = Math.min(Math.max(SMALL_BYTES, 2 * bytes.length), limitBytes);
    const more = await content.read(bytes.length, wanted);
    if (!more.ok) return more;
    bytes = joinBytes(bytes, more.value);
    const range = { start: layout.dataSetStart, encoding: layout };
    if (findTopElement(startOfHead(bytes, content.bytes), range, isPixels) !== 'need-more') break;
  }
  return ok(bytes);
}

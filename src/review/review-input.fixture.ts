import { crc32 } from '../archive/crc32';
import { fileKindOf, KIND_BYTES } from '../base/file-kind';
import { toArchiveId } from '../base/ids';
import type { ScanRow } from '../catalog/file-columns';
import { SummaryBatchEncoder } from '../catalog/summary-batch';
import { loadDictionary } from '../dicom/dictionary';
import { findLayout } from '../dicom/part10-layout';
import { readSummary } from '../dicom/summary-reader';
import { wholeHead } from '../dicom/whole-head';
import { type DataSetDescription, type Part10Options, writePart10 } from '../fixtures/dicom-writer';
import { inflateRaw } from '../fixtures/inflate-raw';
import { HeldScan } from './held/held-scan';
import { ReviewIndex, type ReviewListing } from './review-index';
import type { ReviewInput } from './review-input';
import { DEFAULT_OPTIONS, type ReviewOptions } from './review-options';
import type { PlaceKind } from './held/value-place';

/** A file of an archive that is reviewed in a test: a data set, or bytes of any kind. */
export interface FileToReview {
  readonly path: string;
  readonly content: DataSetDescription | Uint8Array<ArrayBuffer>;
  /** How a data set is written. */
  readonly part10?: Part10Options;
  /** What is found in it after the scan. */
  readonly inside?: readonly { readonly kind: PlaceKind; readonly text: string }[];
}

export interface ReviewOfFiles {
  readonly options?: Partial<ReviewOptions>;
  readonly isComplete?: boolean;
  readonly archiveName?: string;
  readonly comment?: string;
  /** Whether the archive's directory tells checksums; default true. */
  readonly hasChecksums?: boolean;
}

const ARCHIVE = toArchiveId(0);
const SHARE = 0;

/** What the checks get of an archive with these files, read as the scan reads them. */
export async function reviewOf(
  files: readonly FileToReview[],
  {
    options,
    isComplete = true,
    archiveName = 'test.zip',
    comment = '',
    hasChecksums = true,
  }: ReviewOfFiles = {},
): Promise<ReviewInput> {
  const index = new ReviewIndex();
  const listing = listingOf(files, hasChecksums);
  index.addArchive({ archive: ARCHIVE, name: archiveName, comment, entryComments: new Map(), listing });
  const summaries = new SummaryBatchEncoder();
  const held = new HeldScan(await loadDictionary());
  files.forEach((file, entryIndex) => {
    const bytes = bytesOf(file);
    const row = scanFile(file.path, bytes, entryIndex);
    if (row.summary !== null) holdFile(held, entryIndex, bytes);
    for (const { kind, text } of file.inside ?? []) held.addText(kind, text);
    if (file.inside !== undefined) held.endRow(entryIndex);
    summaries.add({ ...row, compressedBytes: bytes.length, inflatedBytes: bytes.length });
  });
  index.add({
    archive: ARCHIVE,
    share: SHARE,
    summaries: summaries.flush().columns,
    held: held.flush(),
  });
  index.endScan(ARCHIVE);
  return index.input({ ...DEFAULT_OPTIONS, ...options }, isComplete);
}

function bytesOf({ content, part10 }: FileToReview): Uint8Array<ArrayBuffer> {
  return content instanceof Uint8Array ? content : writePart10(content, part10);
}

function scanFile(path: string, bytes: Uint8Array, entryIndex: number): ScanRow {
  const found = readSummary(wholeHead(bytes), path, inflateRaw);
  if (found.outcome === 'dicom' || found.outcome === 'dicomdir') {
    const state = found.summary.hasPixelData === 1 ? 'shown' : 'headerOnly';
    return { entryIndex, kind: found.outcome, state, summary: found.summary, problems: found.problems };
  }
  if (found.outcome === 'unreadable') {
    return { entryIndex, kind: 'dicom', state: 'unreadable', summary: null, problems: [found.problem] };
  }
  const kind = fileKindOf(bytes.subarray(0, KIND_BYTES), path);
  return { entryIndex, kind, state: 'notDicom', summary: null, problems: [] };
}

function holdFile(held: HeldScan, entryIndex: number, bytes: Uint8Array): void {
  const found = findLayout(wholeHead(bytes), '');
  if (found.outcome !== 'found') return;
  const { layout } = found;
  const inflated = layout.isDeflated ? inflateRaw(bytes.subarray(layout.dataSetStart)) : null;
  held.addFile(
    entryIndex,
    { bytes, layout, inflated: inflated?.ok === true ? inflated.value : null },
    'short',
  );
}

function listingOf(files: readonly FileToReview[], hasChecksums: boolean): ReviewListing {
  const names = files.map(({ path }) => new TextEncoder().encode(path));
  const nameStarts = new Uint32Array(files.length + 1);
  names.forEach(({ length }, index) => {
    nameStarts[index + 1] = (nameStarts[index] ?? 0) + length;
  });
  const bytes = new Uint8Array(nameStarts.at(-1) ?? 0);
  names.forEach((name, index) => {
    bytes.set(name, nameStarts[index]);
  });
  return {
    count: files.length,
    names: bytes,
    nameStarts,
    bytes: Float64Array.from(files, (file) => bytesOf(file).length),
    crc32: Uint32Array.from(files, (file) => crc32(bytesOf(file))),
    hasCrc32: new Uint8Array(files.length).fill(hasChecksums ? 1 : 0),
    isDirectory: new Uint8Array(files.length),
  };
}

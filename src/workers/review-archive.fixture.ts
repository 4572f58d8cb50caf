import type { ArchiveAccess } from '../archive/archive-access';
import { createTestInflater } from '../archive/access.fixture';
import { entryAt, pathOf } from '../archive/entry-table';
import { type Container, openContainer } from '../archive/open-container';
import { entriesInFileOrder, shareEntries } from '../archive/share-entries';
import { openArchive, type ArchiveSpec } from '../archive/source-spec';
import { assert } from '../base/assert';
import { entryOfFile, toArchiveId, toFileId } from '../base/ids';
import { loadDictionary } from '../dicom/dictionary';
import { NO_MASK } from '../export/mask';
import { fileNames } from '../export/report-file-names';
import { findingsJson } from '../export/report-findings';
import { NO_DECISIONS } from '../review/decisions';
import type { Finding } from '../review/finding';
import { findingRows, type PlaceOfFinding, placesOfFinding } from '../review/finding-rows';
import type { ReviewInput } from '../review/review-input';
import { ReviewIndex } from '../review/review-index';
import { DEFAULT_OPTIONS, type ReviewOptions } from '../review/review-options';
import { runChecks } from '../review/run-checks';
import { lookInside } from './look-inside';
import type { ReportedFinding } from './planted-identifiers.fixture';
import { scanArchive } from './scan-archive';

/** An archive that was reviewed as the page does it, without a page. */
export interface ReviewedBlob {
  /** Of the archive. */
  readonly name: string;
  readonly input: ReviewInput;
  readonly findings: readonly Finding[];
  /** In milliseconds. */
  readonly times: { readonly scan: number; readonly inside: number; readonly checks: number };
  /** Of an entry. */
  readonly pathOf: (entryIndex: number) => string;
}

const ARCHIVE = toArchiveId(0);
/** The scan has one share, the first. */
const INSIDE_SHARE = 1;

/** Scans an archive, looks into its files, and runs the checks. */
export async function reviewBlob(
  blob: Blob,
  name: string,
  options: Partial<ReviewOptions> = {},
): Promise<ReviewedBlob> {
  const inflater = await createTestInflater();
  const spec: ArchiveSpec = { source: { kind: 'blobs', name, blobs: [blob], start: 0 }, passwords: [] };
  const container = await openContainer(spec, inflater);
  assert(container.ok, 'the archive can be listed');
  const access = await openArchive({ ...spec, source: container.value.source }, inflater);
  assert(access.ok, 'the archive can be read');
  return reviewContainer(access.value, container.value, options);
}

/** As `reviewBlob`, of an archive that is open. */
export async function reviewContainer(
  access: ArchiveAccess,
  { table, comments }: Container,
  options: Partial<ReviewOptions> = {},
): Promise<ReviewedBlob> {
  const { name } = access.source;
  const index = new ReviewIndex();
  const { archive: comment, entries: entryComments } = comments;
  index.addArchive({ archive: ARCHIVE, name, comment, entryComments, listing: table });
  const startedAt = performance.now();
  await scanInto(index, access, table);
  const scannedAt = performance.now();
  await lookInto(index, access, table);
  const lookedAt = performance.now();
  const input = index.input({ ...DEFAULT_OPTIONS, ...options }, true);
  const findings = runChecks(input);
  return {
    name,
    input,
    findings,
    times: {
      scan: scannedAt - startedAt,
      inside: lookedAt - scannedAt,
      checks: performance.now() - lookedAt,
    },
    pathOf: (entryIndex) => pathOf(table, entryIndex),
  };
}

async function scanInto(
  index: ReviewIndex,
  access: ArchiveAccess,
  table: Parameters<typeof scanArchive>[0]['table'],
): Promise<void> {
  const dictionary = await loadDictionary();
  const { signal } = new AbortController();
  for (const [share, entries] of shareEntries(table, 1).entries()) {
    await scanArchive({
      access,
      table,
      share: entries,
      signal,
      dictionary,
      onBatch: ({ columns }, held) => {
        index.add({ archive: ARCHIVE, share, summaries: columns, held });
      },
    });
  }
  index.endScan(ARCHIVE);
}

async function lookInto(
  index: ReviewIndex,
  access: ArchiveAccess,
  table: Parameters<typeof scanArchive>[0]['table'],
): Promise<void> {
  await lookInside(access, {
    entries: Array.from(entriesInFileOrder(table), (entry) => entryAt(table, entry)),
    dictionary: await loadDictionary(),
    signal: new AbortController().signal,
    onLooked: ({ held, problems }) => {
      index.add({ archive: ARCHIVE, share: INSIDE_SHARE, summaries: null, held });
      for (const [entry, found] of problems) index.addProblems(toFileId(ARCHIVE, entry), [found]);
    },
  });
}

/** The findings as a report has them, written and read back. */
export async function reportedFindings({
  name,
  findings,
  input,
  pathOf: nameOf,
}: ReviewedBlob): Promise<readonly ReportedFinding[]> {
  const pieces: string[] = [];
  const json = findingsJson({
    rows: findingRows(findings, input),
    listPlaces: (rows) => Promise.resolve(new Map(rows.map(({ number }) => [number, placesOf(number)]))),
    names: fileNames({
      archives: [{ id: ARCHIVE, name, parent: null }],
      pathOf: (file) => nameOf(entryOfFile(file)),
      isMasked: false,
    }),
    decisions: NO_DECISIONS,
    mask: NO_MASK,
  });
  for await (const piece of json) pieces.push(piece);
  return JSON.parse(`[${pieces.join('')}]`) as readonly ReportedFinding[];

  function placesOf(number: number): readonly PlaceOfFinding[] {
    const finding = findings[number];
    assert(finding !== undefined, 'a row has the number of its finding');
    return placesOfFinding(finding, input);
  }
}

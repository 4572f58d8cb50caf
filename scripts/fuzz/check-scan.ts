import assert from 'node:assert/strict';
import type { ArchiveAccess } from '../../src/archive/archive-access';
import type { EntryTable } from '../../src/archive/entry-table';
import type { Container } from '../../src/archive/open-container';
import type { ScanTotals } from '../../src/archive/scan';
import type { WindowLimits } from '../../src/archive/scan-windows';
import { entriesInFileOrder, shareEntries } from '../../src/archive/share-entries';
import type { Source } from '../../src/archive/source';
import { toArchiveId, toFileId } from '../../src/base/ids';
import { problem } from '../../src/base/problem';
import { err, type Result } from '../../src/base/result';
import { CatalogBuilder } from '../../src/catalog/catalog-builder';
import { FILE_STATES, type ScanRow } from '../../src/catalog/file-columns';
import { SummaryBatchDecoder } from '../../src/catalog/summary-batch';
import { loadDictionary } from '../../src/dicom/dictionary';
import { drawBelow } from '../../src/fixtures/mutations';
import type { Random } from '../../src/fixtures/random';
import { scanArchive, type ArchiveScan } from '../../src/workers/scan-archive';

export const ARCHIVE = toArchiveId(0);

/** So small that windows end inside of entries, and heads have to be read again. */
const SMALL_WINDOWS: WindowLimits = { firstBytes: 100, maxBytes: 500, headBytes: 50 };
const MAX_READS = 8;

/**
 * Scans an archive: every entry but directories ends in one row, and the ledger is that of its directory. So it is
 * with small windows, with a file that cannot be read any more, and where the scan is cancelled. Gives the catalog.
 */
export async function checkScan(
  access: ArchiveAccess,
  container: Container,
  random: Random,
): Promise<CatalogBuilder> {
  const { table, flags } = container;
  const rows = await scanAll({ access, table }, random);
  const catalog = catalogOf(table, rows);
  for (const [index, flag] of flags) catalog.addProblems(toFileId(ARCHIVE, index), [flag]);
  checkLedger(catalog, table);
  assert.equal(catalog.ledger().byState.skipped.entries, 0, 'no entry is skipped');
  catalog.snapshot();

  // What an archive is packed in may be damaged: that takes what is in the same window with it.
  if (container.source.kind === 'blobs' && random() < 0.4) {
    const again = await scanAll({ access, table, limits: SMALL_WINDOWS }, random);
    assert.equal(again.length, rows.length);
    for (const [place, row] of rows.entries()) {
      const other = again[place];
      if (seesDamage(row) || seesDamage(other)) assert.equal(other?.entryIndex, row.entryIndex);
      else assert.deepEqual(other, row, 'the same by small windows');
    }
  }
  if (random() < 0.2) {
    const source = breaksAfter(drawBelow(MAX_READS, random), access.source);
    await scanAll({ access: { ...access, source }, table, limits: SMALL_WINDOWS }, random);
  }
  if (random() < 0.1) await checkCancelled(access, table, random);
  return catalog;
}

type Scan = Pick<ArchiveScan, 'access' | 'table' | 'limits'>;

/** One row for each entry, in the order of the directory. */
async function scanAll(scan: Scan, random: Random): Promise<readonly ScanRow[]> {
  const rows: ScanRow[] = [];
  for (const share of shareEntries(scan.table, 1 + drawBelow(3, random))) {
    const scanned = await scanShare(scan, share, rows, new AbortController().signal);
    assert(scanned.ok, 'the scan goes through to the end');
  }
  rows.sort((a, b) => a.entryIndex - b.entryIndex);
  const entries = entriesInFileOrder(scan.table).sort();
  assert.deepEqual(
    Uint32Array.from(rows, ({ entryIndex }) => entryIndex),
    entries,
    'one row for each entry',
  );
  return rows;
}

/**
 * More of an entry is inflated than was asked for where more of it is loaded: so damage beyond that may be seen in one
 * window and not in another.
 */
function seesDamage(row: ScanRow | undefined): boolean {
  return (
    row?.problems.some(({ code }) => code === 'entry-size-mismatch' || code === 'entry-data-damaged') ?? false
  );
}

async function scanShare(
  scan: Scan,
  share: Uint32Array<ArrayBuffer>,
  rows: ScanRow[],
  signal: AbortSignal,
): Promise<Result<ScanTotals>> {
  const decoder = new SummaryBatchDecoder();
  return scanArchive({
    ...scan,
    dictionary: await loadDictionary(),
    share,
    signal,
    // As it crosses to the page.
    onBatch: ({ columns }) => rows.push(...decoder.decode(structuredClone(columns))),
  });
}

function catalogOf(table: EntryTable, rows: readonly ScanRow[]): CatalogBuilder {
  const catalog = new CatalogBuilder();
  catalog.addArchive(ARCHIVE, table);
  catalog.add(ARCHIVE, rows);
  catalog.skipPending(ARCHIVE, null);
  return catalog;
}

/** The sums over the states are those of the archive's directory. */
function checkLedger(catalog: CatalogBuilder, table: EntryTable): void {
  const { entries, bytes, byState } = catalog.ledger();
  const states = Object.values(byState);
  const files = [...entriesInFileOrder(table)];
  const listedBytes = sumOf(files.map((index) => table.bytes[index] ?? NaN));
  assert(listedBytes >= 0 && listedBytes < Infinity, 'lengths are numbers');
  assert.equal(entries, files.length, 'as many entries as in the directory');
  assert.equal(sumOf(states.map((state) => state.entries)), files.length, 'every entry is in a state');
  // Lengths that are made up add up to more than numbers hold exactly.
  const tolerance = listedBytes * 1e-12;
  assert(Math.abs(bytes - listedBytes) <= tolerance, 'as many bytes as in the directory');
  assert(
    Math.abs(sumOf(states.map((state) => state.bytes)) - listedBytes) <= tolerance,
    'all bytes in a state',
  );
  const codes = catalog.stateCodesOf(ARCHIVE);
  assert(
    files.every((index) => FILE_STATES[codes[index] ?? 0] !== 'pending'),
    'the file map has a state for each',
  );
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** A file that is deleted, or on a stick that is pulled out. */
function breaksAfter(reads: number, source: Source): Source {
  const broken = err(problem('source-unreadable', source.name, { offset: 0, reason: 'NotFoundError' }));
  let left = reads;
  return {
    ...source,
    read: (start, end) => (left-- > 0 ? source.read(start, end) : Promise.resolve(broken)),
    readScattered: undefined,
  };
}

/** What was found before stays, what was not is skipped. */
async function checkCancelled(access: ArchiveAccess, table: EntryTable, random: Random): Promise<void> {
  const controller = new AbortController();
  let left = drawBelow(MAX_READS, random);
  const source: Source = {
    ...access.source,
    read: (start, end) => {
      if (left-- === 0) controller.abort();
      return access.source.read(start, end);
    },
    readScattered: undefined,
  };
  const scan = { access: { ...access, source }, table, limits: SMALL_WINDOWS };
  const rows: ScanRow[] = [];
  const scanned = await scanShare(scan, entriesInFileOrder(table), rows, controller.signal);
  assert(scanned.ok || scanned.error.code === 'cancelled', 'cancelled, or done before');
  assert.equal(new Set(rows.map(({ entryIndex }) => entryIndex)).size, rows.length, 'no entry twice');
  checkLedger(catalogOf(table, rows), table);
}

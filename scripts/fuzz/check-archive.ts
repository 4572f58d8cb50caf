import assert from 'node:assert/strict';
import type { ArchiveAccess } from '../../src/archive/archive-access';
import { entryAt, type EntryTable } from '../../src/archive/entry-table';
import type { Inflater } from '../../src/archive/inflater';
import { renameLegacy } from '../../src/archive/legacy-names';
import { NAME_ENCODINGS } from '../../src/archive/name-encoding';
import { openContainer, type Container } from '../../src/archive/open-container';
import { entriesInFileOrder, shareEntries } from '../../src/archive/share-entries';
import { openArchive, type ArchiveSpec, type SourceSpec } from '../../src/archive/source-spec';
import { tryPassword } from '../../src/archive/try-password';
import { toArchiveId, toFileId } from '../../src/base/ids';
import { CatalogBuilder } from '../../src/catalog/catalog-builder';
import type { ScanRow } from '../../src/catalog/file-columns';
import { SummaryBatchDecoder } from '../../src/catalog/summary-batch';
import { drawBelow, drawFrom } from '../../src/fixtures/mutations';
import type { Random } from '../../src/fixtures/random';
import { checkDicomdirs } from '../../src/workers/check-dicomdirs';
import { openInstance } from '../../src/workers/open-instance';
import { scanArchive } from '../../src/workers/scan-archive';
import { PASSWORD } from './archive-seeds';
import { checkPixels } from './check-dicom-file';
import { checkEntry } from './check-entry';

export interface ArchiveCheck {
  readonly inflater: Inflater;
  readonly random: Random;
}

const ARCHIVE = toArchiveId(0);
const PASSWORDS = ['wrong', PASSWORD];
const MAX_DEPTH = 3;
/** Of an archive, in full: they are many where one record was repeated. */
const MAX_ENTRIES_READ = 8;
const MAX_NESTED = 3;

/**
 * Does with an archive what the page does: lists, scans and reads it, and the archives in it. Throws an
 * `AssertionError` where an entry is missing from the ledger or two ways of reading it disagree.
 */
export async function checkArchive(bytes: Uint8Array<ArrayBuffer>, check: ArchiveCheck): Promise<void> {
  const blobs = cutInParts(bytes, check.random).map((part) => new Blob([part]));
  await checkContainer({ kind: 'blobs', name: 'fuzz.zip', blobs, start: 0 }, check, 1);
}

/** A split archive, now and then. */
function cutInParts(bytes: Uint8Array<ArrayBuffer>, random: Random): readonly Uint8Array<ArrayBuffer>[] {
  if (random() < 0.8) return [bytes];
  const at = drawBelow(bytes.length + 1, random);
  return [bytes.subarray(0, at), bytes.subarray(at)];
}

async function checkContainer(source: SourceSpec, check: ArchiveCheck, depth: number): Promise<void> {
  const { inflater, random } = check;
  const opened = await openContainer({ source, passwords: PASSWORDS }, inflater);
  if (!opened.ok) return;
  const container = opened.value;
  const archive: ArchiveSpec = { source: container.source, passwords: PASSWORDS };
  const access = await openArchive(archive, inflater);
  assert(access.ok, 'what was listed opens again');
  const { table } = container;
  const catalog = await scan(access.value, container, random);
  checkLedger(catalog, table);
  await readAgain({ archive, access: access.value, container, catalog }, check);
  if (depth === MAX_DEPTH) return;
  for (const index of drawNested(catalog, table)) {
    const entry = entryAt(table, index);
    await checkContainer({ kind: 'entry', archive, entry, restartPoints: null }, check, depth + 1);
  }
}

/** Every entry but directories ends in one row. */
async function scan(
  access: ArchiveAccess,
  { table, flags }: Container,
  random: Random,
): Promise<CatalogBuilder> {
  const catalog = new CatalogBuilder();
  catalog.addArchive(ARCHIVE, table);
  const found: number[] = [];
  for (const share of shareEntries(table, 1 + drawBelow(3, random))) {
    const decoder = new SummaryBatchDecoder();
    const add = (rows: readonly ScanRow[]) => {
      found.push(...rows.map(({ entryIndex }) => entryIndex));
      catalog.add(ARCHIVE, rows);
    };
    const onBatch = ({ columns }: Parameters<Parameters<typeof scanArchive>[0]['onBatch']>[0]) => {
      add(decoder.decode(structuredClone(columns)));
    };
    const { signal } = new AbortController();
    const scanned = await scanArchive({ access, table, share, signal, onBatch });
    assert(scanned.ok, 'the scan goes through to the end');
  }
  assert.deepEqual(
    found.sort(byNumber),
    [...entriesInFileOrder(table)].sort(byNumber),
    'one row for each entry',
  );
  catalog.skipPending(ARCHIVE, null);
  for (const [index, flag] of flags) catalog.addProblems(toFileId(ARCHIVE, index), [flag]);
  catalog.snapshot();
  return catalog;
}

const byNumber = (a: number, b: number) => a - b;

/** The sums over the states are those of the archive's directory. */
function checkLedger(catalog: CatalogBuilder, table: EntryTable): void {
  const { entries, bytes, byState } = catalog.ledger();
  const states = Object.values(byState);
  const files = [...table.isDirectory].filter((isDirectory) => isDirectory === 0).length;
  const listedBytes = [...table.bytes].reduce(
    (sum, each, index) => (table.isDirectory[index] === 1 ? sum : sum + each),
    0,
  );
  assert.equal(entries, files, 'as many entries as in the directory');
  assert.equal(sumOf(states.map((state) => state.entries)), files, 'every entry is in a state');
  assert.equal(byState.skipped.entries, 0, 'no entry is skipped');
  assert(Number.isFinite(listedBytes) && listedBytes >= 0, 'lengths are numbers');
  // Lengths that are made up add up to more than numbers hold exactly.
  const tolerance = listedBytes * 1e-12;
  assert(Math.abs(bytes - listedBytes) <= tolerance, 'as many bytes as in the directory');
  assert(
    Math.abs(sumOf(states.map((state) => state.bytes)) - listedBytes) <= tolerance,
    'all bytes in a state',
  );
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

interface Scanned {
  readonly archive: ArchiveSpec;
  readonly access: ArchiveAccess;
  readonly container: Container;
  readonly catalog: CatalogBuilder;
}

/** What is asked of an archive after its scan. */
async function readAgain(
  { archive, access, container, catalog }: Scanned,
  check: ArchiveCheck,
): Promise<void> {
  const { inflater, random } = check;
  const { table } = container;
  const { signal } = new AbortController();
  const entries = entriesInFileOrder(table);
  const encrypted = entries.filter((index) => table.encryption[index] !== 0);
  await tryPassword(access, { table, share: encrypted, signal });
  renameLegacy(container, drawFrom(NAME_ENCODINGS, random));
  const kinds = Array.from({ length: table.count }, (_, index) => catalog.kindOf(toFileId(ARCHIVE, index)));
  const dicomdirs = [...entries].filter((index) => kinds[index] === 'dicomdir').slice(0, MAX_ENTRIES_READ);
  const checked = await checkDicomdirs(
    {
      archive: ARCHIVE,
      dicomdirs: dicomdirs.map((index) => ({
        file: toFileId(ARCHIVE, index),
        archive,
        entry: entryAt(table, index),
      })),
      table,
      isDicom: Uint8Array.from(kinds, (kind) => (kind === 'dicom' ? 1 : 0)),
      sopInstanceUids: catalog.sopInstanceUids(ARCHIVE),
    },
    inflater,
    signal,
  );
  assert(checked.ok && checked.value.length === dicomdirs.length, 'every DICOMDIR is checked');
  for (const index of entries.slice(0, MAX_ENTRIES_READ))
    await checkEntry(access, entryAt(table, index), random);
}

function drawNested(catalog: CatalogBuilder, table: EntryTable): readonly number[] {
  const isArchive = (index: number) =>
    ['zip', 'tar', 'gzip'].includes(catalog.kindOf(toFileId(ARCHIVE, index)) ?? '');
  return [...entriesInFileOrder(table)].filter(isArchive).slice(0, MAX_NESTED);
}

import assert from 'node:assert/strict';
import type { ArchiveAccess } from '../../src/archive/archive-access';
import { entryAt, type EntryTable } from '../../src/archive/entry-table';
import type { Inflater } from '../../src/archive/inflater';
import { renameLegacy } from '../../src/archive/legacy-names';
import { NAME_ENCODINGS } from '../../src/archive/name-encoding';
import { openContainer, type Container } from '../../src/archive/open-container';
import { entriesInFileOrder } from '../../src/archive/share-entries';
import { openArchive, type ArchiveSpec, type SourceSpec } from '../../src/archive/source-spec';
import { tryPassword } from '../../src/archive/try-password';
import { toFileId } from '../../src/base/ids';
import type { CatalogBuilder } from '../../src/catalog/catalog-builder';
import { drawBelow, drawFrom } from '../../src/fixtures/mutations';
import type { Random } from '../../src/fixtures/random';
import { checkDicomdirs } from '../../src/workers/check-dicomdirs';
import { openInstance } from '../../src/workers/open-instance';
import { PASSWORD } from './archive-seeds';
import { checkPixels } from './check-dicom-file';
import { checkEntry } from './check-entry';
import { reviewContainer } from '../../src/workers/review-archive.fixture';
import { ARCHIVE, checkScan } from './check-scan';

export interface ArchiveCheck {
  readonly inflater: Inflater;
  readonly random: Random;
}

const PASSWORDS = ['wrong', PASSWORD];
const MAX_DEPTH = 3;
/** Of an archive, in full: they are many where one record was repeated. */
const MAX_ENTRIES_READ = 4;
const MAX_NESTED = 3;

/**
 * Does with an archive what the page does: lists, scans and reads it, and the archives in it. Throws an
 * `AssertionError` where an entry is missing from the ledger or two ways of reading it disagree.
 */
export async function checkArchive(bytes: Uint8Array<ArrayBuffer>, check: ArchiveCheck): Promise<void> {
  const blobs = cutInParts(bytes, check.random).map((part) => new Blob([part]));
  await checkContainer({ kind: 'blobs', name: 'fuzz.zip', blobs, start: 0 }, check, 1);
}

/** So many of the archives are reviewed too, which takes longer than all the rest. */
const REVIEWED = 0.2;

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
  const catalog = await checkScan(access.value, container, random);
  await readAgain({ archive, access: access.value, container, catalog }, check);
  if (random() < REVIEWED) await reviewContainer(access.value, container);
  for (const index of depth < MAX_DEPTH ? nestedIn(catalog, table) : []) {
    const entry = entryAt(table, index);
    await checkContainer({ kind: 'entry', archive, entry, restartPoints: null }, check, depth + 1);
  }
  catalog.removeArchive(ARCHIVE);
  assert.deepEqual([catalog.snapshot().patients, catalog.ledger().entries], [[], 0], 'nothing of it is left');
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
  for (const index of entries.slice(0, MAX_ENTRIES_READ)) {
    const entry = entryAt(table, index);
    await checkEntry(access, entry, random);
    if (kinds[index] !== 'dicom') continue;
    // As one that is held, or as one that is too large for that.
    const maxWholeBytes = drawFrom([0, Infinity], random);
    const address = { file: toFileId(ARCHIVE, index), archive, entry };
    const instance = await openInstance(address, inflater, { signal, maxWholeBytes });
    if (instance.ok) await checkPixels(instance.value.dicom, instance.value.content);
  }
}

function nestedIn(catalog: CatalogBuilder, table: EntryTable): readonly number[] {
  const isArchive = (index: number) =>
    ['zip', 'tar', 'gzip'].includes(catalog.kindOf(toFileId(ARCHIVE, index)) ?? '');
  return [...entriesInFileOrder(table)].filter(isArchive).slice(0, MAX_NESTED);
}

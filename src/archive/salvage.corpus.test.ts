import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { corpusDir } from '../fixtures/corpus';
import { accessTo, createTestInflater, sourceOf } from './access.fixture';
import { readDirectory } from './directory';
import { entryAt, type ArchiveEntry, type EntryTable } from './entry-table';
import { readEntry } from './read-entry';
import { salvageDirectory } from './salvage';

interface CorpusArchive {
  readonly file: string;
  readonly completeLocalEntries?: number;
  readonly contents?: readonly { readonly name: string; readonly bytes: number }[];
}

const dir = corpusDir();
const inflater = await createTestInflater();
const archives = dir ? readArchives(join(dir, 'zips')) : [];

function readArchives(zips: string): readonly CorpusArchive[] {
  const path = join(zips, 'manifest.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as readonly CorpusArchive[]) : [];
}

function bytesOf({ file }: CorpusArchive): Buffer<ArrayBuffer> {
  return Buffer.from(new Uint8Array(readFileSync(join(dir ?? '', 'zips', file))).buffer);
}

function entriesOf(table: EntryTable): readonly ArchiveEntry[] {
  return Array.from({ length: table.count }, (_, index) => entryAt(table, index));
}

const cut = archives.filter(({ completeLocalEntries }) => completeLocalEntries !== undefined);
const whole = archives.filter(({ completeLocalEntries }) => completeLocalEntries === undefined);

describe.runIf(cut.length > 0)('the archives of the corpus that are cut', () => {
  it.each(cut.map((archive) => [archive.file, archive] as const))('%s: whole entries', async (_, archive) => {
    const source = sourceOf(new Uint8Array(bytesOf(archive)), archive.file);
    const directory = await salvageDirectory(source, inflater);
    if (!directory.ok || directory.value === null) throw new Error('nothing found');
    expect(directory.value.problems).toMatchObject([{ code: 'archive-salvaged' }]);
    const entries = entriesOf(directory.value.table);
    const complete: { name: string; bytes: number }[] = [];
    for (const entry of entries) {
      const content = await readEntry(accessTo(source, inflater), entry);
      if (content.ok && content.value.problems.length === 0) {
        complete.push({ name: entry.path, bytes: content.value.bytes.length });
      }
    }
    expect(complete).toHaveLength(archive.completeLocalEntries ?? 0);
    // The manifest lists what was in the archive before it was cut.
    const promised = archive.contents?.map(({ name, bytes }) => ({ name, bytes })) ?? complete;
    expect(promised).toEqual(expect.arrayContaining(complete));
  });
});

describe.runIf(whole.length > 0)('the archives of the corpus without their directories', () => {
  it.each(whole.map((archive) => [archive.file, archive] as const))('%s', async (_, archive) => {
    const bytes = bytesOf(archive);
    const directory = await readDirectory(sourceOf(new Uint8Array(bytes)));
    if (!directory.ok || directory.value.table.count === 0) return;
    const listed = entriesOf(directory.value.table);
    const lastHeader = Math.max(...listed.map(({ headerOffset }) => headerOffset));
    const directoryStart = bytes.indexOf('PK\x01\x02', lastHeader, 'latin1');
    const source = sourceOf(new Uint8Array(bytes.subarray(0, directoryStart)));
    const salvaged = await salvageDirectory(source, inflater);
    if (!salvaged.ok || salvaged.value === null) throw new Error('nothing found');
    const facts = ({ headerOffset, compressedBytes, bytes: size, method, encryption }: ArchiveEntry) =>
      JSON.stringify({ headerOffset, compressedBytes, size, method, encryption });
    // Records of the directory may share one local header.
    expect([...new Set(entriesOf(salvaged.value.table).map(facts))]).toEqual([...new Set(listed.map(facts))]);
  });
});

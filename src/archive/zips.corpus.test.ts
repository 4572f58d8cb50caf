import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../base/problem';
import { corpusDir } from '../fixtures/corpus';
import { readDirectory } from './directory';
import { entryAt, type ArchiveEntry, type EntryTable } from './entry-table';
import { createInflater, type Inflater } from './inflater';
import { readEntry } from './read-entry';
import { scanEntries } from './scan';
import { shareEntries } from './share-entries';
import { blobSource, type Source } from './source';

interface CorpusArchive {
  readonly file: string;
  readonly bytes: number;
  readonly entries: number;
  readonly directories: number;
  readonly outcome: string;
  readonly notes: string;
  readonly method?: number;
  readonly completeLocalEntries?: number;
  readonly badEntries?: readonly string[];
  readonly contents?: readonly { readonly name: string; readonly bytes: number }[];
}

const dir = corpusDir();
const archives = dir ? readArchives(dir) : [];

function readArchives(corpus: string): readonly CorpusArchive[] {
  const path = join(corpus, 'zips', 'manifest.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as readonly CorpusArchive[]) : [];
}

function sourceOf({ file }: CorpusArchive): Source {
  return blobSource(new Blob([readFileSync(join(dir ?? '', 'zips', file))]), file);
}

let inflater: Inflater;

beforeAll(async () => {
  const path = createRequire(import.meta.url).resolve('zlib-streams/zlib-streams.wasm');
  inflater = await createInflater(new Uint8Array(readFileSync(path)));
});

async function open(archive: CorpusArchive): Promise<{ source: Source; table: EntryTable }> {
  const source = sourceOf(archive);
  const directory = await readDirectory(source);
  if (!directory.ok) throw new Error(JSON.stringify(directory.error));
  expect(directory.value.problems).toEqual([]);
  return { source, table: directory.value.table };
}

function filesOf(table: EntryTable): readonly ArchiveEntry[] {
  return Array.from({ length: table.count }, (_, i) => entryAt(table, i)).filter(
    (entry) => !entry.isDirectory,
  );
}

/** The manifest says of such names that other characters are acceptable. */
function arePromised({ notes }: CorpusArchive): boolean {
  return !notes.includes('Showing other characters is acceptable');
}

const opened = archives.filter(({ outcome }) => !outcome.startsWith('refused'));
const refused = archives.filter(({ outcome }) => outcome.startsWith('refused'));
const encrypted = opened.filter(({ outcome }) => outcome === 'asks for a password');
const packed = opened.filter(({ method }) => method !== undefined);
const plain = opened.filter(
  ({ outcome, method }) => outcome !== 'asks for a password' && method === undefined,
);

describe.runIf(opened.length > 0)('the archives of the corpus that open', () => {
  it.each(opened.map((archive) => [archive.file, archive] as const))(
    '%s: its entries',
    async (_, archive) => {
      const { table } = await open(archive);
      const files = filesOf(table);
      expect(files).toHaveLength(archive.entries);
      // 7-Zip writes records of folders, which the manifest does not count.
      expect(table.count - files.length).toBeGreaterThanOrEqual(archive.directories);
      if (archive.contents?.length !== archive.entries) return;
      expect(files.map(({ bytes }) => bytes)).toHaveLength(archive.contents.length);
      if (arePromised(archive)) {
        expect(files.map(({ path }) => path)).toEqual(archive.contents.map(({ name }) => name));
      }
    },
  );

  it.each(plain.map((archive) => [archive.file, archive] as const))(
    '%s: its contents',
    async (_, archive) => {
      const { source, table } = await open(archive);
      const bad: string[] = [];
      for (const [i, entry] of filesOf(table).slice(0, 100).entries()) {
        const content = await readEntry(source, entry, inflater);
        if (!content.ok) throw new Error(JSON.stringify(content.error));
        if (content.value.problems.length > 0) bad.push(entry.path);
        else if (archive.contents?.[i]) expect(content.value.bytes).toHaveLength(archive.contents[i].bytes);
      }
      expect(bad).toEqual(archive.badEntries ?? []);
    },
  );
});

describe.runIf(refused.length > 0)('the archives of the corpus that are refused', () => {
  it.each(refused.map((archive) => [archive.file, archive] as const))('%s', async (_, archive) => {
    const directory = await readDirectory(sourceOf(archive));
    expect(directory).toMatchObject({ ok: false, error: { code: refusalCodeOf(archive) } });
  });
});

/** By what the file is: the manifest says only that it is refused. */
function refusalCodeOf({ bytes, completeLocalEntries }: CorpusArchive): Problem['code'] {
  if (bytes === 0) return 'empty-file';
  return completeLocalEntries === undefined ? 'not-a-zip' : 'truncated-archive';
}

/** What a scan for the first 132 bytes says of each entry. */
async function scanned(archive: CorpusArchive): Promise<readonly string[]> {
  const { source, table } = await open(archive);
  const said = new Map<number, string>();
  const say = (entry: ArchiveEntry, what: string) => {
    expect(said.has(entry.index)).toBe(false);
    said.set(entry.index, what);
  };
  const result = await scanEntries({
    source,
    table,
    share: shareEntries(table, 1)[0] ?? new Uint32Array(),
    inflater,
    visit: (entry, head) => {
      if (head.require(132) === 'not-loaded') return 'need-more';
      say(entry, 'visited');
      return 'done';
    },
    fail: (entry, { code }) => {
      say(entry, code);
    },
    signal: new AbortController().signal,
  });
  expect(result.ok).toBe(true);
  return filesOf(table).map(({ index }) => said.get(index) ?? 'lost');
}

describe.runIf(opened.length > 0)('a scan of the archives of the corpus', () => {
  it.each(plain.map((archive) => [archive.file, archive] as const))('%s: all visited', async (_, archive) => {
    expect(new Set(await scanned(archive))).toEqual(new Set(archive.entries > 0 ? ['visited'] : []));
  });

  it.each(packed.map((archive) => [archive.file, archive] as const))(
    '%s: all refused',
    async (_, archive) => {
      expect(new Set(await scanned(archive))).toEqual(new Set(['entry-method-unsupported']));
    },
  );

  it.each(encrypted.map((archive) => [archive.file, archive] as const))(
    '%s: encrypted',
    async (_, archive) => {
      const said = await scanned(archive);
      expect(said).not.toContain('lost');
      expect(said).toContain('entry-encrypted');
    },
  );
});

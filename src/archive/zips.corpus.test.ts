import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../base/problem';
import { corpusDir } from '../fixtures/corpus';
import { createTestInflater } from './access.fixture';
import type { ArchiveAccess } from './archive-access';
import { entryAt, type ArchiveEntry, type EntryTable } from './entry-table';
import type { Inflater } from './inflater';
import { openContainer } from './open-container';
import { readEntry } from './read-entry';
import { scanEntries } from './scan';
import { shareEntries } from './share-entries';
import { openArchive } from './source-spec';
import { verifyEntry } from './verify-entry';
import { DEFLATE64 } from './zip-format';

interface CorpusArchive {
  readonly file: string;
  readonly bytes: number;
  readonly entries: number;
  readonly directories: number;
  readonly outcome: string;
  readonly password?: string;
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

function bytesOf({ file }: CorpusArchive): Blob {
  return new Blob([readFileSync(join(dir ?? '', 'zips', file))]);
}

let inflater: Inflater;

beforeAll(async () => {
  inflater = await createTestInflater();
});

interface Opened {
  readonly access: ArchiveAccess;
  readonly table: EntryTable;
  readonly problems: readonly Problem[];
}

/** With the passwords of all of the corpus, where `passwords` says nothing else. */
async function open(archive: CorpusArchive, passwords = [archive.password ?? '']): Promise<Opened> {
  const source = { kind: 'blobs', name: archive.file, blobs: [bytesOf(archive)], start: 0 } as const;
  const container = await openContainer({ source, passwords: [] }, inflater);
  if (!container.ok) throw new Error(JSON.stringify(container.error));
  const access = await openArchive({ source: container.value.source, passwords }, inflater);
  if (!access.ok) throw new Error(JSON.stringify(access.error));
  return { access: access.value, table: container.value.table, problems: container.value.problems };
}

function filesOf(table: EntryTable): readonly ArchiveEntry[] {
  return Array.from({ length: table.count }, (_, i) => entryAt(table, i)).filter(
    (entry) => !entry.isDirectory,
  );
}

const opened = archives.filter(({ outcome }) => !/^refused(?!.*salvaged)/.test(outcome));
const refused = archives.filter(({ outcome }) => /^refused(?!.*salvaged)/.test(outcome));
const encrypted = opened.filter(({ outcome }) => outcome === 'asks for a password');
const cut = opened.filter(({ completeLocalEntries }) => completeLocalEntries !== undefined);
const packed = opened.filter(({ method }) => method !== undefined && method !== DEFLATE64);
const whole = opened.filter((archive) => !packed.includes(archive) && !cut.includes(archive));

describe.runIf(opened.length > 0)('the archives of the corpus that open', () => {
  it.each([...whole, ...packed].map((archive) => [archive.file, archive] as const))(
    '%s: its entries',
    async (_, archive) => {
      const { table, problems } = await open(archive);
      expect(problems).toEqual([]);
      const files = filesOf(table);
      expect(files).toHaveLength(archive.entries);
      // 7-Zip writes records of folders, which the manifest does not count.
      expect(table.count - files.length).toBeGreaterThanOrEqual(archive.directories);
      if (archive.contents?.length !== archive.entries) return;
      expect(files.map(({ bytes }) => bytes)).toHaveLength(archive.contents.length);
      expect(files.map(({ path }) => path)).toEqual(archive.contents.map(({ name }) => name));
    },
  );

  it.each(whole.map((archive) => [archive.file, archive] as const))(
    '%s: its contents',
    async (_, archive) => {
      const { access, table } = await open(archive);
      const bad: string[] = [];
      for (const [i, entry] of filesOf(table).slice(0, 100).entries()) {
        const content = await readEntry(access, entry);
        if (!content.ok) throw new Error(JSON.stringify(content.error));
        const verified = await verifyEntry(access, entry, new AbortController().signal);
        const codes = content.value.problems.map(({ code }) => ({ code }));
        expect(verified).toMatchObject({ ok: true, value: codes });
        if (content.value.problems.length > 0) bad.push(entry.path);
        else if (archive.contents?.[i]) expect(content.value.bytes).toHaveLength(archive.contents[i].bytes);
      }
      expect(bad).toEqual(archive.badEntries ?? []);
    },
    30_000,
  );
});

describe.runIf(cut.length > 0)('the archives of the corpus that are cut off', () => {
  it.each(cut.map((archive) => [archive.file, archive] as const))('%s', async (_, archive) => {
    const { access, table, problems } = await open(archive);
    expect(problems).toMatchObject([{ code: 'archive-salvaged' }]);
    const read = await Promise.all(filesOf(table).map((entry) => readEntry(access, entry)));
    const whole = read.filter((content) => content.ok && content.value.problems.length === 0);
    expect(whole).toHaveLength(archive.completeLocalEntries ?? 0);
    // And the one that the cut is in.
    expect(read.filter((content) => !content.ok)).toMatchObject([{ error: { code: 'entry-data-damaged' } }]);
  });
});

describe.runIf(refused.length > 0)('the archives of the corpus that are refused', () => {
  it.each(refused.map((archive) => [archive.file, archive] as const))('%s', async (_, archive) => {
    const blobs = [bytesOf(archive)];
    const source = { kind: 'blobs', name: archive.file, blobs, start: 0 } as const;
    const container = await openContainer({ source, passwords: [] }, inflater);
    // By what the file is: the manifest says only that it is refused.
    const code = archive.bytes === 0 ? 'empty-file' : 'not-a-zip';
    expect(container).toMatchObject({ ok: false, error: { code } });
  });
});

/** What a scan for the first 132 bytes says of each entry. */
async function scanned(archive: CorpusArchive, passwords?: string[]): Promise<readonly string[]> {
  const { access, table } = await open(archive, passwords);
  const said = new Map<number, string>();
  const say = (entry: ArchiveEntry, what: string) => {
    expect(said.has(entry.index)).toBe(false);
    said.set(entry.index, what);
  };
  const result = await scanEntries({
    access,
    table,
    share: shareEntries(table, 1)[0] ?? new Uint32Array(),
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
  it.each(whole.map((archive) => [archive.file, archive] as const))('%s: all visited', async (_, archive) => {
    expect(new Set(await scanned(archive))).toEqual(new Set(archive.entries > 0 ? ['visited'] : []));
  });

  it.each(packed.map((archive) => [archive.file, archive] as const))(
    '%s: all refused',
    async (_, archive) => {
      expect(new Set(await scanned(archive))).toEqual(new Set(['entry-method-unsupported']));
    },
  );

  it.each(encrypted.map((archive) => [archive.file, archive] as const))(
    '%s: locked without its password, and with a wrong one',
    async (_, archive) => {
      for (const passwords of [[], ['wrong']]) {
        const said = await scanned(archive, passwords);
        expect(said).not.toContain('lost');
        expect(said).toContain('entry-encrypted');
      }
    },
  );
});

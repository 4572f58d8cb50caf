import { deflateRawSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildTar } from '../fixtures/tar-writer';
import { encryptZipCrypto } from '../fixtures/zip-encryption';
import { buildZip, extraField } from '../fixtures/zip-writer';
import { createTestInflater } from './access.fixture';
import { entryAt, type EntryTable } from './entry-table';
import type { Inflater } from './inflater';
import { renameLegacy } from './legacy-names';
import { openContainer, type Container } from './open-container';
import { readEntry } from './read-entry';
import { openArchive, type SourceSpec } from './source-spec';

let inflater: Inflater;

beforeAll(async () => {
  inflater = await createTestInflater();
});

const text = (value: string) => new TextEncoder().encode(value);
const FILES = [
  { name: 'DICOM/IM1', content: text('the first one '.repeat(40)) },
  { name: 'DICOM/IM2', content: text('another') },
];
const deflateRaw = (bytes: Uint8Array) => deflateRawSync(bytes);

function specOf(...parts: readonly Uint8Array<ArrayBuffer>[]): SourceSpec {
  return { kind: 'blobs', name: 'test', blobs: parts.map((part) => new Blob([part])), start: 0 };
}

async function open(source: SourceSpec, passwords: readonly string[] = []): Promise<Container> {
  const container = await openContainer({ source, passwords }, inflater);
  if (!container.ok) throw new Error(JSON.stringify(container.error));
  return container.value;
}

function entriesOf(table: EntryTable) {
  return Array.from({ length: table.count }, (_, index) => entryAt(table, index));
}

/** `path: content` of each entry; the problem's code where it has none. */
async function contentsOf({ source, table }: Container, passwords: readonly string[] = []) {
  const access = await openArchive({ source, passwords }, inflater);
  if (!access.ok) throw new Error(JSON.stringify(access.error));
  const contents: string[] = [];
  for (const entry of entriesOf(table)) {
    const content = await readEntry(access.value, entry);
    const said = content.ok ? new TextDecoder().decode(content.value.bytes) : content.error.code;
    contents.push(`${entry.path}: ${said}`);
  }
  return contents;
}

const EXPECTED = FILES.map(({ name, content }) => `${name}: ${new TextDecoder().decode(content)}`);

describe('openContainer', () => {
  it.each([
    ['zip', () => buildZip(FILES, { deflateRaw })],
    ['tar', () => buildTar(FILES)],
    ['tar.gz', () => new Uint8Array(gzipSync(buildTar(FILES)))],
  ])('opens a %s', async (kind, build) => {
    const container = await open(specOf(build()));
    expect(container.kind).toBe(kind);
    expect(container.problems).toEqual([]);
    expect(await contentsOf(container)).toEqual(EXPECTED);
  });

  it('opens a gzip of one file as an archive of one entry', async () => {
    const content = text('one file '.repeat(100));
    const gzip = new Uint8Array(gzipSync(content));
    const container = await open({ ...specOf(gzip), name: 'in/scan.dcm.gz' } as SourceSpec);
    expect(container.kind).toBe('gzip');
    expect(await contentsOf(container)).toEqual([`scan.dcm: ${new TextDecoder().decode(content)}`]);
  });

  it('says of a gzip of several members what it leaves out', async () => {
    const first = Array.from({ length: 300 }, (_, i) => String((i * i) % 89)).join(' ');
    const members = [first, '2'].map((content) => gzipSync(text(content)));
    const container = await open(specOf(new Uint8Array(Buffer.concat(members))));
    expect(container.problems).toMatchObject([{ code: 'bad-directory' }]);
    expect(await contentsOf(container)).toEqual([`test: ${first}`]);
  });

  it.each([
    ['stored', {}],
    ['deflated', { deflateRaw }],
  ])('opens an archive that is %s in another, at any depth', async (_, options) => {
    const innermost = buildZip(FILES, { deflateRaw });
    const middle = buildZip([{ name: 'x' }, { name: 'innermost.zip', content: innermost }], options);
    const outer = buildZip([{ name: 'middle.zip', content: middle }], options);
    let source = specOf(outer);
    for (const index of [0, 1]) {
      const { table, source: opened } = await open(source);
      const archive = { source: opened, passwords: [] };
      source = { kind: 'entry', archive, entry: entryAt(table, index), restartPoints: null };
    }
    expect(await contentsOf(await open(source))).toEqual(EXPECTED);
  });

  it('opens an archive that is encrypted in another', async () => {
    const inner = buildZip(FILES, { deflateRaw });
    const deflated = encryptZipCrypto(deflateRawSync(inner), { password: 'key', checkByte: 0x5a, seed: 3 });
    const outer = buildZip([
      { name: 'inner.zip', content: inner, deflated, isEncrypted: true, crc32: 0x5a000000 },
    ]);
    const { source: opened, table } = await open(specOf(outer));
    const archive = { source: opened, passwords: ['wrong', 'key'] };
    const source = { kind: 'entry', archive, entry: entryAt(table, 0), restartPoints: null } as const;
    expect(await contentsOf(await open(source))).toEqual(EXPECTED);
  });

  it.each([1, 2, 7, 100])(
    'opens an archive that was cut into parts of %i bytes, given together',
    async (bytes) => {
      const whole = buildZip(FILES, { deflateRaw });
      const parts = Array.from({ length: Math.ceil(whole.length / bytes) }, (_, part) =>
        whole.slice(part * bytes, (part + 1) * bytes),
      );
      expect(await contentsOf(await open(specOf(...parts)))).toEqual(EXPECTED);
    },
  );

  it('opens a split archive, whose records state the part that an entry is in', async () => {
    // APPNOTE 8: the first part begins with a signature, offsets are within the parts.
    const whole = buildZip(FILES, {
      prefix: Uint8Array.of(0x50, 0x4b, 7, 8),
      isPrefixCounted: true,
      deflateRaw,
    });
    const { table } = await open(specOf(whole));
    const second = table.headerOffset[1] ?? 0;
    const view = new DataView(whole.buffer);
    const end = whole.length - 22;
    const directory = view.getUint32(end + 16, true);
    const record = directory + 46 + 'DICOM/IM1'.length;
    // The first entry is in part 0, the second one in part 1, and so is the directory.
    view.setUint16(record + 34, 1, true);
    view.setUint32(record + 42, 0, true);
    view.setUint16(end + 4, 1, true);
    view.setUint16(end + 6, 1, true);
    view.setUint32(end + 16, directory - second, true);
    const parts = [whole.slice(0, second), whole.slice(second)];
    expect(await contentsOf(await open(specOf(...parts)))).toEqual(EXPECTED);

    const lastAlone = await openContainer({ source: specOf(whole.slice(second)), passwords: [] }, inflater);
    expect(lastAlone).toMatchObject({
      ok: false,
      error: { code: 'archive-parts-missing', detail: { parts: 2, given: 1 } },
    });
  });

  it('names entries in the encoding that they are likely in, and in any other that is chosen', async () => {
    // "Müller" and "Größe" in code page 437, beside a name in UTF-8.
    const container = await open(
      specOf(
        buildZip([
          { name: Uint8Array.of(...text('M'), 0x81, ...text('ller')) },
          { name: '患者' },
          { name: Uint8Array.of(...text('Gr'), 0x94, 0xe1, ...text('e')) },
        ]),
      ),
    );
    expect(entriesOf(container.table).map(({ path }) => path)).toEqual(['Müller', '患者', 'Größe']);
    const russian = renameLegacy(container, 'ibm866');
    expect(entriesOf(russian.table).map(({ path }) => path)).toEqual(['MБller', '患者', 'GrФсe']);
    const back = renameLegacy(russian, 'cp437');
    expect(entriesOf(back.table).map(({ path }) => path)).toEqual(['Müller', '患者', 'Größe']);
  });

  it('tells symbolic links from files', async () => {
    const { table } = await open(specOf(buildTar([{ name: 'link', linkName: '/etc/passwd', type: '2' }])));
    expect(entryAt(table, 0)).toMatchObject({ path: 'link', isSymlink: true });
  });

  it('flags paths that lead out of the archive, and entries that share their bytes', async () => {
    const names = ['../a', '/b', 'C:\\c', 'd\\..\\..\\d', 'ok/..fine/e..', 'a\u0007b', 'f/./g'];
    const members = names.map((name) => ({ name, content: text(name) }));
    const { flags } = await open(specOf(buildZip(members)));
    expect(flags.map(([index, { code }]) => [index, code])).toEqual(
      [0, 1, 2, 3, 5].map((index) => [index, 'entry-path-unsafe']),
    );

    const bytes = buildZip(FILES);
    const view = new DataView(bytes.buffer);
    const directory = view.getUint32(bytes.length - 22 + 16, true);
    view.setUint32(directory + 46 + 'DICOM/IM1'.length + 42, 0, true);
    const overlapping = await open(specOf(bytes));
    expect(overlapping.flags).toEqual([
      [1, { code: 'entry-overlaps', where: 'DICOM/IM2', detail: { other: 'DICOM/IM1' } }],
    ]);
  });

  it('salvages an archive that is cut off, and says so', async () => {
    const whole = buildZip(FILES, { deflateRaw });
    const container = await open(specOf(whole.slice(0, -60)));
    expect(container.problems).toMatchObject([{ code: 'archive-salvaged' }]);
    expect(await contentsOf(container)).toEqual(EXPECTED);
  });

  it('asks before it takes more entries than usual', async () => {
    const source = specOf(buildZip(FILES));
    const problem = { code: 'archive-too-many-entries', where: 'test', detail: { entries: 2, limit: 1 } };
    expect(await openContainer({ source, passwords: [] }, inflater, 1)).toEqual({
      ok: false,
      error: problem,
    });
    expect(await openContainer({ source, passwords: [] }, inflater, 2)).toMatchObject({ ok: true });
  });

  it('says which entries are encrypted in a way that is not known', async () => {
    const extra = extraField(0x9901, Uint8Array.of(9, 0, 0x41, 0x45, 3, 8, 0));
    const { table } = await open(
      specOf(
        buildZip([{ name: 'a', content: text('a'), method: 99, isEncrypted: true, centralExtra: extra }]),
      ),
    );
    expect(entryAt(table, 0).encryption).toEqual({ kind: 'unknown' });
  });
});

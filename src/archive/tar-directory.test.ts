import { describe, expect, it } from 'vitest';
import { buildTar, paxRecords, type TarMember } from '../fixtures/tar-writer';
import { sourceOf } from './access.fixture';
import { entryAt, type ArchiveEntry } from './entry-table';
import { isTar, readTarDirectory } from './tar-directory';
import { TAR_SPARSE } from './tar-header';

const text = (value: string) => new TextEncoder().encode(value);
const read = (bytes: Uint8Array, from: number, length: number) =>
  new TextDecoder().decode(bytes.subarray(from, from + length));

/** The entries with what their place in the file holds. */
async function open(bytes: Uint8Array<ArrayBuffer>) {
  const directory = await readTarDirectory(sourceOf(bytes, 'test.tar'));
  if (!directory.ok) throw new Error(JSON.stringify(directory.error));
  const { table, problems } = directory.value;
  const entries = Array.from({ length: table.count }, (_, i) => entryAt(table, i));
  const contents = entries.map((entry) => read(bytes, entry.headerOffset, entry.compressedBytes));
  return { entries, contents, problems, paths: entries.map(({ path }) => path) };
}

async function openMembers(...members: readonly TarMember[]) {
  const opened = await open(buildTar(members));
  expect(opened.problems).toEqual([]);
  return opened;
}

const LONG = `${'folder/'.repeat(30)}image.dcm`; // 219 characters

describe('isTar', () => {
  const tar = buildTar([{ name: 'a', content: text('a') }]);

  it('knows a tar by the checksum of its first header, the oldest ones too', () => {
    expect(isTar(tar.subarray(0, 512))).toBe(true);
    expect(isTar(buildTar([{ name: 'a', isV7: true }]))).toBe(true);
  });

  it('knows the signed sum of some early tars', () => {
    const bytes = buildTar([{ name: Uint8Array.of(0xe9, 0x41) }]);
    const sum = Number.parseInt(read(bytes, 148, 6), 8);
    bytes.set(text((sum - 256).toString(8).padStart(6, '0')), 148);
    expect(isTar(bytes)).toBe(true);
  });

  it('refuses what is too short, zeros, and a header with a byte changed', () => {
    expect(isTar(tar.subarray(0, 511))).toBe(false);
    expect(isTar(new Uint8Array(1024))).toBe(false);
    const changed = tar.slice();
    changed[3] = 1;
    expect(isTar(changed)).toBe(false);
  });
});

describe('readTarDirectory', () => {
  it('lists files with the places of their contents', async () => {
    const { entries, contents } = await openMembers(
      { name: 'study/one.dcm', content: text('one') },
      { name: 'study/two.dcm', content: new Uint8Array(512).fill(0x32) },
      { name: 'empty' },
    );
    expect(entries[0]).toEqual({
      index: 0,
      path: 'study/one.dcm',
      hasLocalHeader: false,
      headerOffset: 512,
      compressedBytes: 3,
      bytes: 3,
      crc32: null,
      method: 0,
      encryption: { kind: 'none' },
      isDirectory: false,
      isSymlink: false,
    } satisfies ArchiveEntry);
    expect(contents).toEqual(['one', '2'.repeat(512), '']);
    // Header and content of the first one, then of the second one, take two blocks each.
    expect(entries.map(({ headerOffset }) => headerOffset)).toEqual([512, 1536, 2560]);
  });

  it.each([
    [
      'a prefix',
      { name: 'image.dcm', prefix: 'folder/'.repeat(20) + 'folder' },
      `${'folder/'.repeat(21)}image.dcm`,
    ],
    ['a member of GNU', { name: LONG, isGnu: true }, LONG],
    ['a pax header', { name: 'short', pax: { path: LONG } }, LONG],
  ])('reads long names from %s', async (_, member, expected) => {
    const { paths, contents } = await openMembers({ ...member, content: text('content') }, { name: 'next' });
    expect(paths).toEqual([expected, 'next']);
    expect(contents).toEqual(['content', '']);
  });

  it('takes times for no prefix where GNU has them', async () => {
    const patches = { 345: text('13616017400') };
    expect((await openMembers({ name: 'a', isGnu: true, patches })).paths).toEqual(['a']);
  });

  it('reads names in UTF-8, and detects the encoding of others', async () => {
    const name = 'Aufnahme für Müller.dcm';
    const latin1 = Uint8Array.from(name, (character) => character.charCodeAt(0));
    const { paths } = await openMembers(
      { name },
      { name: latin1 },
      { name: 'x', pax: { path: '患者/画像.dcm' } },
      { name: 'x', pax: { hdrcharset: 'BINARY', path: latin1 } },
    );
    expect(paths).toEqual([name, name, '患者/画像.dcm', name]);
  });

  it('reads sizes in base 256 and of pax headers', async () => {
    const huge = 5 * 2 ** 32 + 7;
    const bytes = buildTar([{ name: 'huge', claimedBytes: huge, isBase256: true }]);
    expect((await open(bytes)).entries[0]?.bytes).toBe(huge);
    const paxed = await openMembers(
      { name: 'a', content: text('four'), claimedBytes: 0, pax: { size: '4' } },
      { name: 'b' },
    );
    expect(paxed.contents).toEqual(['four', '']);
    expect(paxed.paths).toEqual(['a', 'b']);
  });

  it('applies a global pax header to all members behind it, and one of its own to its member alone', async () => {
    const { paths } = await openMembers(
      { name: 'g', type: 'g', content: paxRecords({ comment: 'made by git', path: 'same' }) },
      { name: 'a' },
      { name: 'b', pax: { path: 'own' } },
      { name: 'c' },
    );
    expect(paths).toEqual(['same', 'own', 'same']);
  });

  it('knows directories, by type or by the slash at the end, but not what has a content', async () => {
    const { entries } = await openMembers(
      { name: 'a', type: '5' },
      { name: 'b/', type: '5', claimedBytes: 4096 },
      { name: 'c/', isV7: true },
      { name: 'd/', content: text('hidden') },
      { name: 'e' },
    );
    expect(entries.map(({ isDirectory }) => isDirectory)).toEqual([true, true, true, false, false]);
  });

  it('lists links with the name that they lead to as content', async () => {
    const { entries, contents } = await openMembers(
      { name: 'symbolic', type: '2', linkName: 'study/one.dcm' },
      { name: 'gnu', type: '2', linkName: LONG, isGnu: true },
      { name: 'pax', type: '2', pax: { linkpath: LONG } },
      // The first tars gave the length of the file that a hard link leads to.
      { name: 'hard', type: '1', linkName: 'study/one.dcm', claimedBytes: 7000 },
    );
    expect(contents).toEqual(['study/one.dcm', LONG, LONG, 'study/one.dcm']);
    expect(entries.every(({ isSymlink }) => isSymlink)).toBe(true);
  });

  it('takes a hard link with data, which pax allows, for a file', async () => {
    const member = { name: 'hard', type: '1', linkName: 'one', content: text('data'), pax: { mtime: '1.5' } };
    const { entries, contents } = await openMembers(member, { name: 'next' });
    expect(contents).toEqual(['data', '']);
    expect(entries[0]?.isSymlink).toBe(false);
  });

  it('lists devices without content and no volume label', async () => {
    const { entries, paths } = await openMembers(
      { name: 'label', type: 'V' },
      { name: 'dev/null', type: '3', claimedBytes: 9 },
      { name: 'pipe', type: '6' },
    );
    expect(paths).toEqual(['dev/null', 'pipe']);
    expect(entries.map(({ bytes }) => bytes)).toEqual([0, 0]);
  });

  it('tells sparse files from others, and steps over their lists of data', async () => {
    const octal = (value: number) => text(`${value.toString(8).padStart(11, '0')}\0`);
    const { entries } = await openMembers(
      // One block with the rest of the list is behind the header, then the data.
      {
        name: 'gnu',
        type: 'S',
        isGnu: true,
        content: new Uint8Array(512 + 3),
        claimedBytes: 3,
        patches: { 482: Uint8Array.of(1), 483: octal(1_000_000) },
      },
      { name: 'x', pax: { 'GNU.sparse.name': 'pax', 'GNU.sparse.realsize': '2000' }, content: text('abc') },
      { name: 'plain', content: text('abc') },
    );
    const facts = ({ path, method, compressedBytes, bytes }: ArchiveEntry) => ({
      path,
      method,
      compressedBytes,
      bytes,
    });
    expect(entries.map(facts)).toEqual([
      { path: 'gnu', method: TAR_SPARSE, compressedBytes: 3, bytes: 1_000_000 },
      { path: 'pax', method: TAR_SPARSE, compressedBytes: 3, bytes: 2000 },
      { path: 'plain', method: 0, compressedBytes: 3, bytes: 3 },
    ]);
  });

  it('finds the members of a large tar with few reads', async () => {
    const member: TarMember = { name: 'tiny.dcm', content: text('tiny') };
    const large: TarMember = { name: 'large.dcm', content: new Uint8Array(5_000_000) };
    const source = sourceOf(buildTar([...Array<TarMember>(5000).fill(member), large, member]));
    let reads = 0;
    let end = 0;
    const directory = await readTarDirectory({
      ...source,
      read: (from, to) => {
        expect(from).toBeGreaterThanOrEqual(end);
        reads++;
        end = to;
        return source.read(from, to);
      },
    });
    expect(directory).toMatchObject({ ok: true, value: { table: { count: 5002 }, problems: [] } });
    expect(reads).toBeLessThan(15);
  });
});

describe('a tar that is damaged', () => {
  const members: readonly TarMember[] = [
    { name: 'a', content: text('a') },
    { name: LONG, isGnu: true, content: text('b') },
    { name: 'c', pax: { path: LONG }, content: new Uint8Array(600) },
  ];
  const whole = buildTar(members);

  it('gives the members that are there, wherever it is cut', async () => {
    // Where each header ends: behind 'a' are two blocks of 'L' and its name, then 'b'; two of pax, then 'c'.
    const ends = [512, 1024 + 1024 + 512, 1024 + 1024 + 1024 + 1024 + 512];
    const endOfMembers = whole.length - 1024;
    for (let length = 0; length < whole.length; length++) {
      const directory = await readTarDirectory(sourceOf(whole.slice(0, length)));
      const count = ends.filter((end) => length >= end).length;
      const problems =
        length < endOfMembers + 512 ? [{ code: 'truncated-archive', detail: { bytes: length } }] : [];
      if (count === 0) expect(directory).toMatchObject({ ok: false, error: { code: 'truncated-archive' } });
      else expect(directory).toMatchObject({ ok: true, value: { table: { count }, problems } });
    }
  });

  it('gives the members before a damaged header', async () => {
    const damaged = whole.slice();
    damaged.fill(0xff, 1024, 1030);
    const { paths, problems } = await open(damaged);
    expect(paths).toEqual(['a']);
    expect(problems).toMatchObject([{ code: 'bad-directory', detail: { offset: 1024 } }]);
  });

  it('gives the members before what cannot be read', async () => {
    const source = sourceOf(whole);
    const directory = await readTarDirectory({
      ...source,
      read: (from, to) => (to > 1024 ? sourceOf(goneBlob(), 'gone').read(0, 4) : source.read(from, to)),
    });
    expect(directory).toMatchObject({
      ok: true,
      value: { table: { count: 1 }, problems: [{ code: 'source-unreadable' }] },
    });
  });

  it('does not hang on hostile lengths', async () => {
    for (const bytes of [0, 2 ** 33, 2 ** 53 - 1]) {
      for (const type of ['0', '5', 'L', 'x', 'g', 'S', 'V']) {
        const hostile = { name: 'a', type, claimedBytes: bytes, isBase256: true };
        const directory = await readTarDirectory(sourceOf(buildTar([hostile, { name: 'b' }])));
        expect(typeof directory.ok).toBe('boolean');
      }
    }
    for (const record of ['0 path=a\n', '9999999999 path=a\n', '-5 path=a\n', 'path', '6 a=\n', '8 path\n']) {
      const { paths } = await open(
        buildTar([{ name: 'x', type: 'x', content: text(record) }, { name: 'b' }]),
      );
      expect(paths).toEqual(['b']);
    }
  });
});

function goneBlob(): Blob {
  return Object.assign(new Blob(['1234']), {
    slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('', 'NotFoundError')) }),
  });
}

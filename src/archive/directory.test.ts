import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { concatenate } from '../base/concatenate';
import { buildZip, extraField, type ZipMember, type ZipOptions } from '../fixtures/zip-writer';
import { sourceOf } from './access.fixture';
import { crc32 } from './crc32';
import { readDirectory } from './directory';
import { entryAt, pathOf, type ArchiveEntry, type EntryTable } from './entry-table';

const text = (value: string) => new TextEncoder().encode(value);
const zeros = (length: number) => new Uint8Array(length);

const MEMBERS: readonly ZipMember[] = [
  { name: 'study/one.dcm', content: text('one') },
  { name: 'study/two.dcm', content: text('twice '.repeat(50)) },
];

async function tableOf(bytes: Uint8Array<ArrayBuffer>): Promise<EntryTable> {
  const directory = await readDirectory(sourceOf(bytes));
  if (!directory.ok) throw new Error(`not opened: ${JSON.stringify(directory.error)}`);
  expect(directory.value.problems).toEqual([]);
  return directory.value.table;
}

async function entriesOf(
  members: readonly ZipMember[],
  options: ZipOptions = {},
): Promise<readonly ArchiveEntry[]> {
  const table = await tableOf(buildZip(members, options));
  return Array.from({ length: table.count }, (_, index) => entryAt(table, index));
}

async function pathsOf(members: readonly ZipMember[]): Promise<readonly string[]> {
  return (await entriesOf(members)).map((entry) => entry.path);
}

async function refusalOf(bytes: Uint8Array<ArrayBuffer>): Promise<unknown> {
  const directory = await readDirectory(sourceOf(bytes));
  if (directory.ok) throw new Error('opened');
  return directory.error;
}

describe('readDirectory', () => {
  it('gives the facts of each entry', async () => {
    const deflated = deflateRawSync(text('twice '.repeat(50)));
    const entries = await entriesOf(MEMBERS, { deflateRaw: (bytes) => deflateRawSync(bytes) });
    expect(entries[1]).toEqual({
      index: 1,
      path: 'study/two.dcm',
      // After the first local header, its name and its data, which is deflated to 5 bytes.
      headerOffset: 30 + 'study/one.dcm'.length + deflateRawSync(text('one')).length,
      compressedBytes: deflated.length,
      bytes: 300,
      crc32: 0x63336545,
      method: 8,
      hasLocalHeader: true,
      encryption: { kind: 'none' },
      isDirectory: false,
      isSymlink: false,
    });
  });

  it('opens an archive without entries as an empty table', async () => {
    expect((await tableOf(buildZip([]))).count).toBe(0);
  });

  it('reads the ZIP64 extra fields and end record', async () => {
    const members = MEMBERS.map((member) => ({ ...member, isZip64: true }));
    const [plain, wide] = [await entriesOf(MEMBERS), await entriesOf(members, { isZip64: true })];
    const facts = ({ path, bytes, compressedBytes }: ArchiveEntry) => ({ path, bytes, compressedBytes });
    expect(wide.map(facts)).toEqual(plain.map(facts));
    // The first local header has an extra field of 4 + 16 bytes.
    expect(wide[1]?.headerOffset).toBe((plain[1]?.headerOffset ?? 0) + 20);
  });

  it('reads offsets and sizes above 4 GiB from ZIP64 fields', async () => {
    const claimedBytes = 5 * 2 ** 32 + 7;
    const [entry] = await entriesOf([{ name: 'huge', content: text('x'), claimedBytes }]);
    expect(entry?.bytes).toBe(claimedBytes);
  });

  it.each([
    ['from the end of the prefix', false],
    ['from the start of the file', true],
  ])('reads offsets that count %s', async (_, isPrefixCounted) => {
    const entries = await entriesOf(MEMBERS, { prefix: zeros(5000), isPrefixCounted });
    expect(entries[0]?.headerOffset).toBe(5000);
  });

  it('finds a ZIP64 end record behind a prefix', async () => {
    const entries = await entriesOf(MEMBERS, { prefix: zeros(777), isZip64: true });
    expect(entries[0]?.headerOffset).toBe(777);
  });

  it('opens an archive with the longest comment and with junk after its end', async () => {
    expect((await tableOf(buildZip(MEMBERS, { comment: zeros(65_535) }))).count).toBe(2);
    expect((await tableOf(buildZip(MEMBERS, { comment: text('c'), trailing: zeros(3000) }))).count).toBe(2);
  });

  it('ignores end records inside the comment, fitting or not', async () => {
    const inner = buildZip([]);
    expect((await tableOf(buildZip(MEMBERS, { comment: inner }))).count).toBe(2);
    const misfit = Uint8Array.from([...inner.subarray(0, 20), 50, 0, ...zeros(78)]);
    expect((await tableOf(buildZip(MEMBERS, { comment: misfit }))).count).toBe(2);
  });

  it('opens an archive whose comment is cut off', async () => {
    const whole = buildZip(MEMBERS, { comment: zeros(100) });
    expect((await tableOf(whole.slice(0, -40))).count).toBe(2);
  });

  it('knows directories by the separator at the end or by the attribute, but not what has a content', async () => {
    const entries = await entriesOf([
      { name: 'a/' },
      { name: 'b\\' },
      { name: 'c', externalAttributes: 0x10 },
      { name: 'd' },
      { name: 'e/', content: text('hidden') },
    ]);
    expect(entries.map((entry) => entry.isDirectory)).toEqual([true, true, true, false, false]);
  });

  it('decodes names: flagged UTF-8, UTF-8 without the flag, code page 437', async () => {
    const paths = await pathsOf([
      { name: '患者/画像.dcm', isUtf8: true },
      { name: 'été.dcm', isUtf8: false },
      // 0x81 is u-umlaut, 0x8E A-umlaut, 0xF8 the degree sign in code page 437.
      { name: Uint8Array.of(0x4d, 0x81, 0x2f, 0x8e, 0xf8) },
    ]);
    expect(paths).toEqual(['患者/画像.dcm', 'été.dcm', 'Mü/Ä°']);
  });

  it('takes the Unicode Path field if it is of this name', async () => {
    const field = (crc: readonly number[]) => extraField(0x7075, Uint8Array.of(1, ...crc, ...text('患者')));
    const right = [0xa5, 0x5b, 0x3f, 0x48]; // the CRC-32 of "p0" is 0x483F5BA5
    const paths = await pathsOf([
      { name: 'p0', centralExtra: field(right) },
      { name: 'p0', centralExtra: field([1, 2, 3, 4]) },
    ]);
    expect(paths).toEqual(['患者', 'p0']);
  });

  it('counts what is there, not what the end record says', async () => {
    const bytes = buildZip(MEMBERS);
    const count = new DataView(bytes.buffer, bytes.length - 22);
    count.setUint16(8, 60_000, true);
    count.setUint16(10, 60_000, true);
    const directory = await readDirectory(sourceOf(bytes));
    expect(directory).toMatchObject({
      ok: true,
      value: { table: { count: 2 }, problems: [{ code: 'bad-directory' }] },
    });
  });

  it('opens a directory that is longer than its tail and its chunks', async () => {
    const extra = extraField(0x9999, zeros(60_000));
    const members = Array.from({ length: 200 }, (_, i) => ({ name: `f${String(i)}`, centralExtra: extra }));
    const table = await tableOf(buildZip(members)); // 12 MB
    expect(table.count).toBe(200);
    expect(pathOf(table, 199)).toBe('f199');
  });

  it('says of what is no archive what it looks like', async () => {
    const dicom = zeros(200);
    dicom.set(text('DICM'), 128);
    expect(await refusalOf(dicom)).toEqual({
      code: 'not-a-zip',
      where: 'test.zip',
      detail: { bytes: 200, looksLike: 'dicom' },
    });
    expect(await refusalOf(text('%PDF-1.7'))).toMatchObject({ detail: { looksLike: 'pdf' } });
    expect(await refusalOf(text('7z\xbc'))).toMatchObject({ detail: { looksLike: 'text' } });
    expect(await refusalOf(Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c))).toMatchObject({
      detail: { looksLike: '7z' },
    });
    expect(await refusalOf(Uint8Array.of(0x1f, 0x8b, 8))).toMatchObject({ detail: { looksLike: 'gzip' } });
    expect(await refusalOf(text('Grüße'))).toMatchObject({ detail: { looksLike: 'text' } });
    expect(await refusalOf(Uint8Array.of(1, 2, 3, 250))).toMatchObject({ detail: { looksLike: 'other' } });
  });

  it('refuses an empty file, a cut archive, and a part of a split one', async () => {
    expect(await refusalOf(zeros(0))).toMatchObject({ code: 'empty-file' });
    const whole = buildZip(MEMBERS);
    expect(await refusalOf(whole.slice(0, 100))).toEqual({
      code: 'truncated-archive',
      where: 'test.zip',
      detail: { bytes: 100 },
    });
    new DataView(whole.buffer).setUint16(whole.length - 22 + 4, 1, true);
    expect(await refusalOf(whole)).toMatchObject({
      code: 'archive-parts-missing',
      detail: { parts: 2, given: 1 },
    });
  });

  it('does not take an archive inside a cut archive for the archive', async () => {
    const inner = buildZip([{ name: 'inner.dcm', content: text('inner') }]);
    const outer = buildZip([{ name: 'inner.zip', content: inner }, ...MEMBERS]);
    expect(await refusalOf(outer.slice(0, 30 + 9 + inner.length + 20))).toMatchObject({
      code: 'truncated-archive',
    });
  });

  it('says that the file cannot be read any more', async () => {
    const gone = new Blob([buildZip(MEMBERS)]);
    const blob = Object.assign(gone, {
      slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) }),
    });
    expect(await readDirectory(sourceOf(blob, 'gone.zip'))).toEqual({
      ok: false,
      error: {
        code: 'source-unreadable',
        where: 'gone.zip',
        detail: { offset: 0, reason: 'NotReadableError' },
      },
    });
  });
});

describe('the comments of an archive', () => {
  async function commentsOf(members: readonly ZipMember[], options: ZipOptions = {}): Promise<unknown> {
    const directory = await readDirectory(sourceOf(buildZip(members, options)));
    return directory.ok ? directory.value.comments : directory.error;
  }

  it('are those of the archive and of the entries that have one', async () => {
    const members = [
      { name: 'one', content: text('one'), comment: text('of Roe^Richard') },
      { name: 'two', content: text('two') },
    ];
    const comments = { archive: 'exported for Müller', entries: new Map([[0, 'of Roe^Richard']]) };
    expect(await commentsOf(members, { comment: text('exported for Müller') })).toEqual(comments);
    expect(await commentsOf(members, { comment: text('exported for Müller'), isZip64: true })).toEqual(
      comments,
    );
    expect(await commentsOf([{ name: 'two', content: text('two') }])).toEqual({
      archive: '',
      entries: new Map(),
    });
  });

  it('are read in the encoding of the names where they tell none', async () => {
    // `Müller` in code page 437 and in windows-1252, beside a name that is in the same.
    const inCodePage437 = Uint8Array.of(0x4d, 0x81, 0x6c, 0x6c, 0x65, 0x72);
    const inWindows1252 = Uint8Array.of(0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72);
    for (const bytes of [inCodePage437, inWindows1252]) {
      const comments = await commentsOf([{ name: bytes, content: text('one'), comment: bytes }], {
        comment: bytes,
      });
      expect(comments).toEqual({ archive: 'Müller', entries: new Map([[0, 'Müller']]) });
    }
  });

  it('are those of the Unicode Comment field where that is of this comment', async () => {
    const comment = Uint8Array.of(0x3f, 0x3f);
    const crc = new Uint8Array(4);
    new DataView(crc.buffer).setUint32(0, crc32(comment), true);
    const field = extraField(0x6375, concatenate([[1], crc, text('山田')]));
    const members = [
      { name: 'one', content: text('one'), comment: Uint8Array.of(0x3f, 0xff), centralExtra: field },
    ];
    expect(await commentsOf([{ name: 'one', content: text('one'), comment, centralExtra: field }])).toEqual({
      archive: '',
      // It is plain ASCII: what the field says goes before it all the same.
      entries: new Map([[0, '山田']]),
    });
    expect(await commentsOf(members)).not.toEqual({ archive: '', entries: new Map([[0, '山田']]) });
  });
});

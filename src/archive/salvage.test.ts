import { randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildZip, extraField, type ZipMember } from '../fixtures/zip-writer';
import { createTestInflater, sourceOf } from './access.fixture';
import { readDirectory } from './directory';
import { entryAt, type ArchiveEntry } from './entry-table';
import { salvageDirectory } from './salvage';
import type { Source } from './source';

const inflater = await createTestInflater();
const text = (value: string) => new TextEncoder().encode(value);
const deflate = (bytes: Uint8Array) => new Uint8Array(deflateRawSync(bytes));
const DESCRIPTOR = 'PK\x07\x08';

async function salvage(source: Source) {
  const directory = await salvageDirectory(source, inflater);
  if (!directory.ok) throw new Error(JSON.stringify(directory.error));
  if (directory.value === null) return null;
  const { table, problems } = directory.value;
  const entries = Array.from({ length: table.count }, (_, index) => entryAt(table, index));
  return { entries, problems, paths: entries.map(({ path }) => path) };
}

async function salvageBytes(bytes: Uint8Array<ArrayBuffer>) {
  const salvaged = await salvage(sourceOf(bytes));
  if (salvaged === null) throw new Error('nothing found');
  return salvaged;
}

function withoutDirectory(zip: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return zip.slice(0, Buffer.from(zip).indexOf('PK\x01\x02'));
}

/** What the directory says of the archive before it is cut off. */
async function listed(zip: Uint8Array<ArrayBuffer>): Promise<readonly ArchiveEntry[]> {
  const directory = await readDirectory(sourceOf(zip));
  if (!directory.ok) throw new Error(JSON.stringify(directory.error));
  const { table } = directory.value;
  return Array.from({ length: table.count }, (_, index) => entryAt(table, index));
}

/** Descriptors without the signature, which may be left out (APPNOTE 4.3.9.3). */
function withoutSignatures(zip: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const parts = Buffer.from(zip).toString('latin1').split(DESCRIPTOR);
  return Uint8Array.from(Buffer.from(parts.join(''), 'latin1'));
}

const REPEATED = text('twice '.repeat(50));
const MEMBERS: readonly ZipMember[] = [
  { name: 'study/' },
  { name: 'study/stored.dcm', content: text('stored content') },
  { name: 'study/Müller.dcm', content: REPEATED, deflated: deflate(REPEATED) },
  { name: 'study/empty.dcm' },
  { name: 'study/noise.dcm', content: new Uint8Array(randomBytes(200_000)) },
];

const FORMS = {
  'sizes in its headers': MEMBERS,
  'sizes in ZIP64 fields': MEMBERS.map((member) => ({ ...member, isZip64: true })),
  'data descriptors': MEMBERS.map((member) => ({ ...member, hasDataDescriptor: true })),
  'descriptors of 64 bits': MEMBERS.map((member) => ({ ...member, hasDataDescriptor: true, isZip64: true })),
};

describe('an archive without its directory', () => {
  it.each(Object.entries(FORMS))('gives all that the directory listed, from %s', async (_, members) => {
    const zip = buildZip(members);
    const cut = withoutDirectory(zip);
    const { entries, problems } = await salvageBytes(cut);
    expect(entries).toEqual(await listed(zip));
    // Four files and a folder.
    expect(problems).toEqual([
      { code: 'archive-salvaged', where: 'test.zip', detail: { entries: 4, bytes: cut.length } },
    ]);
  });

  it.each([
    ['32 bits', false],
    ['64 bits', true],
  ])(
    'finds the ends of streams by inflating, before descriptors of %s without a signature',
    async (_, isZip64) => {
      const members = [REPEATED, text('once'), randomBytes(300_000)].map((content, i) => {
        const deflated = deflate(content);
        return { name: String(i), content, deflated, hasDataDescriptor: true, isZip64 };
      });
      const zip = buildZip(members);
      const { entries } = await salvageBytes(withoutSignatures(withoutDirectory(zip)));
      const facts = ({ path, bytes, compressedBytes, crc32 }: ArchiveEntry) => ({
        path,
        bytes,
        compressedBytes,
        crc32,
      });
      expect(entries.map(facts)).toEqual((await listed(zip)).map(facts));
    },
  );

  it('steps over a descriptor behind data whose sizes the header tells', async () => {
    const zip = buildZip(MEMBERS.map((member) => ({ ...member, hasDataDescriptor: true })));
    const cut = withoutDirectory(zip);
    const { length } = text('stored content');
    // Into the second header: behind the first one, the folder's name and its descriptor; with flag, but sizes known.
    const second = 30 + 'study/'.length + 16;
    new DataView(cut.buffer).setUint32(second + 18, length, true);
    new DataView(cut.buffer).setUint32(second + 22, length, true);
    expect((await salvageBytes(cut)).entries).toEqual(await listed(zip));
  });

  it('is not led astray by an archive that is stored in it', async () => {
    for (const hasDataDescriptor of [false, true]) {
      const content = buildZip([
        { name: 'inner.dcm', content: text('inner'), hasDataDescriptor },
        { name: 'other.dcm', content: text('other'), hasDataDescriptor },
      ]);
      const zip = buildZip([{ name: 'inner.zip', content, hasDataDescriptor }, { name: 'last' }]);
      const end = zip.length - 22 - (46 + 9) - (46 + 4); // of the records at the end and their names
      expect((await salvageBytes(zip.slice(0, end))).paths).toEqual(['inner.zip', 'last']);
      expect((await salvageBytes(zip.slice(0, end - 60))).paths).toEqual(['inner.zip']);
    }
  });

  it('is found behind what was put before it, also where that has the signature in it', async () => {
    const prefix = new Uint8Array(randomBytes(70_000));
    prefix.set(text('PK\x03\x04 is what an archive begins with'), 5000);
    const cut = withoutDirectory(buildZip(MEMBERS, { prefix }));
    const { entries } = await salvageBytes(cut);
    expect(entries[0]).toMatchObject({ path: 'study/', headerOffset: 70_000 });
    expect(entries).toHaveLength(5);
  });

  it('knows encrypted entries from their headers', async () => {
    const aes = extraField(0x9901, Uint8Array.of(2, 0, 0x41, 0x45, 3, 8, 0));
    const { entries } = await salvageBytes(
      withoutDirectory(
        buildZip([
          { name: 'zipcrypto', content: text('x'), crc32: 0xabcd1234, isEncrypted: true },
          // The check byte is the upper one of the time, which is midnight.
          { name: 'streamed', content: text('x'), isEncrypted: true, hasDataDescriptor: true },
          { name: 'aes', content: text('x'), isEncrypted: true, method: 99, localExtra: aes },
        ]),
      ),
    );
    expect(entries.map(({ encryption }) => encryption)).toEqual([
      { kind: 'zipcrypto', checkByte: 0xab },
      { kind: 'zipcrypto', checkByte: 0 },
      { kind: 'winzip-aes', strengthBits: 256, version: 2 },
    ]);
    expect(entries[2]).toMatchObject({ method: 8, crc32: null });
  });

  it('is walked from header to header, with one read for each of its large entries', async () => {
    const content = new Uint8Array(1_000_000);
    const members = Array.from({ length: 20 }, (_, i) => ({ name: String(i), content }));
    const source = sourceOf(withoutDirectory(buildZip(members)));
    let readBytes = 0;
    let reads = 0;
    const salvaged = await salvage({
      ...source,
      read: (from, to) => {
        reads++;
        readBytes += to - from;
        return source.read(from, to);
      },
    });
    expect(salvaged?.entries).toHaveLength(20);
    expect(reads).toBeLessThanOrEqual(21);
    expect(readBytes).toBeLessThan(1_000_000);
  });
});

describe('an archive that is cut', () => {
  it('lists its last entry with what its header claims', async () => {
    const zip = buildZip([{ name: 'a', content: REPEATED }]);
    const { entries } = await salvageBytes(zip.slice(0, 100));
    expect(entries).toMatchObject([{ path: 'a', bytes: 300, compressedBytes: 300 }]);
  });

  it.each([
    ['stored', {}],
    ['deflated', { deflated: deflate(new Uint8Array(randomBytes(500))) }],
    ['encrypted', { isEncrypted: true }],
  ])('lists its last entry as longer than the file where nobody knows its length: %s', async (_, over) => {
    const content = new Uint8Array(randomBytes(500));
    const zip = buildZip([{ name: 'a' }, { name: 'b', content, hasDataDescriptor: true, ...over }]);
    const { entries } = await salvageBytes(zip.slice(0, 300));
    expect(entries).toHaveLength(2);
    const { headerOffset = 0, compressedBytes = 0, crc32 } = entries[1] ?? {};
    expect(headerOffset).toBe(31);
    expect(headerOffset + 30 + compressedBytes).toBeGreaterThan(300);
    expect(crc32).toBe(null);
  });

  it.each(Object.entries(FORMS))('gives what is there wherever that is, from %s', async (_, members) => {
    const zip = buildZip(members.slice(0, 4));
    const headers = (await listed(zip)).map(({ headerOffset, path }) => ({
      path,
      // With the extra field of the ZIP64 forms.
      end: headerOffset + 30 + text(path).length + (members[0]?.isZip64 ? 20 : 0),
    }));
    for (let length = 0; length < zip.length; length++) {
      const salvaged = await salvage(sourceOf(zip.slice(0, length)));
      const there = headers.filter(({ end }) => length >= end).map(({ path }) => path);
      expect(salvaged?.paths ?? []).toEqual(there);
    }
  });
});

describe('what is no archive', () => {
  it.each([
    ['nothing', new Uint8Array()],
    ['text', text('PK is how it begins')],
    ['noise', new Uint8Array(randomBytes(300_000)).map((byte) => (byte === 0x50 ? 0 : byte))],
  ])('has no entries: %s', async (_, bytes) => {
    expect(await salvage(sourceOf(bytes))).toBe(null);
  });

  it('never makes it throw or hang when bytes of an archive are changed', async () => {
    let seed = 7;
    const random = (limit: number) => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((seed / 2 ** 32) * limit);
    };
    const forms = Object.values(FORMS).map((members) => buildZip(members.slice(0, 4)));
    for (let round = 0; round < 1000; round++) {
      const bytes = forms[round % forms.length]?.slice() ?? new Uint8Array();
      for (let i = random(6); i >= 0; i--) {
        const at = random(bytes.length);
        bytes.fill([0, 0xff, random(256)][random(3)] ?? 0, at, at + random(9));
      }
      const salvaged = await salvage(sourceOf(bytes));
      expect(salvaged?.entries.every(({ headerOffset }) => headerOffset < bytes.length) ?? true).toBe(true);
    }
  });
});

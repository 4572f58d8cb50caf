import { deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { assert } from '../base/assert';
import { problem } from '../base/problem';
import { err } from '../base/result';
import { createRandom } from '../fixtures/random';
import { aesExtraContent, encryptWinzipAes, encryptZipCrypto } from '../fixtures/zip-encryption';
import { buildZip, extraField, type ZipMember } from '../fixtures/zip-writer';
import { accessTo, createTestInflater, sourceOf } from './access.fixture';
import type { ArchiveAccess } from './archive-access';
import { crc32 } from './crc32';
import { AES_EXTRA, AES_METHOD } from './decryptor';
import { readDirectory } from './directory';
import { openEntrySource, type ContentSource } from './entry-source';
import { entryAt, type ArchiveEntry } from './entry-table';
import type { Inflater } from './inflater';
import { loadRestartPoints, saveRestartPoints } from './restart-points';
import type { Source } from './source';

let inflater: Inflater;

beforeAll(async () => {
  inflater = await createTestInflater();
});

/** Six bits of noise a byte, zeros in between. */
function makeContent(length: number): Uint8Array<ArrayBuffer> {
  const random = createRandom(length);
  const content = Uint8Array.from({ length }, () => Math.floor(random() * 64));
  for (let at = 0; at < length; at += 50_000) content.fill(0, at, at + 9_000);
  return content;
}

/** Deflated to some 3 MB: several chunks, and several restart points. */
const CONTENT = makeContent(4_000_000);
const DEFLATED = new Uint8Array(deflateRawSync(CONTENT, { level: 1 }));
const PASSWORD = 'Röntgen';

function zipCrypto(data: Uint8Array): Partial<ZipMember> {
  const checkByte = crc32(CONTENT) >>> 24;
  return { deflated: encryptZipCrypto(data, { password: PASSWORD, checkByte, seed: 1 }), isEncrypted: true };
}

function winzipAes(data: Uint8Array, method: number): Partial<ZipMember> {
  const salt = new Uint8Array(16).fill(7);
  const extra = extraField(AES_EXTRA, aesExtraContent(2, 256, method));
  return {
    deflated: encryptWinzipAes(data, { password: PASSWORD, strengthBits: 256, salt }),
    isEncrypted: true,
    method: AES_METHOD,
    localExtra: extra,
    centralExtra: extra,
  };
}

const WAYS: Readonly<Record<string, () => Partial<ZipMember>>> = {
  stored: () => ({}),
  deflated: () => ({ deflated: DEFLATED }),
  'deflated, ZipCrypto': () => ({ ...zipCrypto(DEFLATED), method: 8 }),
  'deflated, AES': () => winzipAes(DEFLATED, 8),
  'stored, ZipCrypto': () => ({ ...zipCrypto(CONTENT), method: 0 }),
  'stored, AES': () => winzipAes(CONTENT, 0),
};

interface Opened {
  readonly access: ArchiveAccess;
  readonly entry: ArchiveEntry;
}

async function openArchive(member: Partial<ZipMember>, change?: (source: Source) => Source): Promise<Opened> {
  const zip = sourceOf(buildZip([{ name: 'a.dcm', content: CONTENT, ...member }]));
  const directory = await readDirectory(zip);
  assert(directory.ok, 'the archive opens');
  const source = change?.(zip) ?? zip;
  return { access: accessTo(source, inflater, [PASSWORD]), entry: entryAt(directory.value.table, 0) };
}

async function openSource(member: Partial<ZipMember>): Promise<ContentSource> {
  return openIn(await openArchive(member));
}

async function openIn(
  { access, entry }: Opened,
  points?: Parameters<typeof openEntrySource>[2],
): Promise<ContentSource> {
  const opened = await openEntrySource(access, entry, points);
  assert(opened.ok, 'the entry opens');
  return opened.value;
}

async function expectContent(source: ContentSource, start: number, end: number): Promise<void> {
  const read = await source.read(start, end);
  assert(read.ok, `${String(start)} to ${String(end)} is read`);
  expect(read.value.length).toBe(end - start);
  expect(Buffer.compare(read.value, CONTENT.subarray(start, end))).toBe(0);
}

/** Counts what is read of a source. */
function counted(source: Source): { readonly source: Source; readonly count: () => number } {
  let bytes = 0;
  const read: Source['read'] = (start, end) => {
    bytes += end - start;
    return source.read(start, end);
  };
  return { source: { ...source, read }, count: () => bytes };
}

describe('the content of an entry as a source', () => {
  it.each(Object.entries(WAYS))('%s: equals the content, read in any order', async (_, member) => {
    const source = await openSource(member());
    expect([source.name, source.bytes]).toEqual(['a.dcm', CONTENT.length]);
    await expectContent(source, 0, 132);
    await expectContent(source, 2_500_000, 2_800_000);
    await expectContent(source, CONTENT.length - 1, CONTENT.length);
    const random = createRandom(5);
    for (let round = 0; round < 12; round++) {
      const start = Math.floor(random() * CONTENT.length);
      await expectContent(source, start, Math.min(CONTENT.length, start + Math.floor(random() * 200_000)));
    }
    await expectContent(source, 0, CONTENT.length);
    await expectContent(source, 777, 777);
  });

  it('answers reads that were asked for at once', async () => {
    const source = await openSource({ deflated: DEFLATED });
    const starts = [3_000_000, 10, 1_500_000, 3_000_100];
    await Promise.all(starts.map((start) => expectContent(source, start, start + 100)));
  });

  it('reads no more of the archive for what comes next than that', async () => {
    const archive = await openArchive({ deflated: DEFLATED });
    const { source, count } = counted(archive.access.source);
    const content = await openIn({ ...archive, access: { ...archive.access, source } });
    for (let at = 0; at < CONTENT.length; at += 100_000) await expectContent(content, at, at + 100_000);
    expect(count()).toBeLessThan(DEFLATED.length + 20_000);
  });

  it('goes back to a restart point, not to the start', async () => {
    const archive = await openArchive({ deflated: DEFLATED });
    const { source, count } = counted(archive.access.source);
    const content = await openIn({ ...archive, access: { ...archive.access, source } });
    await expectContent(content, 0, CONTENT.length);
    const before = count();
    await expectContent(content, 3_900_000, 3_900_010);
    // From the start it would be nearly all: points are 1 MB apart, and a chunk is 0.5 MB.
    expect(count() - before).toBeLessThan(DEFLATED.length / 2);
  });

  it.each(['deflated', 'deflated, ZipCrypto', 'stored, AES'])(
    '%s: carries its restart points over to another source',
    async (way) => {
      const archive = await openArchive(WAYS[way]?.() ?? {});
      const first = await openIn(archive);
      await expectContent(first, 3_500_000, 3_500_001);
      const saved = saveRestartPoints(first.restartPoints);
      assert(saved !== null, 'there are points');
      expect(saved.points.length).toBe(3);

      const { source, count } = counted(archive.access.source);
      const other = await createTestInflater();
      const second = await openIn(
        { ...archive, access: { ...archive.access, source, inflater: other } },
        await loadRestartPoints(structuredClone(saved)),
      );
      await expectContent(second, 3_400_000, 3_500_000);
      expect(count()).toBeLessThan(1_600_000);
      await expectContent(second, 1_333_333, 1_333_433);
      await expectContent(second, 0, 100);
    },
  );

  it('has no restart points where it needs none', async () => {
    const stored = await openSource({});
    await expectContent(stored, 0, CONTENT.length);
    expect(saveRestartPoints(stored.restartPoints)).toBeNull();
  });
});

describe('restart points', () => {
  it('take some megabytes, however long the content is', { timeout: 30_000 }, async () => {
    const mega = new Uint8Array(1 << 20);
    mega.set(CONTENT.subarray(9_000, 45_000));
    // Blocks that end with a byte (Z_SYNC_FLUSH = 2) can be put one after the other.
    const block = deflateRawSync(mega, { finishFlush: 2 });
    const deflated = new Uint8Array(Buffer.concat(Array.from({ length: 300 }, () => block)));
    const source = await openSource({ deflated, claimedBytes: 300 << 20 });
    const last = await source.read(299 << 20, (299 << 20) + 36_000);
    expect(last.ok && Buffer.compare(last.value, mega.subarray(0, 36_000))).toBe(0);
    expect(source.restartPoints.length).toBeLessThan(128);
    const bytes = source.restartPoints.reduce((sum, { stream }) => sum + stream.length, 0);
    expect(bytes).toBeLessThan(8_000_000);
    const contents = source.restartPoints.map(({ content }) => content);
    const gaps = contents.map((content, index) => content - (contents[index - 1] ?? 0));
    expect(Math.max(...gaps)).toBeLessThan(6_000_000);
  });
});

describe('what is wrong with an entry', () => {
  it('is a problem where it is, and the content before it is read all the same', async () => {
    // The first half, ended with a byte (Z_SYNC_FLUSH = 2), then a block of the reserved type 3 (RFC 1951, 3.2.3).
    const half = deflateRawSync(CONTENT.subarray(0, 2_000_000), { finishFlush: 2 });
    const source = await openSource({
      deflated: new Uint8Array(Buffer.concat([half, Uint8Array.of(0x07, 0, 0)])),
    });
    await expectContent(source, 1_000_000, 1_000_100);
    for (let round = 0; round < 2; round++) {
      expect(await source.read(3_900_000, 3_900_001)).toMatchObject({
        ok: false,
        error: { code: 'entry-data-damaged', where: 'a.dcm' },
      });
    }
    await expectContent(source, 1_000_000, 1_000_100);
  });

  it.each([2_000_000, 512 << 10, (512 << 10) + 1, 0])(
    'a stream of %i bytes ends too early',
    async (length) => {
      const source = await openSource({ deflated: DEFLATED.subarray(0, length) });
      const read = await source.read(3_900_000, 3_900_001);
      expect(read).toEqual(err(problem('entry-data-damaged', 'a.dcm', { reason: 'they end too early' })));
    },
  );

  it.each([100_000, 1 << 16, 1 << 17, 2_000_000])(
    'a stream that ends after %i bytes has fewer than the directory claims',
    async (length) => {
      const deflated = new Uint8Array(deflateRawSync(CONTENT.subarray(0, length)));
      const source = await openSource({ deflated, claimedBytes: 3_000_000 });
      await expectContent(source, 0, length);
      const mismatch = problem('entry-size-mismatch', 'a.dcm', { expected: 3_000_000, actual: length });
      expect(await source.read(length, length + 1)).toEqual(err(mismatch));
      expect(await source.read(0, 3_000_000)).toEqual(err(mismatch));
      await expectContent(source, 5, 10);
    },
  );

  it('is said of encrypted data that are too short', async () => {
    const source = await openSource({ ...winzipAes(CONTENT.subarray(0, 1_000_000), 0) });
    expect(await source.read(900_000, 1_000_001)).toMatchObject({ error: { code: 'entry-data-damaged' } });
    await expectContent(source, 900_000, 1_000_000);
  });

  it('goes away with a medium that is back', async () => {
    let isGone = false;
    const gone = problem('source-unreadable', 'test.zip', { offset: 0, reason: 'NotReadableError' });
    const content = await openIn(
      await openArchive(WAYS['deflated, ZipCrypto']?.() ?? {}, (source) => ({
        ...source,
        read: (start, end) => (isGone ? Promise.resolve(err(gone)) : source.read(start, end)),
      })),
    );
    await expectContent(content, 2_500_000, 2_500_100);
    isGone = true;
    for (const at of [3_500_000, 1_500_000, 1_600_000]) {
      expect(await content.read(at, at + 10)).toEqual(err({ ...gone, where: 'a.dcm' }));
    }
    isGone = false;
    await expectContent(content, 1_600_000, 1_600_010);
    await expectContent(content, 3_500_000, 3_500_010);
  });

  it('refuses what it cannot open', async () => {
    const { access, entry } = await openArchive(WAYS['stored, AES']?.() ?? {});
    const locked = await openEntrySource({ ...access, passwords: ['wrong'] }, entry);
    expect(locked).toEqual(err(problem('entry-encrypted', 'a.dcm', {})));
  });
});

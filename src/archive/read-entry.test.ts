import { deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { problem } from '../base/problem';
import { buildZip, type ZipMember, type ZipOptions } from '../fixtures/zip-writer';
import { accessTo, createTestInflater, sourceOf } from './access.fixture';
import { readDirectory } from './directory';
import { entryAt, type ArchiveEntry } from './entry-table';
import type { Inflater } from './inflater';
import { readEntry, readEntryPrefix } from './read-entry';
import type { Source } from './source';

let inflater: Inflater;

beforeAll(async () => {
  inflater = await createTestInflater();
});

const deflated: ZipOptions = { deflateRaw: (bytes) => deflateRawSync(bytes) };

function noise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 26;
  });
}

/** Deflated to more than one chunk of 8 MB. */
const LARGE = noise(14_000_000);
const SMALL = LARGE.subarray(0, 50_000);

interface Opened {
  readonly source: Source;
  readonly entry: ArchiveEntry;
}

async function open(member: Partial<ZipMember>, options: ZipOptions = {}): Promise<Opened> {
  const source = sourceOf(buildZip([{ name: 'a.dcm', ...member }], options));
  const directory = await readDirectory(source);
  if (!directory.ok) throw new Error('not opened');
  return { source, entry: entryAt(directory.value.table, 0) };
}

async function read({ source, entry }: Opened, signal?: AbortSignal) {
  const result = await readEntry(accessTo(source, inflater), entry, signal);
  if (!result.ok) return { code: result.error.code };
  return { bytes: result.value.bytes, problems: result.value.problems };
}

function expectBytes(actual: Uint8Array | undefined, expected: Uint8Array): void {
  expect(actual?.length).toBe(expected.length);
  expect(actual && Buffer.compare(actual, expected)).toBe(0);
}

describe('readEntry', () => {
  it.each([
    ['stored', SMALL, {}],
    ['deflated', SMALL, deflated],
    ['large stored', LARGE, {}],
    ['large deflated', LARGE, { deflateRaw: (bytes: Uint8Array) => deflateRawSync(bytes, { level: 1 }) }],
    ['empty', new Uint8Array(), {}],
  ])('gives a whole %s entry', async (_, content, options) => {
    const { bytes, problems } = await read(await open({ content }, options));
    expectBytes(bytes, content);
    expect(problems).toEqual([]);
  });

  it('needs nothing of a data descriptor, a ZIP64 field or a long local header', async () => {
    const member = {
      content: SMALL,
      hasDataDescriptor: true,
      isZip64: true,
      localExtra: new Uint8Array(60_000),
    };
    const { bytes, problems } = await read(await open(member, deflated));
    expectBytes(bytes, SMALL);
    expect(problems).toEqual([]);
  });

  it('gives the bytes and says that their CRC is wrong', async () => {
    const content = new TextEncoder().encode('123456789');
    const { bytes, problems } = await read(await open({ content, crc32: 0x00abcdef }));
    expectBytes(bytes, content);
    expect(problems).toEqual([
      problem('entry-crc-mismatch', 'a.dcm', { expected: '00ABCDEF', actual: 'CBF43926' }),
    ]);
  });

  it('says that there are fewer bytes than the directory claims, without memory for the claim', async () => {
    const { bytes, problems } = await read(
      await open({ content: SMALL, claimedBytes: 2 ** 32 - 2 }, deflated),
    );
    expectBytes(bytes, SMALL);
    expect(bytes?.buffer.byteLength).toBeLessThan(1_000_000);
    expect(problems).toEqual([
      problem('entry-size-mismatch', 'a.dcm', { expected: 4_294_967_294, actual: 50_000 }),
    ]);
  });

  it.each([
    ['stored', {}],
    ['deflated', deflated],
  ])('stops a %s entry that gives more than the directory claims', async (_, options) => {
    const { bytes, problems } = await read(await open({ content: SMALL, claimedBytes: 100 }, options));
    expectBytes(bytes, SMALL.subarray(0, 100));
    expect(problems).toEqual([problem('entry-size-mismatch', 'a.dcm', { expected: 100, actual: 101 })]);
  });

  it('gives the bytes before the damage', async () => {
    // A block of the reserved type 3 (RFC 1951, 3.2.3) after a stored block with the first 20,000 bytes.
    const stream = Uint8Array.of(0, 0x20, 0x4e, 0xdf, 0xb1, ...SMALL.subarray(0, 20_000), 0x07);
    const { bytes, problems } = await read(await open({ content: SMALL, deflated: stream }));
    expect(problems).toMatchObject([{ code: 'entry-data-damaged', where: 'a.dcm' }]);
    expectBytes(bytes, SMALL.subarray(0, 20_000));
  });

  it('gives the bytes of a stream that ends too early', async () => {
    const half = new Uint8Array(deflateRawSync(SMALL)).subarray(0, 15_000);
    const { bytes, problems } = await read(await open({ content: SMALL, deflated: half }));
    expect(problems).toEqual([problem('entry-data-damaged', 'a.dcm', { reason: 'they end too early' })]);
    expectBytes(bytes, SMALL.subarray(0, bytes?.length));
    expect(bytes?.length).toBeGreaterThan(10_000);
  });

  it('refuses an entry within which the archive ends', async () => {
    const { source, entry } = await open({ content: SMALL });
    const result = await readEntry(accessTo(source, inflater), {
      ...entry,
      compressedBytes: 1e12,
      bytes: 1e12,
    });
    expect(result).toEqual({
      ok: false,
      error: problem('entry-data-damaged', 'a.dcm', { reason: 'the archive ends within them' }),
    });
  });

  it('refuses what it cannot read', async () => {
    const refused = async (member: Partial<ZipMember>) => (await read(await open(member))).code;
    expect(await refused({ content: SMALL, isEncrypted: true })).toBe('entry-encrypted');
    expect(await refused({ content: SMALL, method: 12 })).toBe('entry-method-unsupported');
    const { source, entry } = await open({ content: SMALL });
    for (const headerOffset of [1, -1, source.bytes - 4, 2 ** 60]) {
      expect((await read({ source, entry: { ...entry, headerOffset } })).code).toBe('entry-header-bad');
    }
  });

  it('stops when it is cancelled', async () => {
    expect((await read(await open({ content: SMALL }), AbortSignal.abort())).code).toBe('cancelled');
  });
});

describe('readEntryPrefix', () => {
  it.each([
    ['stored', {}],
    ['deflated', { deflateRaw: (bytes: Uint8Array) => deflateRawSync(bytes, { level: 1 }) }],
  ])('reads and gives only the start of a %s entry', async (_, options) => {
    const { source, entry } = await open({ content: LARGE }, options);
    let readBytes = 0;
    const counting: Source = {
      ...source,
      read: (start, end) => {
        readBytes += end - start;
        return source.read(start, end);
      },
    };
    const result = await readEntryPrefix(accessTo(counting, inflater), entry, 3000);
    expectBytes(result.ok ? result.value.bytes : undefined, LARGE.subarray(0, 3000));
    expect(readBytes).toBeLessThan(300_000);
  });

  it('gives all of a shorter entry, checked', async () => {
    const { source, entry } = await open({ content: SMALL, crc32: 1 }, deflated);
    const result = await readEntryPrefix(accessTo(source, inflater), entry, 1e6);
    expectBytes(result.ok ? result.value.bytes : undefined, SMALL);
    expect(result).toMatchObject({ value: { problems: [{ code: 'entry-crc-mismatch' }] } });
  });
});

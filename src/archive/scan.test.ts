import { deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { problem, type Problem } from '../base/problem';
import { err, ok } from '../base/result';
import { buildZip, type ZipMember, type ZipOptions } from '../fixtures/zip-writer';
import { accessTo, createTestInflater, sourceOf } from './access.fixture';
import { readDirectory } from './directory';
import type { EntryTable } from './entry-table';
import type { Inflater } from './inflater';
import { scanEntries, type Scan } from './scan';
import { shareEntries } from './share-entries';
import type { Source } from './source';

let inflater: Inflater;

beforeAll(async () => {
  inflater = await createTestInflater();
});

const deflated: ZipOptions = { deflateRaw: (bytes) => deflateRawSync(bytes) };

/** Content number `seed`: hardly compressible, and begins with its own number. */
function contentOf(seed: number, length: number): Uint8Array {
  const content = new Uint8Array(length);
  let state = seed + 1;
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    content[i] = state >>> 26;
  }
  new DataView(content.buffer).setUint32(0, seed, true);
  return content;
}

function membersOf(lengths: readonly number[]): readonly ZipMember[] {
  return lengths.map((length, i) => ({ name: `f${String(i)}`, content: contentOf(i, length) }));
}

interface Opened {
  readonly source: Source;
  readonly table: EntryTable;
}

async function open(members: readonly ZipMember[], options: ZipOptions = {}): Promise<Opened> {
  const source = sourceOf(buildZip(members, options));
  const directory = await readDirectory(source);
  if (!directory.ok) throw new Error('not opened');
  return { source, table: directory.value.table };
}

/** Scans for the first `headBytes` of each entry, and logs what happens to each. */
async function logScan({ source, table }: Opened, headBytes: number, over: Partial<Scan> = {}) {
  const seen: [index: number, seed: number][] = [];
  const failed: [index: number, code: Problem['code']][] = [];
  const problems: Problem[] = [];
  let calls = 0;
  const result = await scanEntries({
    access: accessTo(source, inflater),
    table,
    share: shareEntries(table, 1)[0] ?? new Uint32Array(),
    visit: (entry, head) => {
      calls++;
      if (head.require(headBytes) === 'not-loaded') return 'need-more';
      if (head.problem) problems.push(head.problem);
      const { buffer, byteOffset } = head.bytes;
      seen.push([
        entry.index,
        head.available >= 4 ? new DataView(buffer, byteOffset).getUint32(0, true) : -1,
      ]);
      return 'done';
    },
    fail: (entry, reason) => failed.push([entry.index, reason.code]),
    signal: new AbortController().signal,
    ...over,
  });
  return { result, seen, failed, problems, calls };
}

const inOrder = (count: number) => Array.from({ length: count }, (_, i) => [i, i]);

const LENGTHS = Array.from({ length: 300 }, (_, i) => 4 + ((i * 7919) % 5000));

describe('scanEntries', () => {
  it.each([
    ['stored', {}],
    ['deflated', deflated],
  ])('visits each %s entry once, in file order', async (_, options) => {
    const log = await logScan(await open(membersOf(LENGTHS), options), 4);
    expect(log.seen).toEqual(inOrder(300));
    expect(log.failed).toEqual([]);
    expect(log.calls).toBe(300);
  });

  it.each([
    ['windows that hold hardly an entry', { firstBytes: 1, maxBytes: 1, headBytes: 1 }],
    ['windows of a few entries', { firstBytes: 5000, maxBytes: 20_000, headBytes: 100 }],
  ])('visits each entry once with %s, however much of it is wanted', async (_, limits) => {
    const opened = await open(membersOf(LENGTHS), deflated);
    const log = await logScan(opened, 1e6, { limits });
    expect(log.seen).toEqual(inOrder(300));
    expect(log.failed).toEqual([]);
    expect(log.problems).toEqual([]);
  });

  it('gives whole contents to who asks for more again and again', async () => {
    const lengths = [900_000, 10, 700_000];
    for (const options of [{}, deflated]) {
      const opened = await open(membersOf(lengths), options);
      const found: boolean[] = [];
      await logScan(opened, 0, {
        visit: (entry, head) => {
          const length = lengths[entry.index] ?? 0;
          if (head.require(length) === 'not-loaded') return 'need-more';
          found.push(Buffer.compare(head.bytes.subarray(0, length), contentOf(entry.index, length)) === 0);
          return 'done';
        },
      });
      expect(found).toEqual([true, true, true]);
    }
  });

  it('reads only the heads of large entries', async () => {
    const opened = await open(membersOf([6_000_000, 6_000_000, 6_000_000]));
    const { result, seen } = await logScan(opened, 4);
    expect(seen).toEqual(inOrder(3));
    // 32 KB and room for a local header, three times.
    expect(result).toMatchObject({ ok: true, value: { readBytes: 3 * (32_768 + 1024) } });
  });

  it('counts the compressed bytes it has passed and the bytes it inflated', async () => {
    const opened = await open(membersOf(LENGTHS), deflated);
    const { result } = await logScan(opened, 4);
    const compressedBytes = opened.table.compressedBytes.reduce((sum, bytes) => sum + bytes, 0);
    expect(result).toMatchObject({ ok: true, value: { compressedBytes } });
    if (!result.ok) return;
    expect(result.value.inflatedBytes).toBeGreaterThan(300 * 4);
    expect(result.value.inflatedBytes).toBeLessThanOrEqual(300 * 4100);
  });

  it('fails what it cannot read and visits the rest', async () => {
    const content = contentOf(5, 100);
    const opened = await open([
      { name: 'encrypted', content, isEncrypted: true },
      { name: 'bzip2', content, method: 12 },
      { name: 'directory/' },
      { name: 'aes', content, method: 99, isEncrypted: true },
      { name: 'zstd', content, method: 93 },
      { name: 'fine', content },
    ]);
    const details: Problem[] = [];
    const log = await logScan(opened, 4, { fail: (_, reason) => details.push(reason) });
    expect(log.seen).toEqual([[5, 5]]);
    expect(details).toEqual([
      problem('entry-encrypted', 'encrypted', {}),
      problem('entry-method-unsupported', 'bzip2', { method: 12, methodName: 'BZIP2' }),
      problem('entry-method-unsupported', 'aes', { method: 99, methodName: 'a strong encryption' }),
      problem('entry-method-unsupported', 'zstd', { method: 93, methodName: 'Zstandard' }),
    ]);
  });

  it('fails entries whose local header is not there, wherever the directory points', async () => {
    const { source, table } = await open(membersOf(LENGTHS));
    const headerOffset = table.headerOffset.slice();
    headerOffset.set([-5, 2 ** 60, 17], 3);
    const log = await logScan({ source, table: { ...table, headerOffset } }, 4);
    expect(log.failed.sort(([a], [b]) => a - b)).toEqual([
      [3, 'entry-header-bad'],
      [4, 'entry-header-bad'],
      [5, 'entry-header-bad'],
    ]);
    expect(log.seen).toHaveLength(297);
  });

  it('reads past a local header that is longer than any', async () => {
    const members = membersOf([500, 500]).map((member) => ({
      ...member,
      localExtra: new Uint8Array(60_000),
    }));
    const log = await logScan(await open(members, deflated), 400, {
      limits: { firstBytes: 2000, maxBytes: 2000, headBytes: 64 },
    });
    expect(log.seen).toEqual(inOrder(2));
  });

  it('visits entries that share one place', async () => {
    const { source, table } = await open(membersOf([100, 100, 100]));
    const log = await logScan({ source, table: { ...table, headerOffset: new Float64Array(3) } }, 4);
    expect(log.seen).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
    ]);
  });

  it('tells of sizes that are not true', async () => {
    const content = contentOf(0, 100);
    const opened = await open([{ name: 'short', content, claimedBytes: 300 }], deflated);
    const log = await logScan(opened, 300);
    expect(log.problems).toEqual([problem('entry-size-mismatch', 'short', { expected: 300, actual: 100 })]);
  });

  it('reads entries that lie beyond 4 GiB', async () => {
    const archive = buildZip(membersOf(LENGTHS));
    const start = 5 * 2 ** 30;
    const source: Source = {
      name: 'huge.zip',
      bytes: start + archive.length,
      partStarts: [0],
      read: (from, to) => {
        // Zeros before the archive.
        const bytes = new Uint8Array(to - from);
        const part = archive.subarray(Math.max(0, from - start), Math.max(0, to - start));
        bytes.set(part, bytes.length - part.length);
        return Promise.resolve(ok(bytes));
      },
    };
    const directory = await readDirectory(source);
    if (!directory.ok) throw new Error('not opened');
    expect(directory.value.table.headerOffset[0]).toBe(5_368_709_120);
    const log = await logScan({ source, table: directory.value.table }, 4);
    expect(log.seen).toEqual(inOrder(300));
  });

  it('fails the entries of a window that cannot be read and goes on', async () => {
    const opened = await open(membersOf(Array.from({ length: 100 }, () => 3000)));
    const read: Source['read'] = (start, end) =>
      start <= 100_000 && 100_000 < end
        ? Promise.resolve(err(problem('source-unreadable', 'test.zip', { offset: start, reason: 'gone' })))
        : opened.source.read(start, end);
    const limits = { firstBytes: 10_000, maxBytes: 10_000, headBytes: 4096 };
    const log = await logScan(
      { ...opened, source: { ...opened.source, read, readScattered: undefined } },
      4,
      { limits },
    );
    expect(log.failed.length).toBeGreaterThan(0);
    expect(log.failed.length).toBeLessThanOrEqual(4);
    expect(new Set(log.failed.map(([, code]) => code))).toEqual(new Set(['source-unreadable']));
    expect(log.seen.length + log.failed.length).toBe(100);
  });

  it('stops at once when it is cancelled between entries', async () => {
    const controller = new AbortController();
    let visits = 0;
    const { result } = await logScan(await open(membersOf(LENGTHS)), 4, {
      signal: controller.signal,
      visit: () => {
        if (++visits === 10) controller.abort();
        return 'done';
      },
    });
    expect(visits).toBe(10);
    expect(result).toEqual({ ok: false, error: problem('cancelled', 'test.zip', {}) });
  });

  it('stops at once when it is cancelled during a read that never ends', async () => {
    const opened = await open(membersOf(LENGTHS));
    const controller = new AbortController();
    const source = {
      ...opened.source,
      read: () =>
        new Promise<never>(() =>
          setTimeout(() => {
            controller.abort();
          }),
        ),
    };
    const { result, calls } = await logScan({ ...opened, source }, 4, { signal: controller.signal });
    expect(result).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(calls).toBe(0);
  });

  it('lets messages through while it works', async () => {
    const controller = new AbortController();
    let visits = 0;
    setTimeout(() => {
      controller.abort();
    }, 0);
    await logScan(await open(membersOf(LENGTHS)), 4, {
      signal: controller.signal,
      visit: () => {
        visits++;
        for (const end = performance.now() + 5; performance.now() < end;);
        return 'done';
      },
    });
    expect(visits).toBeLessThan(300);
  });
});

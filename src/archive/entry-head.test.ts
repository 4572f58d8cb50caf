import { deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestInflater } from './access.fixture';
import type { EntryData } from './entry-data';
import { openEntryHead } from './entry-head';
import { createGrowingBytes } from './growing-bytes';
import type { Inflater } from './inflater';

let inflater: Inflater;

beforeAll(async () => {
  inflater = await createTestInflater();
});

/** Compresses to about half, like pixels do. */
const CONTENT = noise(200_000);
const DEFLATED = new Uint8Array(deflateRawSync(CONTENT));

function noise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 28;
  });
}

function isSame(actual: Uint8Array, expected: Uint8Array): boolean {
  return Buffer.compare(actual, expected) === 0;
}

function dataOf(compressed: Uint8Array, over: Partial<EntryData> & { bytes?: number; method?: number } = {}) {
  const { bytes = CONTENT.length, method = 8, rest = 'none' } = over;
  const entry = {
    index: 0,
    path: 'a/b.dcm',
    hasLocalHeader: true,
    headerOffset: 0,
    compressedBytes: compressed.length,
    bytes,
    crc32: 0,
    method,
    encryption: { kind: 'none' } as const,
    isDirectory: false,
    isSymlink: false,
  };
  return { entry, dataStart: 37, compressed, rest } satisfies EntryData;
}

function openHead(data: EntryData) {
  return openEntryHead(data, { inflater, buffer: createGrowingBytes() });
}

describe('the head of a deflated entry', () => {
  it('inflates about as much as is asked for', () => {
    const head = openHead(dataOf(DEFLATED));
    expect(head.require(132)).toBe('ok');
    expect(head.available).toBeLessThanOrEqual(132 + 4096);
    expect(head.require(50_000)).toBe('ok');
    expect(isSame(head.bytes.subarray(0, 50_000), CONTENT.subarray(0, 50_000))).toBe(true);
    expect(head.available).toBeLessThanOrEqual(50_000 + 4096);
    head.dispose();
  });

  it('gives all of it, and says that there is no more', () => {
    const head = openHead(dataOf(DEFLATED));
    expect(head.require(CONTENT.length)).toBe('ok');
    expect(head.require(CONTENT.length + 1)).toBe('no-more');
    expect(isSame(head.bytes.subarray(0, head.available), CONTENT)).toBe(true);
    expect(head.problem).toBeNull();
    head.dispose();
  });

  it('inflates what is compressed a thousandfold', () => {
    const zeros = new Uint8Array(3_000_000);
    const head = openHead(dataOf(new Uint8Array(deflateRawSync(zeros)), { bytes: zeros.length }));
    expect(head.require(1)).toBe('ok');
    expect(head.available).toBeLessThanOrEqual(4096);
    expect(head.require(zeros.length + 1)).toBe('no-more');
    expect(head.available).toBe(zeros.length);
    expect(head.problem).toBeNull();
    head.dispose();
  });

  it('tells what has not been read from what is not there', () => {
    const part = DEFLATED.subarray(0, 5000);
    const starved = openHead(dataOf(part, { rest: 'not-loaded' }));
    expect(starved.require(CONTENT.length)).toBe('not-loaded');
    expect(starved.require(100)).toBe('ok');
    expect(starved.problem).toBeNull();
    const cut = openHead(dataOf(part, { rest: 'cut-off' }));
    expect(cut.require(CONTENT.length)).toBe('no-more');
    expect(cut.available).toBe(starved.available);
    expect(cut.problem).toMatchObject({ code: 'entry-data-damaged', where: 'a/b.dcm' });
    starved.dispose();
    cut.dispose();
    const endless = openHead(dataOf(part, { rest: 'beyond-limit' }));
    expect(endless.require(CONTENT.length)).toBe('no-more');
    expect(endless.problem).toMatchObject({ code: 'entry-too-large', detail: { limitBytes: 5000 } });
    endless.dispose();
  });

  it('gives the bytes before the damage, and a problem', () => {
    // A block of the reserved type 3 (RFC 1951, 3.2.3) after a stored block with the first 20,000 bytes.
    const damaged = Uint8Array.of(0, 0x20, 0x4e, 0xdf, 0xb1, ...CONTENT.subarray(0, 20_000), 0x07);
    const head = openHead(dataOf(damaged));
    expect(head.require(10_000)).toBe('ok');
    expect(head.problem).toBeNull();
    expect(head.require(CONTENT.length + 1)).toBe('no-more');
    expect(head.problem).toMatchObject({ code: 'entry-data-damaged' });
    expect(isSame(head.bytes.subarray(0, head.available), CONTENT.subarray(0, 20_000))).toBe(true);
    head.dispose();
  });

  it('reports an entry that holds less than the directory says', () => {
    const head = openHead(dataOf(DEFLATED, { bytes: 3 * CONTENT.length }));
    expect(head.require(3 * CONTENT.length)).toBe('no-more');
    expect(head.problem).toEqual({
      code: 'entry-size-mismatch',
      where: 'a/b.dcm',
      detail: { expected: 600_000, actual: 200_000 },
    });
    head.dispose();
  });

  it('gives no more than the directory says, and reports that there is more', () => {
    const head = openHead(dataOf(DEFLATED, { bytes: 1000 }));
    expect(head.require(1001)).toBe('no-more');
    expect(head.available).toBe(1000);
    expect(head.problem).toMatchObject({ code: 'entry-size-mismatch', detail: { expected: 1000 } });
    head.dispose();
  });

  it('keeps two streams apart', () => {
    const other = CONTENT.map((byte) => byte ^ 0x55);
    const [first, second] = [
      openHead(dataOf(DEFLATED)),
      openHead(dataOf(new Uint8Array(deflateRawSync(other)))),
    ];
    for (const end of [1000, 70_000, 140_000, 200_000]) {
      expect([first.require(end), second.require(end)]).toEqual(['ok', 'ok']);
    }
    expect(isSame(first.bytes.subarray(0, 200_000), CONTENT)).toBe(true);
    expect(isSame(second.bytes.subarray(0, 200_000), other)).toBe(true);
    first.dispose();
    second.dispose();
  });
});

describe('the head of a stored entry', () => {
  it('is the very bytes that were read', () => {
    const head = openHead(dataOf(CONTENT, { method: 0 }));
    expect(head.require(CONTENT.length)).toBe('ok');
    expect(head.bytes.buffer).toBe(CONTENT.buffer);
    expect(head.require(CONTENT.length + 1)).toBe('no-more');
    expect(head.problem).toBeNull();
  });

  it('says when more has to be read', () => {
    const head = openHead(dataOf(CONTENT.subarray(0, 100), { method: 0, rest: 'not-loaded' }));
    expect([head.require(100), head.require(101)]).toEqual(['ok', 'not-loaded']);
    expect(head.problem).toBeNull();
  });
});

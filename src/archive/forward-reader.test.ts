import { describe, expect, it } from 'vitest';
import { problem } from '../base/problem';
import { err, ok } from '../base/result';
import { createForwardReader } from './forward-reader';
import type { Source } from './source';

/** `bytes` bytes of which each is the lowest one of its offset; what is from `damagedAt` on cannot be read. */
function countingSource(bytes: number, damagedAt = Infinity): { source: Source; reads: [number, number][] } {
  const reads: [number, number][] = [];
  const source: Source = {
    name: 'counting',
    bytes,
    partStarts: [0],
    read: (start, end) => {
      reads.push([start, end]);
      if (end > damagedAt) return Promise.resolve(err(problem('entry-data-damaged', 'x', { reason: 'cut' })));
      return Promise.resolve(ok(Uint8Array.from({ length: end - start }, (_, i) => (start + i) & 0xff)));
    },
  };
  return { source, reads };
}

async function bytesAt(source: Source, offsets: readonly number[], bytes: number): Promise<void> {
  const reader = createForwardReader(source);
  for (const offset of offsets) {
    const read = await reader.read(offset, bytes);
    if (!read.ok) throw new Error(read.error.code);
    const expected = Array.from(
      { length: Math.min(bytes, source.bytes - offset) },
      (_, i) => (offset + i) & 0xff,
    );
    expect([...read.value.subarray(0, bytes)]).toEqual(expected);
  }
}

describe('a forward reader', () => {
  it('reads records that are close to each other with few reads, none of them twice', async () => {
    const { source, reads } = countingSource(3_000_000);
    await bytesAt(
      source,
      Array.from({ length: 3000 }, (_, i) => i * 1000),
      700,
    );
    expect(reads.length).toBeLessThan(12);
    const ends = reads.map(([, end]) => end);
    expect(reads.slice(1).every(([start], i) => start >= (ends[i] ?? Infinity))).toBe(true);
    expect(reads.at(-1)?.[1]).toBe(3_000_000);
  });

  it('passes over what is long between records', async () => {
    const { source, reads } = countingSource(10_000_000);
    await bytesAt(source, [0, 3_000_000, 6_000_000, 9_999_900], 500);
    const readBytes = reads.reduce((sum, [start, end]) => sum + end - start, 0);
    expect(reads).toHaveLength(4);
    expect(readBytes).toBeLessThan(200_000);
  });

  it('gives records that are longer than a window, and those across the end of one', async () => {
    const { source } = countingSource(300_000);
    await bytesAt(source, [0, 31_000, 31_500, 32_700, 290_000], 2000);
    await bytesAt(source, [0, 10, 100_000], 90_000);
  });

  it('gives what there is at the end of the source, and nothing behind it', async () => {
    const reader = createForwardReader(countingSource(10).source);
    expect(await reader.read(4, 100)).toMatchObject({ ok: true, value: { length: 6 } });
    expect(await reader.read(10, 1)).toEqual(ok(new Uint8Array()));
    expect(await reader.read(2 ** 60, 1)).toEqual(ok(new Uint8Array()));
  });

  it('gives all that is before what cannot be read', async () => {
    const reader = createForwardReader(countingSource(1_000_000, 5000).source);
    expect(await reader.read(4000, 900)).toMatchObject({ ok: true });
    expect(await reader.read(4500, 500)).toMatchObject({ ok: true });
    expect(await reader.read(4501, 500)).toMatchObject({ ok: false, error: { code: 'entry-data-damaged' } });
  });
});

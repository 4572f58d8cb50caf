import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { problem } from '../base/problem';
import { sourceOf } from './access.fixture';
import { computeSha256 } from './sha-256';

const quiet = { signal: new AbortController().signal, onProgress: () => undefined };

describe('computeSha256', () => {
  it('gives the digests of FIPS 180-4', async () => {
    const abc = new TextEncoder().encode('abc');
    expect(await computeSha256(sourceOf(abc), quiet)).toEqual({
      ok: true,
      value: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    });
    expect(await computeSha256(sourceOf(new Uint8Array()), quiet)).toEqual({
      ok: true,
      value: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    });
  });

  it('reads a long file piece by piece, and says how far it is', async () => {
    const bytes = new Uint8Array(20_000_000).fill(7);
    const passed: number[] = [];
    const onProgress = (bytesDone: number) => passed.push(bytesDone);
    const digest = await computeSha256(sourceOf(bytes), { ...quiet, onProgress });
    expect(digest).toEqual({ ok: true, value: createHash('sha256').update(bytes).digest('hex') });
    expect(passed).toEqual([8_388_608, 16_777_216, 20_000_000]);
  });

  it('stops when it is told to', async () => {
    const digest = await computeSha256(sourceOf(new Uint8Array(5)), {
      ...quiet,
      signal: AbortSignal.abort(),
    });
    expect(digest).toEqual({ ok: false, error: problem('cancelled', 'test.zip', {}) });
  });
});

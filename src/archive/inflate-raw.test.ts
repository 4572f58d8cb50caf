import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { deflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { inflateRaw } from './inflate-raw';
import { createInflater } from './inflater';

const path = createRequire(import.meta.url).resolve('zlib-streams/zlib-streams.wasm');
const inflater = await createInflater(new Uint8Array(readFileSync(path)));
let state = 1;
const content = Uint8Array.from({ length: 300_000 }, () => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state >>> 28;
});
const deflated = new Uint8Array(deflateRawSync(content));

function inflated(bytes: Uint8Array): Uint8Array {
  const result = inflateRaw(bytes, inflater);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

it('inflates a stream, and leaves what follows it alone', () => {
  expect(Buffer.compare(inflated(deflated), content)).toBe(0);
  expect(Buffer.compare(inflated(Uint8Array.of(...deflated, 0)), content)).toBe(0);
});

it('gives what a cut stream holds', () => {
  const half = inflated(deflated.subarray(0, deflated.length / 2));
  expect(half.length).toBeGreaterThan(50_000);
  expect(Buffer.compare(half, content.subarray(0, half.length))).toBe(0);
});

it('refuses what is no deflate stream', () => {
  // The reserved block type (RFC 1951, 3.2.3).
  expect(inflateRaw(Uint8Array.of(7, 0, 0), inflater)).toMatchObject({
    ok: false,
    error: { code: 'entry-data-damaged' },
  });
});

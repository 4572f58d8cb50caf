import { deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestInflater } from './access.fixture';
import type { Inflater, InflateStream } from './inflater';

let inflater: Inflater;

beforeAll(async () => {
  inflater = await createTestInflater();
});

/** Text-like: compressible, and never the same for long. */
function content(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return 65 + ((state >>> 16) & 15);
  });
}

interface Place {
  consumed: number;
  produced: number;
}

/** Inflates until `end` bytes are out; returns what came. */
function inflateTo(stream: InflateStream, compressed: Uint8Array, place: Place, end: number): Uint8Array {
  const output = new Uint8Array(end - place.produced);
  let filled = 0;
  while (filled < output.length) {
    const step = stream.inflate(compressed.subarray(place.consumed), output.subarray(filled));
    place.consumed += step.consumed;
    filled += step.produced;
    if (step.consumed === 0 && step.produced === 0) break;
  }
  place.produced = end;
  return output;
}

/** Much quicker than comparing arrays number by number. */
function expectBytes(actual: Uint8Array, expected: Uint8Array): void {
  expect(actual).toHaveLength(expected.length);
  expect(Buffer.compare(actual, expected)).toBe(0);
}

describe('a restartable stream', () => {
  const original = content(900_000);
  const compressed = new Uint8Array(deflateRawSync(original));

  it('goes on from what was saved, again and again', async () => {
    const stream = await inflater.openRestartable('deflate');
    const place = { consumed: 0, produced: 0 };
    inflateTo(stream, compressed, place, 500_001);
    const saved = stream.save();
    const there = { ...place };
    for (let round = 0; round < 2; round++) {
      stream.restore(saved);
      const again = { ...there };
      expectBytes(inflateTo(stream, compressed, again, 900_000), original.subarray(500_001));
    }
    expect(saved.length).toBeLessThan(110_000);
  });

  it('goes on in another inflater, whatever that one did before', async () => {
    const one = await inflater.openRestartable('deflate');
    const place = { consumed: 0, produced: 0 };
    inflateTo(one, compressed, place, 333_333);
    const saved = one.save();

    const other = await (await createTestInflater()).openRestartable('deflate');
    inflateTo(other, compressed, { consumed: 0, produced: 0 }, 700_000);
    other.restore(saved);
    expectBytes(inflateTo(other, compressed, place, 900_000), original.subarray(333_333));
  });

  it('goes back to its very start', async () => {
    const stream = await inflater.openRestartable('deflate');
    const saved = stream.save();
    inflateTo(stream, compressed, { consumed: 0, produced: 0 }, 800_000);
    stream.restore(saved);
    expectBytes(inflateTo(stream, compressed, { consumed: 0, produced: 0 }, 900_000), original);
  });
});

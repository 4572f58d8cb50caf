import { deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildZip, extraField, type ZipMember } from '../fixtures/zip-writer';
import { accessTo, createTestInflater, sourceOf } from './access.fixture';
import { readDirectory } from './directory';
import { entryAt } from './entry-table';
import type { Inflater } from './inflater';
import { readEntry } from './read-entry';
import { scanEntries } from './scan';
import { shareEntries } from './share-entries';

let inflater: Inflater;

beforeAll(async () => {
  inflater = await createTestInflater();
});

const text = (value: string) => new TextEncoder().encode(value);

const MEMBERS: readonly ZipMember[] = [
  { name: 'a/' },
  { name: 'a/stored', content: text('stored content'), deflated: undefined },
  { name: 'a/deflated', content: text('ab'.repeat(300)), deflated: deflateRawSync(text('ab'.repeat(300))) },
  { name: 'süß', content: text('streamed'), hasDataDescriptor: true, isZip64: true },
  { name: 'x', content: text('x'), centralExtra: extraField(0x7075, Uint8Array.of(1, 0, 0, 0, 0, 65)) },
].map(({ deflated, ...member }) => (deflated ? { ...member, deflated: new Uint8Array(deflated) } : member));

const ARCHIVES = {
  'a plain archive': buildZip(MEMBERS, { comment: text('a comment') }),
  'a ZIP64 archive behind a prefix': buildZip(MEMBERS, { isZip64: true, prefix: text('prefix') }),
};

/** Opens it, scans it and reads every entry; returns how many entries each of them met. */
async function goThrough(bytes: Uint8Array<ArrayBuffer>) {
  const source = sourceOf(bytes);
  const directory = await readDirectory(source);
  if (!directory.ok) return null;
  const { table } = directory.value;
  const [share = new Uint32Array()] = shareEntries(table, 1);
  const met: number[] = [];
  const scanned = await scanEntries({
    access: accessTo(source, inflater),
    table,
    share,
    visit: (entry, head) => {
      if (head.require(600) === 'not-loaded') return 'need-more';
      met.push(entry.index);
      return 'done';
    },
    fail: (entry) => met.push(entry.index),
    signal: new AbortController().signal,
    limits: { firstBytes: 100, maxBytes: 1000, headBytes: 10 },
  });
  for (const index of share) await readEntry(accessTo(source, inflater), entryAt(table, index));
  return { isOk: scanned.ok, share: [...share].sort(), met: met.sort() };
}

/** Deterministic numbers below `limit`. */
function createRandom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

describe.each(Object.entries(ARCHIVES))('%s', (_, archive) => {
  it('never throws, hangs or loses an entry when it is cut', async () => {
    for (let length = 0; length < archive.length; length++) {
      const outcome = await goThrough(archive.slice(0, length));
      if (outcome) expect(outcome).toEqual({ isOk: true, share: outcome.share, met: outcome.share });
    }
  });

  it('never throws, hangs or loses an entry when bytes of it are changed', async () => {
    const random = createRandom(7);
    let opened = 0;
    for (let round = 0; round < 1000; round++) {
      const mutated = archive.slice();
      for (let i = random(8); i >= 0; i--) {
        // Lengths and offsets of all ones or all zeros are the worst ones.
        mutated.fill([0, 0xff, random(256)][random(3)] ?? 0, random(archive.length), random(archive.length));
      }
      const outcome = await goThrough(mutated);
      if (outcome) expect(outcome).toEqual({ isOk: true, share: outcome.share, met: outcome.share });
      if (outcome?.share.length) opened++;
    }
    expect(opened).toBeGreaterThan(20);
  });
});

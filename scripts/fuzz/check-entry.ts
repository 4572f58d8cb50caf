import assert from 'node:assert/strict';
import type { ArchiveAccess } from '../../src/archive/archive-access';
import { openEntrySource, type ContentSource } from '../../src/archive/entry-source';
import type { ArchiveEntry } from '../../src/archive/entry-table';
import { readEntry, readEntryPrefix } from '../../src/archive/read-entry';
import { verifyEntry } from '../../src/archive/verify-entry';
import { drawBelow } from '../../src/fixtures/mutations';
import type { Random } from '../../src/fixtures/random';

const RANGES = 4;
const MAX_RANGE_BYTES = 5000;

/** Reads an entry in every way that there is, and holds the ways against each other. */
export async function checkEntry(access: ArchiveAccess, entry: ArchiveEntry, random: Random): Promise<void> {
  const whole = await readEntry(access, entry);
  const isRight = whole.ok && whole.value.problems.length === 0;
  const content = isRight ? whole.value.bytes : null;
  if (whole.ok) assert(whole.value.bytes.length <= entry.bytes, 'no more than its length says');

  const prefix = await readEntryPrefix(access, entry, drawBelow(2000, random));
  assert.equal(prefix.ok, whole.ok, 'the start can be read where the whole can');
  if (prefix.ok && content) assertPart(prefix.value.bytes, content, 0);

  const verified = await verifyEntry(access, entry, new AbortController().signal);
  assert.equal(verified.ok, whole.ok, 'what can be read can be verified');
  // The authentication code is not looked at when an entry is only read.
  const found = verified.ok ? verified.value.filter(({ code }) => code !== 'entry-not-authentic') : [];
  if (verified.ok) assert.equal(found.length === 0, isRight, 'reading and verifying find the same');

  // The dearest way: each source has a memory of its own.
  if (random() < 0.6) return;
  const source = await openEntrySource(access, entry);
  assert.equal(source.ok, whole.ok, 'what can be read can be read by ranges');
  if (!source.ok) return;
  await checkRanges(source.value, content, random);
  if (random() < 0.6) return;
  const reopened = await openEntrySource(access, entry, source.value.restartPoints);
  if (reopened.ok) await checkRanges(reopened.value, content, random);
}

async function checkRanges(source: ContentSource, content: Uint8Array | null, random: Random): Promise<void> {
  if (content) assert.equal(source.bytes, content.length, 'as long as its content');
  for (let count = 0; count < RANGES; count++) {
    const start = drawBelow(source.bytes + 1, random);
    const end = Math.min(source.bytes, start + drawBelow(MAX_RANGE_BYTES, random));
    const read = await source.read(start, end);
    if (read.ok) assert.equal(read.value.length, end - start, 'the range that was asked for');
    if (!content) continue;
    assert(read.ok, 'any range of what is right can be read');
    assertPart(read.value, content, start);
  }
}

function assertPart(part: Uint8Array, content: Uint8Array, start: number): void {
  const expected = content.subarray(start, start + part.length);
  assert(Buffer.compare(part, expected) === 0, 'the same bytes however they are read');
}

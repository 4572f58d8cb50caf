import { deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { problem } from '../base/problem';
import { aesExtraContent, encryptWinzipAes } from '../fixtures/zip-encryption';
import { buildZip, extraField, type ZipMember } from '../fixtures/zip-writer';
import { accessTo, createTestInflater, sourceOf } from './access.fixture';
import { readDirectory } from './directory';
import { entryAt } from './entry-table';
import type { Inflater } from './inflater';
import { verifyEntry } from './verify-entry';

let inflater: Inflater;

beforeAll(async () => {
  inflater = await createTestInflater();
});

const CONTENT = Uint8Array.from({ length: 300_000 }, (_, i) => (i * i) >>> 7);
const deflated = new Uint8Array(deflateRawSync(CONTENT));

async function verify(member: Partial<ZipMember>, passwords: readonly string[] = []) {
  const source = sourceOf(buildZip([{ name: 'a', content: CONTENT, ...member }]));
  const directory = await readDirectory(source);
  if (!directory.ok) throw new Error('not opened');
  const access = accessTo(source, inflater, passwords);
  return verifyEntry(access, entryAt(directory.value.table, 0), new AbortController().signal);
}

describe('verifyEntry', () => {
  it('finds nothing wrong with what is as it should be', async () => {
    for (const member of [{}, { deflated }, { content: new Uint8Array(), deflated: Uint8Array.of(3, 0) }]) {
      expect(await verify(member)).toEqual({ ok: true, value: [] });
    }
  });

  it('finds a wrong checksum', async () => {
    const content = new TextEncoder().encode('123456789');
    const wrong = problem('entry-crc-mismatch', 'a', { expected: '00ABCDEF', actual: 'CBF43926' });
    expect(await verify({ content, crc32: 0x00abcdef })).toEqual({ ok: true, value: [wrong] });
  });

  it('finds what is shorter or longer than it says, and does not follow it', async () => {
    expect(await verify({ deflated, claimedBytes: 300_001 })).toMatchObject({
      value: [problem('entry-size-mismatch', 'a', { expected: 300_001, actual: 300_000 })],
    });
    // A bomb: 64 MB that claim to be a thousand bytes.
    const zeros = new Uint8Array(deflateRawSync(new Uint8Array(2 ** 26)));
    const before = inflater.inflatedBytes;
    expect(await verify({ deflated: zeros, claimedBytes: 1000 })).toMatchObject({
      value: [{ code: 'entry-size-mismatch' }],
    });
    expect(inflater.inflatedBytes - before).toBeLessThan(2 ** 20);
  });

  it('finds damage, and a stream that ends too early', async () => {
    // A block of the reserved type 3 (RFC 1951, 3.2.3).
    const damaged = { value: [{ code: 'entry-data-damaged' }] };
    expect(await verify({ deflated: Uint8Array.of(7, 0, 0) })).toMatchObject(damaged);
    expect(await verify({ deflated: deflated.subarray(0, 5000) })).toMatchObject(damaged);
  });

  it('authenticates what is encrypted with AES and has no checksum', async () => {
    const salt = Uint8Array.from({ length: 16 }, (_, i) => i);
    const encrypted = encryptWinzipAes(deflated, { password: 'key', strengthBits: 256, salt });
    const aes = {
      method: 99,
      isEncrypted: true,
      crc32: 0,
      centralExtra: extraField(0x9901, aesExtraContent(2, 256, 8)),
    };
    expect(await verify({ ...aes, deflated: encrypted }, ['key'])).toEqual({ ok: true, value: [] });
    const changed = encrypted.with(encrypted.length - 1, (encrypted.at(-1) ?? 0) ^ 1);
    expect(await verify({ ...aes, deflated: changed }, ['key'])).toEqual({
      ok: true,
      value: [problem('entry-not-authentic', 'a', {})],
    });
    expect(await verify({ ...aes, deflated: encrypted }, ['other'])).toEqual({
      ok: false,
      error: problem('entry-encrypted', 'a', {}),
    });
  });
});

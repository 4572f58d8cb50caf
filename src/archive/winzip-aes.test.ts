import { describe, expect, it } from 'vitest';
import { assert } from '../base/assert';
import { encryptWinzipAes } from '../fixtures/zip-encryption';
import type { Decryptor } from './decryptor';
import { openWinzipAes } from './winzip-aes';

const PASSWORD = new TextEncoder().encode('dicom');
/** Longer than three times what the decryptor makes of the key stream at once, and no whole number of blocks. */
const PLAIN = Uint8Array.from({ length: 5003 }, (_, i) => (i * 31) & 0xff);
const STRENGTHS = [128, 192, 256] as const;

interface Encrypted {
  readonly header: Uint8Array;
  readonly data: Uint8Array;
  readonly trailer: Uint8Array;
}

function encrypt(strengthBits: 128 | 192 | 256 = 256): Encrypted {
  const salt = Uint8Array.from({ length: strengthBits / 16 }, (_, i) => 7 * i);
  const stored = encryptWinzipAes(PLAIN, { password: 'dicom', strengthBits, salt });
  const headerBytes = salt.length + 2;
  return {
    header: stored.subarray(0, headerBytes),
    data: stored.slice(headerBytes, -10),
    trailer: stored.slice(-10),
  };
}

async function open({ header }: Encrypted, strengthBits: 128 | 192 | 256 = 256): Promise<Decryptor> {
  const decryptor = await openWinzipAes(header, PASSWORD, { strengthBits, authenticates: true });
  assert(decryptor, 'the password fits');
  return decryptor;
}

describe('openWinzipAes', () => {
  it.each(STRENGTHS)('decrypts and authenticates AES-%i', async (strengthBits) => {
    const encrypted = encrypt(strengthBits);
    const decryptor = await open(encrypted, strengthBits);
    decryptor.decrypt(encrypted.data);
    expect(encrypted.data).toEqual(PLAIN);
    expect(decryptor.authenticate?.(encrypted.trailer)).toBe(true);
  });

  it('decrypts in pieces of any length, wherever they lie in memory', async () => {
    const encrypted = encrypt();
    const decryptor = await open(encrypted);
    for (let at = 0, length = 0; at < PLAIN.length; at += length++) {
      decryptor.decrypt(encrypted.data.subarray(at, at + length));
    }
    expect(encrypted.data).toEqual(PLAIN);
    expect(decryptor.authenticate?.(encrypted.trailer)).toBe(true);
  });

  it.each([0, 1, 16, 1023, 1024, 2500, 5002])('goes on from a state saved at byte %i', async (at) => {
    const encrypted = encrypt();
    const decryptor = await open(encrypted);
    decryptor.decrypt(encrypted.data.slice(0, at));
    const state = structuredClone(decryptor.save());
    decryptor.decrypt(encrypted.data.slice(at));
    decryptor.restore(state);
    const rest = encrypted.data.slice(at);
    decryptor.decrypt(rest);
    expect(rest).toEqual(PLAIN.subarray(at));
  });

  it('finds out data that were changed after they were encrypted', async () => {
    const encrypted = encrypt();
    encrypted.data[4000] = (encrypted.data[4000] ?? 0) ^ 1;
    const decryptor = await open(encrypted);
    decryptor.decrypt(encrypted.data);
    expect(decryptor.authenticate?.(encrypted.trailer)).toBe(false);
  });

  it('finds out a trailer that is cut off', async () => {
    const encrypted = encrypt();
    const decryptor = await open(encrypted);
    decryptor.decrypt(encrypted.data);
    expect(decryptor.authenticate?.(encrypted.trailer.subarray(0, 9))).toBe(false);
  });

  it.each(STRENGTHS)('refuses a wrong password for AES-%i', async (strengthBits) => {
    const { header } = encrypt(strengthBits);
    const password = new TextEncoder().encode('Dicom');
    expect(await openWinzipAes(header, password, { strengthBits, authenticates: false })).toBeNull();
  });

  it('authenticates only when asked to', async () => {
    const options = { strengthBits: 256, authenticates: false } as const;
    const decryptor = await openWinzipAes(encrypt().header, PASSWORD, options);
    expect(decryptor).not.toBeNull();
    expect(decryptor?.authenticate).toBeUndefined();
  });
});

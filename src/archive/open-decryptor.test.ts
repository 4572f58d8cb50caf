import { describe, expect, it } from 'vitest';
import { encryptWinzipAes, encryptZipCrypto } from '../fixtures/zip-encryption';
import { encryptionOverhead, type EntryEncryption } from './decryptor';
import { openDecryptor } from './open-decryptor';

const PLAIN = new TextEncoder().encode('What is read of it.');

const ZIP_CRYPTO: EntryEncryption = { kind: 'zipcrypto', checkByte: 0x5a };
const AES: EntryEncryption = { kind: 'winzip-aes', strengthBits: 192, version: 1 };
const ENCRYPTIONS = [
  ['ZipCrypto', ZIP_CRYPTO],
  ['AES', AES],
] as const;

/** With header and trailer. */
function encrypt(encryption: EntryEncryption, password: string | Uint8Array): Uint8Array {
  return encryption.kind === 'zipcrypto'
    ? encryptZipCrypto(PLAIN, { password, checkByte: encryption.checkByte, seed: 3 })
    : encryptWinzipAes(PLAIN, {
        password,
        strengthBits: encryption.strengthBits,
        salt: new Uint8Array(encryption.strengthBits / 16).fill(9),
      });
}

async function decrypt(
  encryption: EntryEncryption,
  stored: Uint8Array,
  password: string,
): Promise<Uint8Array | null> {
  const { headerBytes, trailerBytes } = encryptionOverhead(encryption);
  const decryptor = await openDecryptor(encryption, stored.subarray(0, headerBytes), password);
  const data = stored.slice(headerBytes, stored.length - trailerBytes);
  decryptor?.decrypt(data);
  return decryptor && data;
}

describe('openDecryptor', () => {
  it.each(ENCRYPTIONS)('%s: opens with the password', async (_, encryption) => {
    expect(await decrypt(encryption, encrypt(encryption, 'dicom'), 'dicom')).toEqual(PLAIN);
  });

  it.each(ENCRYPTIONS)('%s: is null for a wrong password, and for none', async (_, encryption) => {
    const stored = encrypt(encryption, 'dicom');
    expect(await decrypt(encryption, stored, 'wrong')).toBeNull();
    expect(await decrypt(encryption, stored, '')).toBeNull();
  });

  // 'Bär' in each encoding.
  it.each([
    ['ZipCrypto', 'UTF-8', ZIP_CRYPTO, [0x42, 0xc3, 0xa4, 0x72]],
    ['ZipCrypto', 'Windows-1252', ZIP_CRYPTO, [0x42, 0xe4, 0x72]],
    ['ZipCrypto', 'code page 437', ZIP_CRYPTO, [0x42, 0x84, 0x72]],
    ['AES', 'UTF-8', AES, [0x42, 0xc3, 0xa4, 0x72]],
    ['AES', 'Windows-1252', AES, [0x42, 0xe4, 0x72]],
    ['AES', 'code page 437', AES, [0x42, 0x84, 0x72]],
  ])('%s: takes a password that the writer encoded in %s', async (_, __, encryption, bytes) => {
    expect(await decrypt(encryption, encrypt(encryption, Uint8Array.from(bytes)), 'Bär')).toEqual(PLAIN);
  });

  it('authenticates AES where that is asked for', async () => {
    const stored = encrypt(AES, 'dicom');
    const header = stored.subarray(0, 14);
    const decryptor = await openDecryptor(AES, header, 'dicom', { authenticates: true });
    decryptor?.decrypt(stored.slice(14, -10));
    expect(decryptor?.authenticate?.(stored.subarray(-10))).toBe(true);
  });
});

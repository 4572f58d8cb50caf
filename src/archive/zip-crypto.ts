import { crc32 } from './crc32';
import type { Decryptor } from './decryptor';

/** APPNOTE 6.1.5. */
const INITIAL_KEYS = [0x12345678, 0x23456789, 0x34567890] as const;
const MULTIPLIER = 134775813;

/** A CRC-32 register of 0 after one byte. Signed, so that all stays in 32-bit integers, which is twice as fast. */
const CRC_OF_BYTE = Int32Array.from({ length: 256 }, (_, byte) => ~crc32(Uint8Array.of(byte), 0xffffffff));

/**
 * Traditional PKWARE encryption (APPNOTE 6.1). `header` are the 12 bytes before the data. Null where the password
 * does not fit; one byte is all that tells, so 1 wrong password in 256 passes.
 */
export function openZipCrypto(header: Uint8Array, password: Uint8Array, checkByte: number): Decryptor | null {
  const keys = Int32Array.from(INITIAL_KEYS);
  for (const byte of password) updateKeys(keys, byte);
  const opened = header.slice();
  decryptWith(keys, opened);
  if (opened.at(-1) !== checkByte) return null;
  return {
    decrypt: (bytes) => decryptWith(keys, bytes),
    save: () => [...keys],
    restore: (state) => keys.set(state),
  };
}

/** APPNOTE 6.1.7. Of the product only bits that the low half of the key decides are used, so that it needs no mask. */
function decryptWith(keys: Int32Array, bytes: Uint8Array): void {
  for (let i = 0; i < bytes.length; i++) {
    const key = (keys[2] ?? 0) | 2;
    const byte = (bytes[i] ?? 0) ^ ((Math.imul(key, key ^ 1) >>> 8) & 0xff);
    bytes[i] = byte;
    updateKeys(keys, byte);
  }
}

/** APPNOTE 6.1.5, `update_keys`. */
function updateKeys(keys: Int32Array, plainByte: number): void {
  const key0 = crcStep(keys[0] ?? 0, plainByte);
  const key1 = Math.imul((keys[1] ?? 0) + (key0 & 0xff), MULTIPLIER) + 1;
  keys[0] = key0;
  keys[1] = key1;
  keys[2] = crcStep(keys[2] ?? 0, key1 >>> 24);
}

function crcStep(crc: number, byte: number): number {
  return (CRC_OF_BYTE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
}

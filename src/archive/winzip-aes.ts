import { unsafe } from '@noble/ciphers/aes.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { assert } from '../base/assert';
import type { Decryptor } from './decryptor';
import { viewOf } from './zip-format';

const ITERATIONS = 1000;
const VERIFICATION_BYTES = 2;
const AUTHENTICATION_BYTES = 10;
const BLOCK_BYTES = 16;

/** As much of the key stream as is made at a time; whole blocks. */
const BATCH_BYTES = 64 * BLOCK_BYTES;
const ZEROS = new Uint8Array(BATCH_BYTES);

export interface WinzipAesOptions {
  readonly strengthBits: 128 | 192 | 256;
  readonly authenticates: boolean;
}

/**
 * WinZip's AES encryption (AE-1 and AE-2, "AES Encryption Information", winzip.com). `header` are the bytes before
 * the data: the salt and a verification value, which 1 wrong password in 65,536 passes. Null for all others.
 */
export async function openWinzipAes(
  header: Uint8Array,
  password: Uint8Array<ArrayBuffer>,
  { strengthBits, authenticates }: WinzipAesOptions,
): Promise<Decryptor | null> {
  const keyBytes = strengthBits / 8;
  const salt = header.slice(0, -VERIFICATION_BYTES);
  const derived = await deriveBytes(password, salt, 2 * keyBytes + VERIFICATION_BYTES);
  if (!isEqual(derived.subarray(2 * keyBytes), header.subarray(-VERIFICATION_BYTES))) return null;
  const encryptionKey = derived.subarray(0, keyBytes);
  const authenticationKey = derived.subarray(keyBytes, 2 * keyBytes);
  const decryptor = createCtrDecryptor(encryptionKey);
  return authenticates ? withAuthentication(decryptor, authenticationKey) : decryptor;
}

async function deriveBytes(
  password: Uint8Array<ArrayBuffer>,
  salt: Uint8Array<ArrayBuffer>,
  length: number,
): Promise<Uint8Array> {
  const { subtle } = globalThis.crypto;
  const key = await subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
  const algorithm = { name: 'PBKDF2', hash: 'SHA-1', salt, iterations: ITERATIONS };
  return new Uint8Array(await subtle.deriveBits(algorithm, key, 8 * length));
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** Its state is the offset in the ciphertext. */
function createCtrDecryptor(key: Uint8Array): Decryptor {
  const keyStream = createKeyStream(key);
  let position = 0;
  return {
    decrypt: (bytes) => {
      for (let at = 0; at < bytes.length;) {
        const stream = keyStream(position);
        const part = bytes.subarray(at, at + stream.length);
        for (let i = 0; i < part.length; i++) part[i] = (part[i] ?? 0) ^ (stream[i] ?? 0);
        at += part.length;
        position += part.length;
      }
    },
    save: () => [position],
    restore: ([saved = 0]) => {
      position = saved;
    },
  };
}

/**
 * The key stream from any position on, for at least one byte; valid until the next call. The counter of the first
 * block is 1 and its first byte the lowest: WebCrypto's CTR, whose last byte is the lowest, cannot do that. Exact for
 * the first 64 GiB of an entry, where the first word of the counter overflows.
 */
function createKeyStream(key: Uint8Array): (position: number) => Uint8Array {
  const roundKeys = unsafe.expandKeyLE(key);
  const counter = new Uint8Array(BLOCK_BYTES);
  const batch = new Uint8Array(BATCH_BYTES);
  let batchStart = -1;
  return (position) => {
    const offset = position % BATCH_BYTES;
    if (batchStart !== position - offset) {
      batchStart = position - offset;
      viewOf(counter).setUint32(0, batchStart / BLOCK_BYTES + 1, true);
      unsafe.ctr32(roundKeys, true, counter, ZEROS, batch);
    }
    return offset === 0 ? batch : batch.subarray(offset);
  };
}

/** The authentication code is of the ciphertext: the first bytes of its HMAC-SHA1. */
function withAuthentication(decryptor: Decryptor, key: Uint8Array): Decryptor {
  const code = hmac.create(sha1, key);
  let isFromStart = true;
  return {
    decrypt: (bytes) => {
      code.update(bytes);
      decryptor.decrypt(bytes);
    },
    save: () => decryptor.save(),
    restore: (state) => {
      isFromStart = false;
      decryptor.restore(state);
    },
    authenticate: (trailer) => {
      assert(isFromStart, 'only what was decrypted from its start can be authenticated');
      return isEqual(code.digest().subarray(0, AUTHENTICATION_BYTES), trailer);
    },
  };
}

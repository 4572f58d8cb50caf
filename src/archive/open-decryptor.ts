import { assert } from '../base/assert';
import { encryptionOverhead, type Decryptor, type EntryEncryption } from './decryptor';
import { passwordBytes } from './password-bytes';
import { openWinzipAes } from './winzip-aes';
import { openZipCrypto } from './zip-crypto';

export interface DecryptorOptions {
  /** The decryptor shall be able to `authenticate`, where the encryption allows it; it is then slower by a third. */
  readonly authenticates?: boolean;
  /** Whether what comes out makes sense; it leaves the decryptor at the first byte. */
  readonly isPlausible?: (decryptor: Decryptor) => boolean;
}

/**
 * A decryptor at the first byte after `header`, which are the first `headerBytes` of an entry's stored data. Null:
 * the password does not fit. 1 wrong password in 256 (ZipCrypto) or 65,536 (AES) passes all the same, and what is
 * decrypted is then noise. Takes a millisecond for AES, by its key derivation, off this thread.
 */
export async function openDecryptor(
  encryption: EntryEncryption,
  header: Uint8Array,
  password: string,
  { authenticates = false, isPlausible = () => true }: DecryptorOptions = {},
): Promise<Decryptor | null> {
  assert(header.length === encryptionOverhead(encryption).headerBytes, 'the header is whole');
  for (const bytes of passwordBytes(password)) {
    const decryptor =
      encryption.kind === 'zipcrypto'
        ? openZipCrypto(header, bytes, encryption.checkByte)
        : await openWinzipAes(header, bytes, { strengthBits: encryption.strengthBits, authenticates });
    if (decryptor && isPlausible(decryptor)) return decryptor;
  }
  return null;
}

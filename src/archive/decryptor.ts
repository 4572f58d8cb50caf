/** How an entry is encrypted; a plain value that crosses to workers. */
export type EntryEncryption =
  | {
      readonly kind: 'zipcrypto';
      /** What the 12th byte of the header must decrypt to (APPNOTE 6.1.6). */
      readonly checkByte: number;
    }
  | {
      readonly kind: 'winzip-aes';
      readonly strengthBits: 128 | 192 | 256;
      /** AE-2 leaves the CRC-32 out: it is 0. */
      readonly version: 1 | 2;
    };

/** Bytes of an entry's stored data that are not ciphertext, before it and after it. */
export interface EncryptionOverhead {
  readonly headerBytes: number;
  readonly trailerBytes: number;
}

/** Where a decryptor is in its entry: small, plain, and of use to a decryptor of the same entry only. */
export type DecryptorState = readonly number[];

/** Turns the ciphertext of one entry into its compressed data, from the byte after the header on. */
export interface Decryptor {
  /** Decrypts in place the bytes that come next. */
  decrypt(bytes: Uint8Array): void;
  /** The state before the next byte. */
  save(): DecryptorState;
  restore(state: DecryptorState): void;
  /**
   * Whether the ciphertext is what was encrypted, by the `trailerBytes` after it. Of WinZip's AES alone, and only
   * where that was asked for. To be called once, after all bytes were decrypted in order, without `restore`.
   */
  readonly authenticate?: (trailer: Uint8Array) => boolean;
}

/** ZipCrypto: APPNOTE 6.1.3. AES: salt and verification value before the data, authentication code after them. */
export function encryptionOverhead(encryption: EntryEncryption): EncryptionOverhead {
  return encryption.kind === 'zipcrypto'
    ? { headerBytes: 12, trailerBytes: 0 }
    : { headerBytes: encryption.strengthBits / 16 + 2, trailerBytes: 10 };
}

/** The id of WinZip's extra field, and the method that stands in the headers instead of the real one. */
export const AES_EXTRA = 0x9901;
export const AES_METHOD = 99;

const VENDOR_AE = 0x4541; // 'AE'
const STRENGTHS_BITS = [128, 192, 256] as const;

/**
 * The content of WinZip's extra field 0x9901, and the method by which the data are compressed before they are
 * encrypted; null where it is cut off or of a kind that is not known.
 */
export function parseAesExtra(field: DataView): { encryption: EntryEncryption; method: number } | null {
  if (field.byteLength < 7 || field.getUint16(2, true) !== VENDOR_AE) return null;
  const version = field.getUint16(0, true);
  const strengthBits = STRENGTHS_BITS[field.getUint8(4) - 1];
  if ((version !== 1 && version !== 2) || strengthBits === undefined) return null;
  return { encryption: { kind: 'winzip-aes', strengthBits, version }, method: field.getUint16(5, true) };
}

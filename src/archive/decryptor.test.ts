import { describe, expect, it } from 'vitest';
import { aesExtraContent } from '../fixtures/zip-encryption';
import { encryptionOverhead, parseAesExtra } from './decryptor';
import { viewOf } from './zip-format';

describe('encryptionOverhead', () => {
  it('is the 12 bytes of the header for ZipCrypto (APPNOTE 6.1.3)', () => {
    const encryption = { kind: 'zipcrypto', checkByte: 0 } as const;
    expect(encryptionOverhead(encryption)).toEqual({ headerBytes: 12, trailerBytes: 0 });
  });

  // Salts of 8, 12 and 16 bytes, a verification value of 2, an authentication code of 10.
  it.each([
    [128, 10],
    [192, 14],
    [256, 18],
  ] as const)(
    'AES-%i: salt and verification value, then the authentication code',
    (strengthBits, headerBytes) => {
      const encryption = { kind: 'winzip-aes', strengthBits, version: 2 } as const;
      expect(encryptionOverhead(encryption)).toEqual({ headerBytes, trailerBytes: 10 });
    },
  );
});

describe('parseAesExtra', () => {
  it('tells version, strength and the real method', () => {
    // Version 2, 'AE', strength 3, method 8.
    const field = Uint8Array.of(2, 0, 0x41, 0x45, 3, 8, 0);
    expect(parseAesExtra(viewOf(field))).toEqual({
      encryption: { kind: 'winzip-aes', strengthBits: 256, version: 2 },
      method: 8,
    });
  });

  it.each([
    [1, 128, 0],
    [1, 192, 8],
    [2, 256, 12],
  ] as const)('reads what is written: AE-%i, AES-%i, method %i', (version, strengthBits, method) => {
    const field = aesExtraContent(version, strengthBits, method);
    const encryption = { kind: 'winzip-aes', strengthBits, version };
    expect(parseAesExtra(viewOf(field))).toEqual({ encryption, method });
  });

  it.each([
    ['is cut off', [2, 0, 0x41, 0x45, 3, 8]],
    ['is empty', []],
    ['is of another vendor', [2, 0, 0x41, 0x46, 3, 8, 0]],
    ['is of a later version', [3, 0, 0x41, 0x45, 3, 8, 0]],
    ['has strength 0', [2, 0, 0x41, 0x45, 0, 8, 0]],
    ['has strength 4', [2, 0, 0x41, 0x45, 4, 8, 0]],
  ])('is null for a field that %s', (_, bytes) => {
    expect(parseAesExtra(viewOf(Uint8Array.from(bytes)))).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { assert } from '../base/assert';
import { encryptZipCrypto } from '../fixtures/zip-encryption';
import { openZipCrypto } from './zip-crypto';

const text = (value: string) => new TextEncoder().encode(value);

const PLAIN = Uint8Array.from({ length: 1000 }, (_, i) => (i * 31) & 0xff);
const CHECK_BYTE = 0xa7;

function encrypt(password = 'dicom'): { header: Uint8Array; data: Uint8Array } {
  const stored = encryptZipCrypto(PLAIN, { password, checkByte: CHECK_BYTE, seed: 1 });
  return { header: stored.subarray(0, 12), data: stored.slice(12) };
}

function open(header: Uint8Array, password = 'dicom') {
  const decryptor = openZipCrypto(header, text(password), CHECK_BYTE);
  assert(decryptor, 'the password fits');
  return decryptor;
}

describe('openZipCrypto', () => {
  it("opens what Info-ZIP's zip 3.0 wrote: a stored file with the text 'Glovebox', of midnight", () => {
    const stored = Uint8Array.from(Buffer.from('2b7e4e1be1e857551d7fe83f5f455472a22575fd', 'hex'));
    const data = stored.slice(12);
    // A data descriptor follows, so the check is the high byte of the time, 00:00.
    openZipCrypto(stored.subarray(0, 12), text('dicom'), 0)?.decrypt(data);
    expect(new TextDecoder().decode(data)).toBe('Glovebox');
  });

  it('decrypts what an independent writer encrypted', () => {
    const { header, data } = encrypt();
    open(header).decrypt(data);
    expect(data).toEqual(PLAIN);
  });

  it('leaves the header as it is, so that another password can be tried on it', () => {
    const { header } = encrypt();
    const before = header.slice();
    openZipCrypto(header, text('wrong'), CHECK_BYTE);
    expect(header).toEqual(before);
  });

  it('decrypts in pieces of any length', () => {
    const { header, data } = encrypt();
    const decryptor = open(header);
    for (let at = 0, length = 0; at < data.length; at += length++) {
      decryptor.decrypt(data.subarray(at, at + length));
    }
    expect(data).toEqual(PLAIN);
  });

  it('goes on from a saved state', () => {
    const { header, data } = encrypt();
    const decryptor = open(header);
    decryptor.decrypt(data.slice(0, 333));
    const state = structuredClone(decryptor.save());
    decryptor.decrypt(data.slice(333));
    const other = open(header);
    other.restore(state);
    other.decrypt(data.subarray(333));
    expect(data.subarray(333)).toEqual(PLAIN.subarray(333));
  });

  it('refuses wrong passwords, but for about one in 256', () => {
    const { header } = encrypt();
    const passed = Array.from({ length: 2560 }, (_, i) => `wrong ${String(i)}`).filter((password) =>
      openZipCrypto(header, text(password), CHECK_BYTE),
    );
    // 10 are to be expected, with a standard deviation of 3.
    expect(passed.length).toBeGreaterThan(0);
    expect(passed.length).toBeLessThan(25);
  });
});

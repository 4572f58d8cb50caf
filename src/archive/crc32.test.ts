import { crc32 as zlibCrc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { crc32 } from './crc32';

describe('crc32', () => {
  it('gives the check value of the CRC catalogue', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });

  it('is zero of nothing', () => {
    expect(crc32(new Uint8Array())).toBe(0);
  });

  it('equals zlib at every length and alignment up to 64 bytes', () => {
    const bytes = Uint8Array.from({ length: 128 }, (_, i) => (i * 167 + 13) & 0xff);
    for (let start = 0; start < 8; start++) {
      for (let length = 0; length <= 64; length++) {
        const part = bytes.subarray(start, start + length);
        expect(crc32(part)).toBe(zlibCrc32(part));
      }
    }
  });

  it('goes on from the CRC of what came before', () => {
    const bytes = new TextEncoder().encode('123456789');
    expect(crc32(bytes.subarray(4), crc32(bytes.subarray(0, 4)))).toBe(0xcbf43926);
  });
});

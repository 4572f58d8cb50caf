import { describe, expect, it } from 'vitest';
import { passwordBytes } from './password-bytes';

const bytesOf = (password: string) => passwordBytes(password).map((bytes) => [...bytes]);

describe('passwordBytes', () => {
  it('is ASCII alone where that is enough', () => {
    expect(bytesOf('a ~')).toEqual([[0x61, 0x20, 0x7e]]);
  });

  it('tries UTF-8, Windows-1252, code page 850 and 437, in this order', () => {
    expect(bytesOf('aÑ')).toEqual([
      [0x61, 0xc3, 0x91],
      [0x61, 0xd1],
      [0x61, 0xa5],
      [0x61, 0xa5],
    ]);
  });

  it('leaves out a code page without the character', () => {
    // Only in 1252, only in 437, in 1252 and 850, nowhere.
    expect(bytesOf('€')).toEqual([[0xe2, 0x82, 0xac], [0x80]]);
    expect(bytesOf('π')).toEqual([[0xcf, 0x80], [0xe3]]);
    expect(bytesOf('õ')).toEqual([[0xc3, 0xb5], [0xf5], [0xe4]]);
    expect(bytesOf('密')).toEqual([[0xe5, 0xaf, 0x86]]);
  });
});

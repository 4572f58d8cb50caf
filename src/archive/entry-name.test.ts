import { describe, expect, it } from 'vitest';
import { crc32 } from './crc32';
import { readName } from './entry-name';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** M, u with diaeresis in code page 437. */
const legacy = bytes(0x4d, 0x81);

/** APPNOTE 4.6.9. */
function unicodePathField(headerName: Uint8Array, name: Uint8Array): Uint8Array {
  const field = new Uint8Array(5 + name.length);
  field[0] = 1;
  new DataView(field.buffer).setUint32(1, crc32(headerName), true);
  field.set(name, 5);
  return field;
}

const unflagged = (name: Uint8Array) => readName({ bytes: name, isUtf8: false, unicodePath: null });

describe('readName', () => {
  it('takes a name that is flagged as UTF-8', () => {
    expect(readName({ bytes: utf8('Mü'), isUtf8: true, unicodePath: null })).toEqual({ utf8: utf8('Mü') });
  });

  it('does not believe a flag on bytes that are no UTF-8', () => {
    expect(readName({ bytes: legacy, isUtf8: true, unicodePath: null })).toEqual({ legacy });
  });

  it('takes the Unicode Path of a legacy name', () => {
    const unicodePath = unicodePathField(legacy, utf8('Mü'));
    expect(readName({ bytes: legacy, isUtf8: false, unicodePath })).toEqual({ utf8: utf8('Mü') });
  });

  it.each([
    ['of another name', unicodePathField(utf8('Ma'), utf8('Mä'))],
    ['that is no UTF-8', unicodePathField(legacy, legacy)],
    ['of another version', unicodePathField(legacy, utf8('Mü')).fill(2, 0, 1)],
    ['that is cut off', bytes(1, 0, 0)],
  ])('passes over a Unicode Path %s', (_, unicodePath) => {
    expect(readName({ bytes: legacy, isUtf8: false, unicodePath })).toEqual({ legacy });
  });

  it.each([
    '',
    'IM0001',
    'Müller/Schädel',
    '患者/画像',
    '🧠/😀',
    '\u0080\u07ff\u0800\ud7ff\ue000\uffff\u{10ffff}',
  ])('knows UTF-8 without the flag: %s', (name) => {
    expect(unflagged(utf8(name))).toEqual({ utf8: utf8(name) });
  });

  // Unicode, table 3-7: well-formed byte sequences.
  it.each([
    ['a continuation byte alone', [0x80]],
    ['an end in the middle', [0x41, 0xe6, 0x82]],
    ['a letter in the middle', [0xc3, 0x41]],
    ['a slash in two bytes', [0xc0, 0xaf]],
    ['a slash in three bytes', [0xe0, 0x80, 0xaf]],
    ['four bytes where three do', [0xf0, 0x8f, 0xbf, 0xbf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['more than U+10FFFF', [0xf4, 0x90, 0x80, 0x80]],
    ['a lead that there is not', [0xf5, 0x80, 0x80, 0x80]],
  ])('takes for legacy: %s', (_, values) => {
    expect(unflagged(Uint8Array.from(values))).toEqual({ legacy: Uint8Array.from(values) });
  });
});

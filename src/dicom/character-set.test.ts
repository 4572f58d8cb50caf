import { describe, expect, it } from 'vitest';
import { charsetDeviations, decodeText, parseCharacterSet } from './character-set';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const ascii = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const decode = (declared: string, value: Uint8Array, vr = 'PN'): ReturnType<typeof decodeText> =>
  decodeText(value, parseCharacterSet(declared), vr);

describe('decodeText', () => {
  it.each([
    // PS3.3 C.12.1.1.2: the same e with acute in Latin 1, UTF-8; Cyrillic Л; Greek Δ.
    ['ISO_IR 100', bytes(0xe9), 'é'],
    ['ISO_IR 192', bytes(0xc3, 0xa9), 'é'],
    ['ISO_IR 144', bytes(0xbb), 'Л'],
    ['ISO_IR 126', bytes(0xc4), 'Δ'],
    ['GB18030', bytes(0xcd, 0xf5), '王'],
  ])('reads %s', (declared, value, text) => {
    expect(decode(declared, value)).toEqual({ text, fallback: null });
  });

  it('reads the example of PS3.5 H.3.1, with code extensions', () => {
    const value = bytes(
      ...ascii('Yamada^Tarou='),
      ...[0x1b, 0x24, 0x42, 0x3b, 0x33, 0x45, 0x44, 0x1b, 0x28, 0x42, 0x5e],
      ...[0x1b, 0x24, 0x42, 0x42, 0x40, 0x4f, 0x3a, 0x1b, 0x28, 0x42],
    );
    expect(decode('\\ISO 2022 IR 87', value).text).toBe('Yamada^Tarou=山田^太郎');
    expect(decode('ISO 2022 IR 6\\ISO 2022 IR 87', value).text).toBe('Yamada^Tarou=山田^太郎');
  });

  it.each(['ISO IR 100', 'ISO-8859-1', 'iso_ir 100', 'ISO_IR100', 'ISO_IR 203'])(
    'takes %s for what is meant',
    (declared) => {
      expect(decode(declared, bytes(0xfc))).toEqual({ text: 'ü', fallback: null });
    },
  );

  // ISO 8859-15 has the euro sign at 0xA4 and Œ at 0xBC, where ISO 8859-1 has ¤ and ¼.
  it.each(['ISO_IR 203', 'ISO 2022 IR 203', 'ISO-8859-15'])(
    'reads %s as Latin alphabet No. 9',
    (declared) => {
      expect(decode(declared, bytes(0xa4, 0xbc, 0xe9))).toEqual({ text: '€Œé', fallback: null });
    },
  );

  it('says that Latin alphabet No. 9 with code extensions is read as No. 1', () => {
    expect(decode('ISO 2022 IR 203\\ISO 2022 IR 87', bytes(0xe9))).toEqual({
      text: 'é',
      fallback: 'ISO_IR 100',
    });
  });

  it('lets text return to ASCII, declared or not', () => {
    const yama = [0x1b, 0x24, 0x42, 0x3b, 0x33, 0x1b, 0x28, 0x42];
    expect(decode('ISO 2022 IR 13\\ISO 2022 IR 87', bytes(...yama, ...ascii('^A')))).toEqual({
      text: '山^A',
      fallback: null,
    });
  });

  it('says when bytes over 0x7F are not in any of the declared character sets', () => {
    expect(decode('\\ISO 2022 IR 87', bytes(0x4d, 0xfc))).toEqual({ text: 'Mü', fallback: 'windows-1252' });
    expect(decode('ISO 2022 IR 6', utf8('Mü'))).toEqual({ text: 'Mü', fallback: 'UTF-8' });
  });

  it('reads undeclared bytes as UTF-8 if they are that, else as windows-1252, and says so', () => {
    expect(decode('', utf8('Müller'))).toEqual({ text: 'Müller', fallback: 'UTF-8' });
    expect(decode('', bytes(0x4d, 0xfc))).toEqual({ text: 'Mü', fallback: 'windows-1252' });
    expect(decode('ISO_IR 999', bytes(0x4d, 0xfc))).toEqual({ text: 'Mü', fallback: 'windows-1252' });
  });

  it('does not believe a declaration of UTF-8 that is wrong', () => {
    expect(decode('ISO_IR 192', bytes(0x4d, 0xfc))).toEqual({ text: 'Mü', fallback: 'windows-1252' });
  });

  it('needs no character set for ASCII', () => {
    expect(decode('ISO_IR 999', utf8('Roe^Richard'))).toEqual({ text: 'Roe^Richard', fallback: null });
  });

  it('survives escape sequences that lead nowhere', () => {
    for (const declared of ['', '\\ISO 2022 IR 87', '\\ISO 2022 IR 159', 'ISO 2022 IR 13']) {
      expect(() => decode(declared, bytes(0x1b, 0x24, 0x28, 0x44, 0x21, 0x1b))).not.toThrow();
    }
  });
});

describe('charsetDeviations', () => {
  const deviations = (declared: string): readonly string[] => charsetDeviations(parseCharacterSet(declared));

  it.each(['', 'ISO_IR 100', '\\ISO 2022 IR 87', 'ISO 2022 IR 6\\ISO 2022 IR 149', 'GB18030 '])(
    'has nothing to say of "%s"',
    (declared) => {
      expect(deviations(declared)).toEqual([]);
    },
  );

  it('names what is no defined term', () => {
    expect(deviations('ISO-8859-1')).toEqual(['ISO-8859-1 is no defined term, read as ISO_IR 100']);
    expect(deviations('ISO_IR 999')).toEqual(['unknown character set ISO_IR 999']);
    expect(deviations('ISO_IR 6')).toEqual(['ISO_IR 6 is no defined term, read as the default repertoire']);
  });
});

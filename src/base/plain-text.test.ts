import { expect, it } from 'vitest';
import { decodePlainText, textEncodingOf } from './plain-text';

it.each([
  ['utf-8', [0x4d, 0xc3, 0xbc], 'Mü'],
  ['utf-8', [0xef, 0xbb, 0xbf, 0x4d], 'M'],
  ['utf-16le', [0xff, 0xfe, 0x4d, 0x00, 0xfc, 0x00], 'Mü'],
  ['utf-16be', [0xfe, 0xff, 0x00, 0x4d, 0x00, 0xfc], 'Mü'],
  // The euro sign and a curly quote are where ISO 8859-1 has control characters.
  ['windows-1252', [0x4d, 0xfc, 0x80, 0x92], 'Mü€’'],
  ['utf-8', [], ''],
] as const)('reads %s', (encoding, bytes, text) => {
  expect(textEncodingOf(Uint8Array.from(bytes))).toBe(encoding);
  expect(decodePlainText(Uint8Array.from(bytes))).toBe(text);
});

it('leaves out a character that the end cuts off', () => {
  expect(decodePlainText(Uint8Array.of(0x4d, 0xe2, 0x82))).toBe('M');
});

it('shows what cannot be right as replacement characters, and never throws', () => {
  expect(decodePlainText(Uint8Array.of(0xff, 0xfe, 0x00, 0xd8, 0x4d, 0x00))).toBe('�M');
});

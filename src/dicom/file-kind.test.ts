import { expect, it } from 'vitest';
import { fileKindOf } from './file-kind';

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

it.each([
  ['zip', 'PK\x03\x04\x14\0'],
  ['pdf', '%PDF-1.7\n%\xe2\xe3'],
  ['jpeg', '\xff\xd8\xff\xe0\0\x10JFIF'],
  ['png', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
  ['gif', 'GIF89a\x10\0'],
  ['tiff', 'II*\0\x08\0\0\0'],
  ['tiff', 'MM\0*\0\0\0\x08'],
  ['bmp', 'BM\x36\x30\0\0\0\0\0\0\x36\0\0\0'],
  ['gzip', '\x1f\x8b\x08\0'],
  ['nifti', `\x5c\x01\0\0${'\0'.repeat(340)}n+1\0`],
  ['executable', `MZ\x90\0${'\0'.repeat(56)}\x80\0\0\0`],
  ['executable', '\x7fELF\x02\x01'],
  ['xml', '<?xml version="1.0"?><a/>'],
  ['xml', '\n<!DOCTYPE html><html>'],
  ['text', 'Patient list\r\nRoe, Richard\n'],
  ['text', '\xff\xfeR\0o\0e\0'],
  ['text', 'M\xc3\xbcller'],
  ['empty', ''],
  ['other', '\0\x01\x02\x03'],
  ['other', 'BMI of the patients\0'],
] as const)('knows %s by its first bytes', (kind, start) => {
  expect(fileKindOf(latin1(start), 'folder/file')).toBe(kind);
});

it('knows the companions that a Mac leaves', () => {
  expect(fileKindOf(latin1('\0\x05\x16\x07\0\x02'), 'x')).toBe('appledouble');
  expect(fileKindOf(latin1('\0\0'), '__MACOSX/series/._IM1')).toBe('appledouble');
});

it('does not take a character that is cut off for something other than text', () => {
  expect(fileKindOf(latin1('M\xc3'), 'notes.txt')).toBe('text');
  // And keeps nothing of it for the next file.
  expect(fileKindOf(latin1('Roe'), 'notes.txt')).toBe('text');
});

import { describe, expect, it } from 'vitest';
import { textPieces, valuesOf } from './value-pieces';

describe('the single values of a value', () => {
  it('are apart by backslashes, but in a VR of one text', () => {
    expect(valuesOf('1\\2\\\\4', 'DS')).toEqual(['1', '2', '', '4']);
    expect(valuesOf('C:\\one\\two', 'UT')).toEqual(['C:\\one\\two']);
  });

  it('are none where it is empty', () => {
    expect(valuesOf('', 'LO')).toEqual([]);
  });
});

describe('the pieces of a text', () => {
  it('end with a line where they can', () => {
    expect(textPieces('one\ntwo\nthree\n', 9)).toEqual(['one\ntwo\n', 'three\n']);
  });

  it('are as long as they may be where a line is longer', () => {
    expect(textPieces('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
  });

  it('do not part the two halves of a character', () => {
    expect(textPieces('ab\u{1F9E4}cd', 3)).toEqual(['ab', '\u{1F9E4}c', 'd']);
    expect(textPieces('\u{1F9E4}\u{1F9E4}', 1).join('')).toBe('\u{1F9E4}\u{1F9E4}');
  });

  it('are together the text, of a megabyte too', () => {
    const text = 'A line of a report.\r\n'.repeat(50_000);
    const pieces = textPieces(text);
    expect(pieces.join('')).toBe(text);
    expect(pieces.length).toBeGreaterThan(10);
    expect(textPieces('')).toEqual([]);
  });
});

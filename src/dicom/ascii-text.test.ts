import { expect, it } from 'vitest';
import { asciiText, createAsciiTexts } from './ascii-text';

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

it('gives every value its own text, however many have gone before', () => {
  const texts = createAsciiTexts();
  // More than there are places to remember.
  const values = Array.from({ length: 20_000 }, (_, index) => `1.2.840.${index * 7919}`);
  for (let round = 0; round < 2; round++) {
    for (const value of values) expect(asciiText(texts, latin1(value), 0, value.length)).toBe(value);
  }
});

it('leaves what is not ASCII to a decoder', () => {
  const texts = createAsciiTexts();
  expect(asciiText(texts, latin1('M\xfcller'), 0, 6)).toBeNull();
  expect(asciiText(texts, latin1('\x1b$B;3'), 0, 5)).toBeNull();
  expect(asciiText(texts, latin1('xxRoexx'), 2, 5)).toBe('Roe');
});

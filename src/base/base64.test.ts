import { expect, it } from 'vitest';
import { encodeBase64 } from './base64';

it.each([
  ['', ''],
  ['f', 'Zg=='],
  ['fo', 'Zm8='],
  ['foo', 'Zm9v'],
  ['foobar', 'Zm9vYmFy'],
])('encodes %j as RFC 4648 section 10 has it', (text, expected) => {
  expect(encodeBase64(new TextEncoder().encode(text))).toBe(expected);
});

it('encodes what is longer than it takes at a time in one piece', () => {
  const bytes = Uint8Array.from({ length: 100_001 }, (_, index) => index * 7);
  expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
});

import { expect, it } from 'vitest';
import { parseDecimal, trimEnd, trimText } from './text-values';

it('takes spaces and NUL for padding', () => {
  expect(trimText(' CT \0')).toBe('CT');
  expect(trimEnd('  indented \0 ')).toBe('  indented');
});

it.each([
  ['1.5', 1.5],
  [' -3 ', -3],
  ['+1E-2', 0.01],
  ['.5', 0.5],
  ['1.', 1],
  ['', NaN],
  ['1,5', NaN],
  ['0x10', NaN],
  ['Infinity', NaN],
  ['1 2', NaN],
])('reads the decimal string %j', (text, value) => {
  expect(parseDecimal(text)).toBe(value);
});

import { expect, it } from 'vitest';
import { formatPersonName } from './person-name';

it.each([
  ['Roe^Richard', 'Roe, Richard'],
  ['Adams^John Robert Quincy^^Rev.^B.A. M.Div.', 'Adams, Rev. John Robert Quincy B.A. M.Div.'],
  ['Yamada^Tarou=山田^太郎=やまだ^たろう', 'Yamada, Tarou (山田, 太郎 · やまだ, たろう)'],
  ['=山田^太郎', '山田, 太郎'],
  ['Wang^XiaoDong=王^小東=', 'Wang, XiaoDong (王, 小東)'],
  ['^Richard', 'Richard'],
  ['Roe^^^^', 'Roe'],
  ['', ''],
  ['^^^^==', ''],
])('formats %s', (value, formatted) => {
  expect(formatPersonName(value)).toBe(formatted);
});

import { expect, it } from 'vitest';
import { formatHexDump, formatHexRow } from './hex-dump';

it('gives offsets, bytes and characters in columns', () => {
  const bytes = Uint8Array.from([0x4d, 0x5a, 0x00, 0xff, 0x20, 0x7e, 0x7f, 0x41, 0x42, 0x0a]);
  expect(formatHexDump(bytes, 8)).toBe(
    '00000000  4d 5a 00 ff 20 7e 7f 41  MZ.. ~.A\n' + '00000008  42 0a                    B.',
  );
});

it('gives a row at any offset, as wide as the others', () => {
  expect(formatHexRow(Uint8Array.of(0x41, 0x1f), 0x1_0000_0010, 4)).toEqual({
    offset: '100000010',
    hex: '41 1f      ',
    characters: 'A.',
  });
  expect(formatHexRow(new Uint8Array(), 0, 2).hex).toBe('     ');
});

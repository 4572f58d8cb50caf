import { expect, it } from 'vitest';
import { formatHexDump } from './hex-dump';

it('gives offsets, bytes and characters in columns', () => {
  const bytes = Uint8Array.from([0x4d, 0x5a, 0x00, 0xff, 0x20, 0x7e, 0x7f, 0x41, 0x42, 0x0a]);
  expect(formatHexDump(bytes, 8)).toBe(
    '00000000  4d 5a 00 ff 20 7e 7f 41  MZ.. ~.A\n' + '00000008  42 0a                    B.',
  );
});

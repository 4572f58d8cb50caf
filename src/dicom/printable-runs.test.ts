import { describe, expect, it } from 'vitest';
import { printableRuns } from './printable-runs';

const utf8 = new TextEncoder();

function bytesOf(...parts: readonly (string | number)[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'number' ? [part] : [...utf8.encode(part)])),
  );
}

describe('printableRuns', () => {
  it('finds runs of four characters or more, a line each', () => {
    expect(printableRuns(bytesOf(0, 1, 'Roe^Richard', 0, 'abc', 7, 'abcd', 0xff))).toBe('Roe^Richard\nabcd');
  });

  it('reads UTF-8 in a run, and counts its characters', () => {
    expect(printableRuns(bytesOf(0, 'Roe^Björn=山田^太郎', 0))).toBe('Roe^Björn=山田^太郎');
    expect(printableRuns(bytesOf(0, '山田', 0))).toBe('');
  });

  it('reads a letter of ISO 8859-1 between two of ASCII, and no other byte beyond it', () => {
    expect(printableRuns(bytesOf('Roe^Bj', 0xf6, 'rn'))).toBe('Roe^Björn');
    expect(printableRuns(bytesOf('abcd', 0xf6, 0, 'efgh'))).toBe('abcd\nefgh');
  });

  it('gives nothing of bytes without text', () => {
    expect(printableRuns(new Uint8Array(1000))).toBe('');
    expect(printableRuns(new Uint8Array())).toBe('');
  });

  it('reads a long run whole', () => {
    expect(printableRuns(bytesOf(0, 'x'.repeat(5000), 0))).toBe('x'.repeat(5000));
  });
});

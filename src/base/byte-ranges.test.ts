import { describe, expect, it } from 'vitest';
import { inWindows, rangesOf, type ByteRanges } from './byte-ranges';
import { problem } from './problem';
import { err } from './result';

const BYTES = Uint8Array.from({ length: 1000 }, (_, index) => index % 251);

/** Ranges that note what is read of them. */
function noted(): { readonly ranges: ByteRanges; readonly reads: (readonly [number, number])[] } {
  const reads: (readonly [number, number])[] = [];
  const whole = rangesOf(BYTES);
  const ranges: ByteRanges = {
    ...whole,
    read: (start, end) => {
      reads.push([start, end]);
      return whole.read(start, end);
    },
  };
  return { ranges, reads };
}

describe('inWindows', () => {
  it('reads what comes next in windows, and nothing twice', async () => {
    const { ranges, reads } = noted();
    const windows = inWindows(ranges, 100);
    for (let at = 0; at < 250; at += 10) {
      const read = await windows.read(at, at + 14);
      expect(read).toEqual({ ok: true, value: BYTES.subarray(at, at + 14) });
    }
    expect(reads).toEqual([
      [0, 100],
      [100, 200],
      [200, 300],
    ]);
  });

  it('reads more than a window where more is wanted, and less at the end', async () => {
    const { ranges, reads } = noted();
    const windows = inWindows(ranges, 100);
    expect(await windows.read(100, 350)).toEqual({ ok: true, value: BYTES.subarray(100, 350) });
    expect(await windows.read(340, 990)).toEqual({ ok: true, value: BYTES.subarray(340, 990) });
    expect(await windows.read(985, 1000)).toEqual({ ok: true, value: BYTES.subarray(985, 1000) });
    expect(await windows.read(20, 30)).toEqual({ ok: true, value: BYTES.subarray(20, 30) });
    expect(reads).toEqual([
      [100, 350],
      [350, 990],
      [990, 1000],
      [20, 120],
    ]);
  });

  it('gives the problem of a read, and reads again the next time', async () => {
    const damage = problem('entry-data-damaged', 'a', { reason: 'x' });
    let isDamaged = false;
    const windows = inWindows(
      {
        bytes: 1000,
        read: (start, end) => (isDamaged ? Promise.resolve(err(damage)) : rangesOf(BYTES).read(start, end)),
      },
      100,
    );
    await windows.read(0, 10);
    isDamaged = true;
    expect(await windows.read(90, 110)).toEqual(err(damage));
    isDamaged = false;
    expect(await windows.read(90, 110)).toEqual({ ok: true, value: BYTES.subarray(90, 110) });
  });
});

import { describe, expect, it } from 'vitest';
import { sourceOf } from './access.fixture';
import { blobSource, readScattered, sliceSource } from './source';

describe('blobSource', () => {
  it('reads ranges of a blob', async () => {
    const source = sourceOf(Uint8Array.of(1, 2, 3, 4));
    expect(source.bytes).toBe(4);
    expect(await source.read(1, 3)).toEqual({ ok: true, value: Uint8Array.of(2, 3) });
    expect(await source.read(4, 4)).toEqual({ ok: true, value: new Uint8Array() });
  });

  it('reads across the parts of a split file, empty ones too', async () => {
    const blobs = [[1, 2], [], [3], [4, 5, 6]].map((part) => new Blob([Uint8Array.from(part)]));
    const source = blobSource({ blobs, start: 0 }, 'split.bin');
    expect(source.bytes).toBe(6);
    expect(source.partStarts).toEqual([0, 2, 2, 3]);
    for (let start = 0; start <= 6; start++) {
      for (let end = start; end <= 6; end++) {
        const expected = Uint8Array.of(1, 2, 3, 4, 5, 6).slice(start, end);
        expect(await source.read(start, end)).toEqual({ ok: true, value: expected });
      }
    }
  });

  it('reads several ranges together', async () => {
    const blobs = [[1, 2], [], [3], [4, 5, 6]].map((part) => new Blob([Uint8Array.from(part)]));
    const source = blobSource({ blobs, start: 0 }, 'split.bin');
    const ranges = [
      { start: 1, end: 4 },
      { start: 4, end: 4 },
      { start: 5, end: 6 },
    ];
    const expected = { ok: true, value: [[2, 3, 4], [], [6]].map((part) => Uint8Array.from(part)) };
    expect(await readScattered(source, ranges)).toEqual(expected);
    expect(await readScattered({ ...source, readScattered: undefined }, ranges)).toEqual(expected);
    const inside = ranges.map(({ start, end }) => ({ start: start - 1, end: end - 1 }));
    expect(await readScattered(sliceSource(source, 1, 5), inside)).toEqual(expected);
  });

  it('reads some files of a folder where they are in all of it', async () => {
    const blobs = [new Blob([Uint8Array.of(7, 8)])];
    const source = blobSource({ blobs, start: 100 }, 'folder');
    expect(source.bytes).toBe(102);
    expect(await source.read(101, 102)).toEqual({ ok: true, value: Uint8Array.of(8) });
  });

  it.each(['NotReadableError', 'NotFoundError'])('makes a problem of a %s', async (name) => {
    const blob = Object.assign(new Blob(['1234']), {
      slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('', name)) }),
    });
    expect(await sourceOf(blob, 'gone.zip').read(2, 4)).toEqual({
      ok: false,
      error: { code: 'source-unreadable', where: 'gone.zip', detail: { offset: 2, reason: name } },
    });
  });
});

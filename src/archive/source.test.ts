import { describe, expect, it } from 'vitest';
import { blobSource } from './source';

describe('blobSource', () => {
  it('reads ranges of a blob', async () => {
    const source = blobSource(new Blob([Uint8Array.of(1, 2, 3, 4)]), 'four.bin');
    expect(source.bytes).toBe(4);
    expect(await source.read(1, 3)).toEqual({ ok: true, value: Uint8Array.of(2, 3) });
    expect(await source.read(4, 4)).toEqual({ ok: true, value: new Uint8Array() });
  });

  it.each(['NotReadableError', 'NotFoundError'])('makes a problem of a %s', async (name) => {
    const blob = Object.assign(new Blob(['1234']), {
      slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('', name)) }),
    });
    expect(await blobSource(blob, 'gone.zip').read(2, 4)).toEqual({
      ok: false,
      error: { code: 'source-unreadable', where: 'gone.zip', detail: { offset: 2, reason: name } },
    });
  });
});

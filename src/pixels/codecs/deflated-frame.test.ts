import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeDeflatedFrame } from './deflated-frame';
import { inputOf } from './stream-input.fixture';

const SIZE = { rows: 100, columns: 200 };
const cells = Uint8Array.from({ length: 20_000 }, (_, index) => (index * index) % 251);

function decode(stream: Uint8Array) {
  return decodeDeflatedFrame(inputOf(new Uint8Array(stream), SIZE));
}

describe('Deflated Image Frame Compression', () => {
  it('is inflated, with and without a byte that pads it', async () => {
    const stream = deflateRawSync(cells);
    for (const padded of [stream, Uint8Array.of(...stream, 0)]) {
      expect(await decode(padded)).toEqual({
        ok: true,
        value: { samples: cells, isRgb: false, problems: [] },
      });
    }
  });

  it('gives no more than the frame has, however much there is', async () => {
    const bomb = deflateRawSync(new Uint8Array(200 * 2 ** 20).fill(7));
    const decoded = await decode(bomb);
    expect(decoded).toMatchObject({ ok: true, value: { problems: [] } });
    expect(decoded.ok && decoded.value.samples).toEqual(new Uint8Array(20_000).fill(7));
  });

  it('says where there is less', async () => {
    expect(await decode(deflateRawSync(cells.subarray(0, 5000)))).toMatchObject({
      ok: true,
      value: {
        problems: [{ code: 'pixels-truncated', detail: { expectedBytes: 20_000, actualBytes: 5000 } }],
      },
    });
  });

  it('fails where there is nothing', async () => {
    expect(await decode(Uint8Array.of(0xff, 0xff, 0xff))).toMatchObject({
      ok: false,
      error: { code: 'decode-failed', detail: { codec: 'Deflate' } },
    });
  });
});

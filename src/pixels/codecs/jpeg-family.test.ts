import { describe, expect, it } from 'vitest';
import { writeJpeg } from '../../fixtures/jpeg-writer';
import { decodeJpegFamily } from './jpeg-family';
import { inputOf } from './stream-input.fixture';

const SIZE = { rows: 8, columns: 8 };

function decode(process: number, precision = 8) {
  const stream = writeJpeg({ ...SIZE, process, precision, components: [{ id: 1 }], scans: [] });
  return decodeJpegFamily(inputOf(stream, SIZE));
}

describe('what a JPEG stream is', () => {
  it.each([
    ['hierarchical JPEG', [0xc5, 0xc6, 0xc7, 0xde]],
    ['JPEG with arithmetic coding', [0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]],
  ])('is named where there is no decoder for it: %s', async (transferSyntaxName, processes) => {
    for (const process of processes) {
      expect(await decode(process)).toMatchObject({
        ok: false,
        error: { code: 'codec-unsupported', where: 'a.dcm', detail: { transferSyntaxName } },
      });
    }
  });

  it('has 8 or 12 bits where it is lossy', async () => {
    expect(await decode(0xc1, 10)).toMatchObject({
      error: { code: 'codec-unsupported', detail: { transferSyntaxName: 'JPEG, 10 bits per sample' } },
    });
  });

  it.each([0xc0, 0xc1, 0xc2, 0xc3, 0xf7])('has a decoder: 0x%s', async (process) => {
    for (const precision of process < 0xc3 ? [8, 12] : [8, 16]) {
      // A stream without a scan has no picture.
      expect(await decode(process, precision)).toMatchObject({ ok: false, error: { code: 'decode-failed' } });
    }
  });
});

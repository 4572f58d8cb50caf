import { describe, expect, it } from 'vitest';
import type { ElementDescription, ElementValue } from '../fixtures/dicom-writer';
import { describedImage } from './described-image.fixture';
import { decodeFrame } from './decode-frame';

const BIG_ENDIAN = '1.2.840.10008.1.2.2';
const RLE = '1.2.840.10008.1.2.5';

interface Shape {
  readonly rows: number;
  readonly columns: number;
  readonly frames?: number;
  readonly frameIndex?: number;
  readonly transferSyntaxUid?: string;
}

/** Decodes pixels that are described by a shape and by `more` elements. */
function decode(shape: Shape, vr: string, pixels: ElementValue, ...more: readonly ElementDescription[]) {
  const { content, image } = describedImage(
    [
      [0x00280010, 'US', shape.rows],
      [0x00280011, 'US', shape.columns],
      [0x00280008, 'IS', String(shape.frames ?? 1)],
      [0x7fe00010, vr, pixels],
      ...more,
    ],
    shape.transferSyntaxUid,
  );
  return decodeFrame({ content, image, frameIndex: shape.frameIndex ?? 0, where: 'a.dcm' });
}

async function decodedSamples(...args: Parameters<typeof decode>): Promise<readonly number[]> {
  const decoded = await decode(...args);
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
  return Array.from(decoded.value.frame.samples);
}

const bitsStored = (bits: number, highBit: number): readonly ElementDescription[] => [
  [0x00280101, 'US', bits],
  [0x00280102, 'US', highBit],
];
const SIGNED: ElementDescription = [0x00280103, 'US', 1];
const EIGHT_BITS: readonly ElementDescription[] = [[0x00280100, 'US', 8], ...bitsStored(8, 7)];
const colour = (photometric: string): readonly ElementDescription[] => [
  ...EIGHT_BITS,
  [0x00280002, 'US', 3],
  [0x00280004, 'CS', photometric],
];

describe('stored values', () => {
  it('takes Bits Stored up to High Bit, whatever lies around them', async () => {
    // 12 bits up to bit 13: 0xC004 is 01 at bit 2, with dirt in bits 14 and 15.
    const cells = Uint16Array.of(0xc004, 0x3ffc, 0x0003);
    expect(await decodedSamples({ rows: 1, columns: 3 }, 'OW', cells, ...bitsStored(12, 13))).toEqual([
      1, 4095, 0,
    ]);
  });

  it('extends the sign from Bits Stored', async () => {
    const cells = Uint16Array.of(0x0fff, 0x0800, 0x07ff);
    const samples = await decodedSamples({ rows: 1, columns: 3 }, 'OW', cells, ...bitsStored(12, 11), SIGNED);
    expect(samples).toEqual([-1, -2048, 2047]);
  });

  it('has the narrowest array and the bounds', async () => {
    const decoded = await decode({ rows: 1, columns: 2 }, 'OW', Uint16Array.of(7, 200), ...bitsStored(8, 7));
    expect(decoded).toMatchObject({ ok: true, value: { frame: { min: 7, max: 200 }, problems: [] } });
    expect(decoded.ok && decoded.value.frame.samples).toBeInstanceOf(Uint8Array);
  });

  it('leaves floating point samples alone, and NaN out of the bounds', async () => {
    const { content, image } = describedImage([
      [0x00280010, 'US', 1],
      [0x00280011, 'US', 3],
      [0x7fe00009, 'OD', Float64Array.of(-0.25, NaN, 1e10)],
    ]);
    const decoded = await decodeFrame({ content, image, frameIndex: 0, where: 'a.dcm' });
    expect(decoded).toMatchObject({ ok: true, value: { frame: { min: -0.25, max: 1e10 } } });
  });
});

describe('native pixels', () => {
  it('swaps the bytes of big endian cells', async () => {
    const shape = { rows: 1, columns: 2, transferSyntaxUid: BIG_ENDIAN };
    expect(await decodedSamples(shape, 'OW', Uint8Array.of(0x01, 0x02, 0x00, 0xff))).toEqual([0x0102, 255]);
  });

  it('swaps 8-bit cells in pairs where they are big endian OW, also for a frame that starts inside a pair', async () => {
    const shape = { rows: 1, columns: 3, frames: 2, frameIndex: 1, transferSyntaxUid: BIG_ENDIAN };
    // Cells 1 2 3 | 4 5 6 in words: 0x0201 0x0403 0x0605, high byte first.
    const bytes = Uint8Array.of(2, 1, 4, 3, 6, 5);
    expect(await decodedSamples(shape, 'OW', bytes, ...EIGHT_BITS)).toEqual([4, 5, 6]);
    expect(await decodedSamples(shape, 'OB', bytes, ...EIGHT_BITS)).toEqual([3, 6, 5]);
  });

  it('reads frames of 1 bit that do not start with a byte', async () => {
    const shape = { rows: 1, columns: 5, frames: 3, frameIndex: 1 };
    const bits: readonly ElementDescription[] = [[0x00280100, 'US', 1], ...bitsStored(1, 0)];
    // From the least significant bit: 11111 | 10110 | 00000.
    expect(await decodedSamples(shape, 'OB', Uint8Array.of(0b10111111, 0b00000001), ...bits)).toEqual([
      1, 0, 1, 1, 0,
    ]);
  });

  it('interleaves planes', async () => {
    const planes = Uint8Array.of(1, 2, 3, 4, 5, 6);
    const planar: ElementDescription = [0x00280006, 'US', 1];
    expect(await decodedSamples({ rows: 1, columns: 2 }, 'OB', planes, ...colour('RGB'), planar)).toEqual([
      1, 3, 5, 2, 4, 6,
    ]);
  });

  it('repeats the chroma of YBR_FULL_422', async () => {
    // Y1 Y2 CB CR (PS3.3 C.7.6.3.1.2).
    const decoded = await decode(
      { rows: 1, columns: 2 },
      'OB',
      Uint8Array.of(10, 20, 30, 40),
      ...colour('YBR_FULL_422'),
    );
    expect(decoded).toMatchObject({ ok: true, value: { frame: { colourSpace: 'YBR_FULL' } } });
    expect(decoded.ok && Array.from(decoded.value.frame.samples)).toEqual([10, 30, 40, 20, 30, 40]);
  });

  it('takes YBR_FULL_422 that is not subsampled as it is', async () => {
    const samples = Uint8Array.of(10, 30, 40, 20, 50, 60);
    const decoded = await decodedSamples({ rows: 1, columns: 2 }, 'OB', samples, ...colour('YBR_FULL_422'));
    expect(decoded).toEqual([10, 30, 40, 20, 50, 60]);
  });

  it('shows what there is of cut pixels, the rest zero, and says so', async () => {
    const decoded = await decode({ rows: 2, columns: 2 }, 'OW', Uint16Array.of(1, 2));
    expect(decoded.ok && Array.from(decoded.value.frame.samples)).toEqual([1, 2, 0, 0]);
    expect(decoded).toMatchObject({
      value: { problems: [{ code: 'pixels-truncated', detail: { expectedBytes: 8, actualBytes: 4 } }] },
    });
  });

  it('fails for a frame of which there is nothing', async () => {
    const decoded = await decode(
      { rows: 1, columns: 2, frames: 9, frameIndex: 5 },
      'OW',
      Uint16Array.of(1, 2),
    );
    expect(decoded).toMatchObject({ ok: false, error: { code: 'pixels-truncated', where: 'a.dcm' } });
  });
});

/** Two segments' worth of header: the number of segments, then their offsets. */
function rleStream(...segments: readonly (readonly number[])[]): Uint8Array {
  const header = new Uint32Array(16);
  header[0] = segments.length;
  let offset = 64;
  segments.forEach((segment, index) => {
    header[index + 1] = offset;
    offset += segment.length;
  });
  return Uint8Array.of(...new Uint8Array(header.buffer), ...segments.flat());
}

describe('RLE', () => {
  const rle = { transferSyntaxUid: RLE };

  it('unpacks runs, literals and the byte that means nothing', async () => {
    // The worked example of PackBits, with a no-operation (128) put in.
    const packed = [
      0xfe, 0xaa, 0x80, 0x02, 0x80, 0x00, 0x2a, 0xfd, 0xaa, 0x03, 0x80, 0x00, 0x2a, 0x22, 0xf7, 0xaa,
    ];
    const unpacked = [
      0xaa, 0xaa, 0xaa, 0x80, 0x00, 0x2a, 0xaa, 0xaa, 0xaa, 0xaa, 0x80, 0x00, 0x2a, 0x22, 0xaa, 0xaa, 0xaa,
      0xaa, 0xaa, 0xaa, 0xaa, 0xaa, 0xaa, 0xaa,
    ];
    const pixels = { fragments: [rleStream(packed)] };
    expect(await decodedSamples({ rows: 4, columns: 6, ...rle }, 'OB', pixels, ...EIGHT_BITS)).toEqual(
      unpacked,
    );
  });

  it('has the most significant bytes first', async () => {
    const pixels = { fragments: [rleStream([1, 0x12, 0x34], [1, 0x56, 0x78, 0])] };
    expect(await decodedSamples({ rows: 1, columns: 2, ...rle }, 'OB', pixels)).toEqual([0x1256, 0x3478]);
  });

  it('leaves zeros where a segment is short, and says so', async () => {
    const pixels = { fragments: [rleStream([1, 7, 8])] };
    const decoded = await decode({ rows: 1, columns: 4, ...rle }, 'OB', pixels, ...EIGHT_BITS);
    expect(decoded.ok && Array.from(decoded.value.frame.samples)).toEqual([7, 8, 0, 0]);
    expect(decoded).toMatchObject({ value: { problems: [{ code: 'pixels-truncated' }] } });
  });

  it('refuses a wrong number of segments', async () => {
    const pixels = { fragments: [rleStream([1, 7, 8])] };
    const decoded = await decode({ rows: 1, columns: 2, ...rle }, 'OB', pixels);
    expect(decoded).toMatchObject({ ok: false, error: { code: 'decode-failed', detail: { codec: 'RLE' } } });
  });
});

describe('compressed streams that cannot be decoded', () => {
  it('names a transfer syntax that has no codec', async () => {
    const shape = { rows: 1, columns: 2, transferSyntaxUid: '1.2.840.10008.1.2.4.101' };
    expect(await decode(shape, 'OB', { fragments: [Uint8Array.of(1, 2)] })).toMatchObject({
      ok: false,
      error: {
        code: 'codec-unsupported',
        detail: { transferSyntaxName: 'MPEG2 Main Profile / High Level' },
      },
    });
  });

  it.each(['50', '57', '80', '90', '110', '201'])(
    'refuses bytes that are no stream (1.2.840.10008.1.2.4.%s)',
    async (last) => {
      const shape = { rows: 2, columns: 2, transferSyntaxUid: `1.2.840.10008.1.2.4.${last}` };
      const noise = Uint8Array.from({ length: 200 }, (_, index) => (index * 97) % 251);
      expect(await decode(shape, 'OB', { fragments: [noise] })).toMatchObject({
        ok: false,
        error: { code: 'decode-failed' },
      });
    },
  );

  it('compares the size in the stream with the data set before it decodes', async () => {
    // SOI, then SOF0: 8 bits, 65535 x 65535, one component.
    const sof = [0xff, 0xc0, 0, 11, 8, 0xff, 0xff, 0xff, 0xff, 1, 1, 0x11, 0];
    const pixels = { fragments: [Uint8Array.of(0xff, 0xd8, ...sof, 0xff, 0xd9)] };
    const shape = { rows: 2, columns: 2, transferSyntaxUid: '1.2.840.10008.1.2.4.50' };
    expect(await decode(shape, 'OB', pixels, ...EIGHT_BITS)).toMatchObject({
      ok: false,
      error: { detail: { reason: 'the compressed stream is 65535 x 65535 pixels, the data set says 2 x 2' } },
    });
  });
});

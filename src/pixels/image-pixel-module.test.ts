import { describe, expect, it } from 'vitest';
import type { DataSetDescription, ElementValue } from '../fixtures/dicom-writer';
import { decodeFrame } from './decode-frame';
import { describedImage } from './described-image.fixture';

const BIG_ENDIAN = '1.2.840.10008.1.2.2';

/** One row of pixels with cells of `bits`, all of them stored unless `more` says otherwise. */
async function decode(
  { columns, bits, frames = 1, frameIndex = 0, uid }: Row,
  pixels: readonly [tag: number, vr: string, value: ElementValue],
  ...more: DataSetDescription
) {
  const elements: DataSetDescription = [
    [0x00280008, 'IS', String(frames)],
    [0x00280010, 'US', 1],
    [0x00280011, 'US', columns],
    [0x00280100, 'US', bits],
    [0x00280101, 'US', bits],
    [0x00280102, 'US', bits - 1],
    pixels,
  ];
  const given = new Set(more.map(([tag]) => tag));
  const { content, image } = describedImage([...elements.filter(([tag]) => !given.has(tag)), ...more], uid);
  const decoded = await decodeFrame({ content, image, frameIndex, where: 'a.dcm' });
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
  return decoded.value;
}

interface Row {
  readonly columns: number;
  readonly bits: number;
  readonly frames?: number;
  readonly frameIndex?: number;
  readonly uid?: string;
}

async function samples(...args: Parameters<typeof decode>): Promise<readonly number[]> {
  return Array.from((await decode(...args)).frame.samples);
}

const PIXEL_DATA = 0x7fe00010;
const SIGNED: DataSetDescription = [[0x00280103, 'US', 1]];
const stored = (bits: number, highBit: number): DataSetDescription => [
  [0x00280101, 'US', bits],
  [0x00280102, 'US', highBit],
];

describe('the Image Pixel module (PS3.3 C.7.6.3)', () => {
  it('has cells of 32 bits, unsigned and signed', async () => {
    const cells = Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x00, 0x00, 0x00, 0x80);
    const row = { columns: 2, bits: 32 };
    expect(await samples(row, [PIXEL_DATA, 'OW', cells])).toEqual([4_294_967_295, 2_147_483_648]);
    expect(await samples(row, [PIXEL_DATA, 'OW', cells], ...SIGNED)).toEqual([-1, -2_147_483_648]);
  });

  it('has signed cells of 8 bits, of which 6 are stored at the top', async () => {
    // 6 bits up to bit 7: 0x80 is 100000, the smallest; 0x7c is 011111; 0xff is 111111 with two bits below it.
    const cells = Uint8Array.of(0x80, 0x7c, 0xff, 0x04);
    expect(
      await samples({ columns: 4, bits: 8 }, [PIXEL_DATA, 'OB', cells], ...SIGNED, ...stored(6, 7)),
    ).toEqual([-32, 31, -1, 1]);
  });

  it('has cells of 12 bits packed without gaps, in either byte order', async () => {
    // 0x123, 0x456, 0x789, 0xabc from the least significant bit on: 23 61 45 89 c7 ab.
    const bytes = Uint8Array.of(0x23, 0x61, 0x45, 0x89, 0xc7, 0xab);
    const values = [0x123, 0x456, 0x789, 0xabc];
    const row = { columns: 4, bits: 12 };
    expect(await samples(row, [PIXEL_DATA, 'OW', bytes])).toEqual(values);
    const swapped = Uint8Array.of(0x61, 0x23, 0x89, 0x45, 0xab, 0xc7);
    expect(await samples({ ...row, uid: BIG_ENDIAN }, [PIXEL_DATA, 'OW', swapped])).toEqual(values);
    // Frames of one cell: the second begins in the middle of a byte.
    const frame = { columns: 1, bits: 12, frames: 4, frameIndex: 1 };
    expect(await samples(frame, [PIXEL_DATA, 'OW', bytes])).toEqual([0x456]);
  });

  it('has cells of 24 bits where Pixel Data is long enough for them', async () => {
    const bytes = Uint8Array.of(1, 0, 0, 0xff, 0xff, 0xff);
    expect(await samples({ columns: 2, bits: 24 }, [PIXEL_DATA, 'OB', bytes])).toEqual([1, 16_777_215]);
    expect(await samples({ columns: 2, bits: 24 }, [PIXEL_DATA, 'OB', bytes], ...SIGNED)).toEqual([1, -1]);
  });

  it('has floating point samples in big endian', async () => {
    const row = { columns: 2, bits: 32, uid: BIG_ENDIAN };
    expect(await samples(row, [0x7fe00008, 'OF', Float32Array.of(0.5, -2)])).toEqual([0.5, -2]);
  });

  it('reads planes of 16 bits', async () => {
    const planes = Uint16Array.of(1, 2, 300, 400, 50000, 60000);
    expect(
      await samples(
        { columns: 2, bits: 16 },
        [PIXEL_DATA, 'OW', planes],
        [0x00280002, 'US', 3],
        [0x00280004, 'CS', 'RGB'],
        [0x00280006, 'US', 1],
      ),
    ).toEqual([1, 300, 50000, 2, 400, 60000]);
  });

  it('repeats the chroma of YBR_FULL_422 of more than 8 bits', async () => {
    const cells = Uint16Array.of(1000, 2000, 3000, 4000);
    const colour: DataSetDescription = [
      [0x00280002, 'US', 3],
      [0x00280004, 'CS', 'YBR_FULL_422'],
    ];
    expect(await samples({ columns: 2, bits: 16 }, [PIXEL_DATA, 'OW', cells], ...colour)).toEqual([
      1000, 3000, 4000, 2000, 3000, 4000,
    ]);
  });

  it('knows YBR_PARTIAL_422 as subsampled and of a range of its own', async () => {
    const { frame } = await decode(
      { columns: 2, bits: 8 },
      [PIXEL_DATA, 'OB', Uint8Array.of(16, 235, 128, 128)],
      [0x00280002, 'US', 3],
      [0x00280004, 'CS', 'YBR_PARTIAL_422'],
    );
    expect(frame.colourSpace).toBe('YBR_PARTIAL');
    expect(Array.from(frame.samples)).toEqual([16, 128, 128, 235, 128, 128]);
  });

  it('shows the first frame of a value that goes on behind it', async () => {
    const cells = Uint16Array.of(1, 2, 3, 4, 5, 6);
    expect(await samples({ columns: 2, bits: 16 }, [PIXEL_DATA, 'OW', cells])).toEqual([1, 2]);
  });

  it('takes High Bit and Bits Stored that cannot be for those of whole cells', async () => {
    const cells = Uint16Array.of(0x8001);
    for (const [bits, highBit] of [
      [0, 15],
      [17, 16],
      [16, 40],
    ] as const) {
      expect(
        await samples({ columns: 1, bits: 16 }, [PIXEL_DATA, 'OW', cells], ...stored(bits, highBit)),
      ).toEqual([0x8001]);
    }
  });

  it('keeps the bits that are not stored beside the stored values', async () => {
    const row = { columns: 2, bits: 16 };
    const { frame, cells } = await decode(
      row,
      [PIXEL_DATA, 'OW', Uint16Array.of(0x1005, 0xffff)],
      ...stored(12, 11),
    );
    expect(Array.from(frame.samples)).toEqual([5, 4095]);
    expect(Array.from(cells)).toEqual([0x1005, 0xffff]);
  });
});

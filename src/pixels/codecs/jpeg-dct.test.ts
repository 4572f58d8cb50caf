import { describe, expect, it } from 'vitest';
import { assert } from '../../base/assert';
import {
  progressiveScans,
  sequentialScan,
  writeSequentialBlock,
  type Block,
} from '../../fixtures/jpeg-coefficients';
import {
  EntropyWriter,
  segment,
  writeJpeg,
  type JpegComponentDescription,
  type JpegScanDescription,
} from '../../fixtures/jpeg-writer';
import { createRandom } from '../../fixtures/random';
import { decodeDctJpeg } from './jpeg-dct';
import { inputOf } from './stream-input.fixture';

const SOF1 = 0xc1;
const SOF2 = 0xc2;
/** 24 x 16 pixels less a few: 3 x 2 blocks, those at the edges not whole. */
const SIZE = { rows: 13, columns: 21 };
const BLOCKS = { across: 3, down: 2 };
const QUANTIZATION = Array.from({ length: 64 }, (_, k) => 3 + k);
/** Place (row x 8 + column) of a coefficient by its zigzag number (ITU-T T.81 figure A.6). */
const PLACES = zigzagPlaces();

function zigzagPlaces(): readonly number[] {
  const places = Array.from({ length: 64 }, (_, place) => ({ row: place >> 3, column: place & 7, place }));
  const diagonal = ({ row, column }: { row: number; column: number }) => row + column;
  // Odd diagonals run down, even ones up.
  return places
    .sort((a, b) => diagonal(a) - diagonal(b) || (diagonal(a) % 2 === 0 ? b.row - a.row : a.row - b.row))
    .map(({ place }) => place);
}

/** A few coefficients in each block, so that samples stay in 12 bits; some far behind the others. */
function drawBlocks(count: number, seed = 1): readonly Block[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () =>
    Array.from({ length: 64 }, (_, k) => {
      if (k === 0) return Math.round((random() - 0.5) * 3000);
      return random() < 0.2 ? Math.round((random() - 0.5) * (k < 6 ? 60 : 8)) : 0;
    }),
  );
}

/** Samples of a block by the formula of A.3.3, in floating point, with the level shift of 12 bits. */
function samplesOf(block: Block): readonly number[] {
  const scale = (frequency: number) => (frequency === 0 ? Math.SQRT1_2 : 1);
  const basis = (position: number, frequency: number) =>
    scale(frequency) * Math.cos(((2 * position + 1) * frequency * Math.PI) / 16);
  return Array.from({ length: 64 }, (_, sample) => {
    const terms = block.map((value, k) => {
      const place = PLACES[k] ?? 0;
      const factor = QUANTIZATION[k] ?? 0;
      return value * factor * basis(sample >> 3, place >> 3) * basis(sample & 7, place & 7);
    });
    const sum = terms.reduce((total, term) => total + term, 0);
    return Math.min(4095, Math.max(0, sum / 4 + 2048));
  });
}

function expectedPixels(blocks: readonly Block[]): readonly number[] {
  const samples = blocks.map(samplesOf);
  return Array.from({ length: SIZE.rows * SIZE.columns }, (_, pixel) => {
    const row = Math.floor(pixel / SIZE.columns);
    const column = pixel % SIZE.columns;
    const block = (row >> 3) * BLOCKS.across + (column >> 3);
    return samples[block]?.[(row & 7) * 8 + (column & 7)] ?? NaN;
  });
}

function largestDifference(actual: ArrayLike<number>, expected: readonly number[]): number {
  return Math.max(...expected.map((value, index) => Math.abs(value - (actual[index] ?? NaN))));
}

function grey(process: number, scans: readonly JpegScanDescription[], restartInterval = 0): Uint8Array {
  const parts = { process, precision: 12, components: [{ id: 1 }], quantization: QUANTIZATION };
  return writeJpeg({ ...SIZE, ...parts, scans, restartInterval });
}

async function decodeGrey(stream: Uint8Array) {
  const decoded = await decodeDctJpeg(inputOf(stream, { ...SIZE, bitsAllocated: 16 }));
  assert(decoded.ok, JSON.stringify(decoded));
  return decoded.value;
}

describe('JPEG of 12 bits', () => {
  const blocks = drawBlocks(BLOCKS.across * BLOCKS.down);

  it.each([
    ['sequential', SOF1, [sequentialScan(blocks)]],
    ['progressive, by bands and bits', SOF2, progressiveScans(blocks)],
  ])('has the samples of the formula: %s', async (_name, process, scans) => {
    const { samples, problems } = await decodeGrey(grey(process, scans));
    expect(problems).toEqual([]);
    expect(samples).toHaveLength(SIZE.rows * SIZE.columns);
    // Integers of a transform that is not wrong by a whole one.
    expect(largestDifference(samples, expectedPixels(blocks))).toBeLessThan(1);
  });

  it('counts end-of-band runs over many blocks', async () => {
    // Nothing but DC: each band is one run, and refined by runs.
    const flat = blocks.map((block) => block.map((value, k) => (k === 0 ? value : 0)));
    const { samples, problems } = await decodeGrey(grey(SOF2, progressiveScans(flat)));
    expect(problems).toEqual([]);
    expect(largestDifference(samples, expectedPixels(flat))).toBeLessThan(1);
  });

  it('begins anew at each restart marker', async () => {
    const { samples, problems } = await decodeGrey(grey(SOF1, [sequentialScan(blocks, 2)], 2));
    expect(problems).toEqual([]);
    expect(largestDifference(samples, expectedPixels(blocks))).toBeLessThan(1);
  });

  it('loses no more than one restart interval to damage, and says so', async () => {
    const scan = sequentialScan(blocks, 2);
    const intervals = scan.intervals.map((writer, index) => (index === 1 ? new EntropyWriter() : writer));
    const { samples, problems } = await decodeGrey(grey(SOF1, [{ ...scan, intervals }], 2));
    expect(problems).toMatchObject([{ code: 'decode-failed', where: 'a.dcm' }]);
    // Blocks 2 and 3 of 0 to 5 are lost: what is right of them in the second row is there.
    const expected = expectedPixels(blocks);
    const last = expected.length - 1;
    expect(Math.abs((samples[last] ?? NaN) - (expected[last] ?? NaN))).toBeLessThan(1);
    expect(Math.abs((samples[0] ?? NaN) - (expected[0] ?? NaN))).toBeLessThan(1);
  });

  it('gives a cut stream as far as it goes', async () => {
    const stream = grey(SOF1, [sequentialScan(blocks)]);
    const { samples, problems } = await decodeGrey(stream.subarray(0, stream.length * 0.9));
    expect(problems).toMatchObject([{ code: 'decode-failed' }]);
    const expected = expectedPixels(blocks);
    expect(largestDifference(samples.slice(0, 8), expected.slice(0, 8))).toBeLessThan(1);
  });

  it('fails without a scan', async () => {
    const decoded = await decodeDctJpeg(inputOf(grey(SOF1, []), { ...SIZE, bitsAllocated: 16 }));
    expect(decoded).toMatchObject({
      ok: false,
      error: { detail: { reason: '1 of 1 components have no scan' } },
    });
  });

  it('fails with a Huffman table that cannot be', async () => {
    const stream = grey(SOF1, [sequentialScan(blocks)]);
    const counts = stream.findIndex((byte, index) => byte === 0xff && stream[index + 1] === 0xc4) + 5;
    stream[counts] = 3; // codes of one bit
    const decoded = await decodeDctJpeg(inputOf(stream, { ...SIZE, bitsAllocated: 16 }));
    expect(decoded).toMatchObject({ ok: false, error: { detail: { reason: 'a scan without its tables' } } });
  });

  it('never throws, whatever is overwritten', async () => {
    const stream = grey(SOF2, progressiveScans(blocks));
    const random = createRandom(7);
    for (let round = 0; round < 300; round++) {
      const damaged = stream.slice();
      for (let count = 0; count < 4; count++) {
        damaged[2 + Math.floor(random() * (stream.length - 2))] = Math.floor(random() * 256);
      }
      const decoded = await decodeDctJpeg(inputOf(damaged, { ...SIZE, bitsAllocated: 16 }));
      expect(decoded.ok || decoded.error.code === 'decode-failed').toBe(true);
    }
  });
});

/** A block of one level: the DC coefficient is 8 times the sample (A.3.3). */
function level(sample: number): Block {
  const dc = Math.round(((sample - 2048) * 8) / (QUANTIZATION[0] ?? 1));
  return [dc, ...Array.from({ length: 63 }, () => 0)];
}

describe('JPEG of 12 bits in colour', () => {
  const components = [{ id: 1 }, { id: 2 }, { id: 3 }];
  /** Multiples of 3 / 8 from the middle, so that quantization by 3 leaves them as they are. */
  const levels = [2048 + 600, 2048 - 300, 2048 + 450];

  function colour(parts: {
    readonly components: readonly JpegComponentDescription[];
    readonly segments?: readonly (readonly number[])[];
    readonly size?: { readonly rows: number; readonly columns: number };
    readonly mcus?: readonly (readonly Block[])[];
  }) {
    const { size = { rows: 8, columns: 8 }, mcus = [levels.map(level)], segments = [] } = parts;
    const writer = new EntropyWriter();
    const componentOfBlock = parts.components.flatMap(
      ({ id, horizontalSampling = 1, verticalSampling = 1 }) =>
        Array.from({ length: horizontalSampling * verticalSampling }, () => id),
    );
    const predictions = new Map<number, number>();
    for (const mcu of mcus) {
      mcu.forEach((block, index) => {
        const id = componentOfBlock[index] ?? 0;
        writeSequentialBlock(writer, block, predictions.get(id) ?? 0);
        predictions.set(id, block[0] ?? 0);
      });
    }
    const componentIds = parts.components.map(({ id }) => id);
    const scan = { componentIds, spectralStart: 0, spectralEnd: 63, intervals: [writer] };
    const stream = writeJpeg({
      ...{ process: SOF1, precision: 12, ...size, segments, components: parts.components },
      ...{ quantization: QUANTIZATION, scans: [scan] },
    });
    const image = { ...size, samplesPerPixel: 3 as const, bitsAllocated: 16 };
    return decodeDctJpeg(inputOf(stream, { ...image, photometricInterpretation: 'YBR_FULL_422' }));
  }

  async function firstPixel(parts: Parameters<typeof colour>[0]): Promise<readonly number[]> {
    const decoded = await colour(parts);
    assert(decoded.ok && decoded.value.isRgb, JSON.stringify(decoded));
    return [...decoded.value.samples.slice(0, 3)];
  }

  it('turns YCbCr into RGB', async () => {
    // T.871 clause 7 about the middle of 12 bits: Y 2648, Cb -300, Cr 450.
    const red = 2648 + 1.402 * 450;
    const green = 2648 + 0.344136 * 300 - 0.714136 * 450;
    const blue = 2648 - 1.772 * 300;
    expect(await firstPixel({ components })).toEqual([red, green, blue].map(Math.round));
  });

  it('leaves RGB as it is, where the component ids or the Adobe marker say so', async () => {
    const named = [{ id: 0x52 }, { id: 0x47 }, { id: 0x42 }];
    expect(await firstPixel({ components: named })).toEqual(levels);
    const adobe = segment(0xee, [...new TextEncoder().encode('Adobe'), 0, 100, 0, 0, 0, 0, 0]);
    expect(await firstPixel({ components, segments: [adobe] })).toEqual(levels);
  });

  it('has chroma of half the width between the pixels', async () => {
    // Two blocks of Y for one of Cb and Cr; Cr changes from block to block, Cb and Y are in the middle.
    const mcus = [0, 800].map((cr) => [level(2048), level(2048), level(2048), level(2048 + cr)]);
    const decoded = await colour({
      components: [{ id: 1, horizontalSampling: 2 }, { id: 2 }, { id: 3 }],
      size: { rows: 8, columns: 32 },
      mcus,
    });
    assert(decoded.ok, JSON.stringify(decoded));
    const red = (column: number) => decoded.value.samples[column * 3];
    // Columns 15 and 16 are 1/4 of the way from the last sample of one block to the first of the next: 800 of the
    // quantized coefficient 8 x 800 / 3 = 2133.3 is 799.875.
    const near = (cr: number) => Math.round(2048 + 1.402 * cr);
    expect([red(14), red(15), red(16), red(17)]).toEqual([near(0), near(200), near(600), near(800)]);
  });
});

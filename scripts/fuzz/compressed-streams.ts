import { concatenate } from '../../src/base/concatenate';

type Bytes = Uint8Array<ArrayBuffer>;

/** An image of bytes, one or three to a pixel, of one colour but for details: streams as short as they can be. */
export interface FlatImage {
  readonly rows: number;
  readonly columns: number;
  readonly components: 1 | 3;
}

/** RLE Lossless (PS3.5 Annex G): a segment for each component, its first pixel as it is, then runs of up to 100. */
export function rleStream({ rows, columns, components }: FlatImage): Bytes {
  const pixels = rows * columns;
  const segments = Array.from({ length: components }, (_, component) => {
    const runs = Array.from({ length: Math.ceil((pixels - 1) / 100) }, (_, run) => {
      return [257 - Math.min(100, pixels - 1 - run * 100), 40 * component];
    });
    return Uint8Array.from([0, 200, ...runs.flat()]);
  });
  const header = new Uint32Array(16);
  let offset = 64;
  header[0] = components;
  for (const [index, { length }] of segments.entries()) {
    header[index + 1] = offset;
    offset += length;
  }
  return concatenate([new Uint8Array(header.buffer), ...segments]);
}

/** Baseline JPEG (ITU-T T.81): each block of 8 x 8 is a DC difference of 0 and an end of block, a bit each. */
export function jpegStream(image: FlatImage): Bytes {
  const blocks = Math.ceil(image.rows / 8) * Math.ceil(image.columns / 8) * image.components;
  const quantization = segment(0xdb, [0, ...new Uint8Array(64).fill(1)]);
  const frame = jpegFrame(0xc0, image, { tables: [0x00, 0x10], scan: [0, 63, 0], bits: blocks * 2 });
  return concatenate([START_OF_IMAGE, quantization, ...frame]);
}

/** JPEG Lossless, predictor 1: each sample is a difference of 0, one bit. */
export function jpegLosslessStream(image: FlatImage): Bytes {
  const bits = image.rows * image.columns * image.components;
  return concatenate([START_OF_IMAGE, ...jpegFrame(0xc3, image, { tables: [0x00], scan: [1, 0, 0], bits })]);
}

/** JPEG-LS (ITU-T T.87), lossless, by sample: a run in each line, whose ones say that it goes on. */
export function jpegLsStream(image: FlatImage): Bytes {
  const data = new Uint8Array(image.rows * image.components).fill(0xfe);
  return concatenate([
    START_OF_IMAGE,
    segment(0xf7, frameHeader(image)),
    segment(0xda, [...scanComponents(image), 0, image.components === 1 ? 0 : 2, 0]),
    data,
    END_OF_IMAGE,
  ]);
}

/** JPEG 2000 (ITU-T T.800), one tile, no wavelet levels, one layer: every packet is empty. */
export function jpeg2000Stream({ rows, columns, components }: FlatImage): Bytes {
  const size = [...uint32(columns), ...uint32(rows)];
  const origin = [0, 0, 0, 0, 0, 0, 0, 0];
  const depths = Array.from({ length: components }, () => [7, 1, 1]).flat();
  const packets = new Uint8Array(components);
  return concatenate([
    Uint8Array.of(0xff, 0x4f),
    segment(0x51, [0, 0, ...size, ...origin, ...size, ...origin, 0, components, ...depths]),
    segment(0x52, [0, 0, 0, 1, 0, 0, 4, 4, 0, 1]),
    segment(0x5c, [0x40, 0x40]),
    segment(0x90, [0, 0, ...uint32(12 + 2 + packets.length), 0, 1]),
    Uint8Array.of(0xff, 0x93),
    packets,
    END_OF_IMAGE,
  ]);
}

const START_OF_IMAGE = Uint8Array.of(0xff, 0xd8);
const END_OF_IMAGE = Uint8Array.of(0xff, 0xd9);

interface Coding {
  /** Class and destination of each Huffman table. */
  readonly tables: readonly number[];
  /** Ss, Se, Ah and Al. */
  readonly scan: readonly number[];
  /** Of the data, which are zeros all. */
  readonly bits: number;
}

/** From the frame header to the end. Each Huffman table has one code, the bit 0, of the value 0. */
function jpegFrame(process: number, image: FlatImage, { tables, scan, bits }: Coding): readonly Uint8Array[] {
  return [
    segment(process, frameHeader(image)),
    ...tables.map((table) => segment(0xc4, [table, 1, ...new Uint8Array(15), 0])),
    segment(0xda, [...scanComponents(image), ...scan]),
    new Uint8Array(Math.ceil(bits / 8)),
    END_OF_IMAGE,
  ];
}

/** Precision, lines, samples per line, and of each component its number, sampling and quantization table. */
function frameHeader({ rows, columns, components }: FlatImage): readonly number[] {
  const specifications = Array.from({ length: components }, (_, index) => [index + 1, 0x11, 0]);
  return [8, rows >> 8, rows & 0xff, columns >> 8, columns & 0xff, components, ...specifications.flat()];
}

function scanComponents({ components }: FlatImage): readonly number[] {
  return [components, ...Array.from({ length: components }, (_, index) => [index + 1, 0]).flat()];
}

function segment(marker: number, body: readonly number[]): Uint8Array {
  const length = body.length + 2;
  return Uint8Array.of(0xff, marker, length >> 8, length & 0xff, ...body);
}

function uint32(value: number): readonly number[] {
  return [value >>> 24, (value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff];
}

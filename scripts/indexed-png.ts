import { deflateSync } from 'node:zlib';
import { crc32 } from '../src/archive/crc32';

const MOST_COLOURS = 256;
/** Colours that share the five upper bits of each channel become one. */
const BUCKET = 0xf8f8f8;

/**
 * A PNG with a palette: a third of the size of one with all colours, and for a page of text and greys nearly the
 * same to the eye.
 * @param pixels row-major, `0xrrggbb` each
 */
export function encodeIndexedPng(width: number, pixels: readonly number[]): Buffer {
  const palette = choosePalette(pixels);
  const indexOf = nearestIndex(palette);
  const height = pixels.length / width;
  // Each row begins with its filter: none.
  const rows = new Uint8Array((width + 1) * height);
  pixels.forEach((pixel, at) => (rows[at + Math.floor(at / width) + 1] = indexOf(pixel)));

  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8); // eight bits each, indices into a palette
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Of the fullest buckets of colours, the commonest colour of each. */
function choosePalette(pixels: readonly number[]): readonly number[] {
  const buckets = new Map<number, { count: number; colour: number; most: number }>();
  for (const [colour, count] of countEach(pixels)) {
    const bucket = buckets.get(colour & BUCKET) ?? { count: 0, colour, most: 0 };
    bucket.count += count;
    if (count > bucket.most) Object.assign(bucket, { colour, most: count });
    buckets.set(colour & BUCKET, bucket);
  }
  return [...buckets.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_COLOURS)
    .map(({ colour }) => colour);
}

function countEach(pixels: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  return counts;
}

function nearestIndex(palette: readonly number[]): (colour: number) => number {
  const known = new Map(palette.map((colour, index) => [colour, index]));
  return (colour) => {
    const index = known.get(colour) ?? indexOfLeast(palette.map((each) => squaredDistance(each, colour)));
    known.set(colour, index);
    return index;
  };
}

function indexOfLeast(values: readonly number[]): number {
  return values.indexOf(Math.min(...values));
}

function squaredDistance(one: number, other: number): number {
  const others = channels(other);
  return channels(one).reduce((sum, channel, index) => sum + (channel - (others[index] ?? 0)) ** 2, 0);
}

function channels(colour: number): readonly number[] {
  return [colour >> 16, (colour >> 8) & 0xff, colour & 0xff];
}

/** PNG (third edition) 5.3: the CRC covers type and data. */
function chunk(type: string, data: Buffer): Buffer {
  const typeAndData = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const crc = Buffer.alloc(4);
  crc.writeUInt32BE(crc32(typeAndData));
  return Buffer.concat([length, typeAndData, crc]);
}

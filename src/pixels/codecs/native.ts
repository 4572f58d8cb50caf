import { ok, type Result } from '../../base/result';
import type { SampleArray } from '../decoded-frame';
import type { ImageDescription } from '../image-description';
import type { CodecInput, RawFrame } from './codec';

/** Uncompressed cells in little endian (PS3.5 8.1.1), as in native Pixel Data or in one fragment (A.4.11). */
export function decodeNative(input: CodecInput): Promise<Result<RawFrame>> {
  return Promise.resolve(ok({ samples: readSamples(input.bytes, input.image), isRgb: false, problems: [] }));
}

/** The samples of an uncompressed frame, interleaved; missing bytes are zeros. */
export function readSamples(bytes: Uint8Array, image: ImageDescription): SampleArray {
  if (image.isSubsampled) return repeatChroma(readCells(bytes, image, subsampledCells(image)), image);
  const cells = readCells(bytes, image, image.rows * image.columns * image.samplesPerPixel);
  return image.isPlanar ? interleave(cells, image.samplesPerPixel) : cells;
}

/** Planes (RR…GG…BB…) to pixels (RGBRGB…). */
export function interleave<Samples extends SampleArray>(planes: Samples, samplesPerPixel: number): Samples {
  const pixels = planes.length / samplesPerPixel;
  const interleaved = planes.slice() as Samples;
  for (let sample = 0; sample < samplesPerPixel; sample++) {
    for (let pixel = 0; pixel < pixels; pixel++) {
      interleaved[pixel * samplesPerPixel + sample] = planes[sample * pixels + pixel] ?? 0;
    }
  }
  return interleaved;
}

function readCells(bytes: Uint8Array, image: ImageDescription, count: number): SampleArray {
  if (image.bitsAllocated === 1) return unpackBits(bytes, count);
  if (![8, 16, 32, 64].includes(image.bitsAllocated)) return unpackCells(bytes, count, image.bitsAllocated);
  const buffer = new ArrayBuffer((count * image.bitsAllocated) / 8);
  new Uint8Array(buffer).set(bytes.subarray(0, buffer.byteLength));
  if (image.sampleType === 'float32') return new Float32Array(buffer);
  if (image.sampleType === 'float64') return new Float64Array(buffer);
  if (image.bitsAllocated === 8) return new Uint8Array(buffer);
  return image.bitsAllocated === 16 ? new Uint16Array(buffer) : new Uint32Array(buffer);
}

function unpackBits(bytes: Uint8Array, count: number): Uint8Array<ArrayBuffer> {
  const samples = new Uint8Array(count);
  for (let index = 0; index < count; index++) samples[index] = ((bytes[index >> 3] ?? 0) >> (index & 7)) & 1;
  return samples;
}

/** Cells of at most 32 bits without gaps between them, the first in the least significant bits (PS3.5 8.1.1). */
function unpackCells(bytes: Uint8Array, count: number, bits: number): SampleArray {
  const cells =
    bits < 8 ? new Uint8Array(count) : bits < 16 ? new Uint16Array(count) : new Uint32Array(count);
  for (let index = 0; index < count; index++) {
    const firstByte = Math.floor((index * bits) / 8);
    // At most five bytes: more than the 32 bits of a bitwise operator.
    let value = 0;
    for (let byte = Math.floor((index * bits + bits - 1) / 8); byte >= firstByte; byte--) {
      value = value * 256 + (bytes[byte] ?? 0);
    }
    cells[index] = Math.floor(value / 2 ** ((index * bits) % 8)) % 2 ** bits;
  }
  return cells;
}

function subsampledCells({ rows, columns }: ImageDescription): number {
  return rows * Math.ceil(columns / 2) * 4;
}

/** Two pixels lie as Y1 Y2 CB CR (PS3.3 C.7.6.3.1.2); each gets the chroma of both. */
function repeatChroma(cells: SampleArray, { rows, columns }: ImageDescription): SampleArray {
  const pairs = Math.ceil(columns / 2);
  const count = rows * columns * 3;
  const samples = cells.BYTES_PER_ELEMENT === 1 ? new Uint8Array(count) : new Uint16Array(count);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const pair = (row * pairs + (column >> 1)) * 4;
      const pixel = (row * columns + column) * 3;
      samples[pixel] = cells[pair + (column & 1)] ?? 0;
      samples[pixel + 1] = cells[pair + 2] ?? 0;
      samples[pixel + 2] = cells[pair + 3] ?? 0;
    }
  }
  return samples;
}

import { problem } from '../../base/problem';
import { err, ok, type Result } from '../../base/result';
import { nativeFrameBytes } from '../native-frame';
import type { CodecInput, RawFrame } from './codec';
import { readSamples } from './native';

const HEADER_BYTES = 64;

/**
 * RLE Lossless (PS3.5 Annex G): a segment for each byte of each sample, the most significant byte first. A
 * segment that ends early leaves zeros and a 'pixels-truncated'.
 */
export function decodeRle({ bytes, image: described, where }: CodecInput): Promise<Result<RawFrame>> {
  const image = { ...described, isPlanar: false, isSubsampled: false };
  const bytesPerCell = Math.ceil(image.bitsAllocated / 8);
  const bytesPerPixel = bytesPerCell * image.samplesPerPixel;
  const segments = readSegments(bytes);
  if (segments.length !== bytesPerPixel) {
    const reason = `${segments.length} segments where the image has ${bytesPerPixel} bytes per pixel`;
    return Promise.resolve(err(problem('decode-failed', where, { codec: 'RLE', reason })));
  }

  const expectedBytes = nativeFrameBytes(image);
  const cells = new Uint8Array(expectedBytes);
  let actualBytes = 0;
  for (const [index, segment] of segments.entries()) {
    const sample = Math.floor(index / bytesPerCell);
    const first = sample * bytesPerCell + (bytesPerCell - 1 - (index % bytesPerCell));
    actualBytes += unpackSegment(segment, { cells, first, step: bytesPerPixel });
  }
  const problems =
    actualBytes < expectedBytes ? [problem('pixels-truncated', where, { expectedBytes, actualBytes })] : [];
  const samples = readSamples(cells, image);
  return Promise.resolve(ok({ samples, isRgb: false, problems }));
}

/** The header is sixteen 32-bit numbers: how many segments, then their offsets from its start (G.5). */
function readSegments(bytes: Uint8Array): readonly Uint8Array[] {
  if (bytes.length < HEADER_BYTES) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  const count = Math.min(view.getUint32(0, true), HEADER_BYTES / 4 - 1);
  const offsets = Array.from({ length: count }, (_, index) => view.getUint32(4 + index * 4, true));
  return offsets.map((offset, index) => bytes.subarray(offset, offsets[index + 1]));
}

/** PackBits (G.3.2) into every `step`-th byte from `first`. Returns how many bytes were written. */
function unpackSegment(
  segment: Uint8Array,
  target: { readonly cells: Uint8Array; readonly first: number; readonly step: number },
): number {
  const { cells, first, step } = target;
  let position = 0;
  let cell = first;
  while (position < segment.length && cell < cells.length) {
    const control = segment[position++] ?? 0;
    if (control === 128) continue;
    const isRun = control > 128;
    const available = isRun ? 257 - control : Math.min(control + 1, segment.length - position);
    for (let count = 0; count < available && cell < cells.length; count++, cell += step) {
      cells[cell] = segment[isRun ? position : position + count] ?? 0;
    }
    position += isRun ? 1 : available;
  }
  return (cell - first) / step;
}

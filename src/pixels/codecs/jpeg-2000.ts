import create from '@cornerstonejs/codec-openjpeg/decodewasmjs';
import wasmBinary from '@cornerstonejs/codec-openjpeg/decodewasm?bytes';
import { problem } from '../../base/problem';
import { err, ok, type Result } from '../../base/result';
import type { ImageDescription } from '../image-description';
import type { CodecInput, RawFrame } from './codec';
import { readCodestreamHeader, type CodestreamHeader } from './jpeg-2000-header';
import { checkStream } from './stream-check';
import { wasmRunner } from './wasm-decoder';
import { frameOfOutcome } from './wasm-frame';

const CODEC = 'JPEG 2000';
/** Multi-component Image Compression, lossless and not (PS3.5 A.4.4). */
const PART_2: readonly string[] = ['1.2.840.10008.1.2.4.92', '1.2.840.10008.1.2.4.93'];

const run = wasmRunner({ wasmBinary, create, newDecoder: (module) => new module.J2KDecoder() });

/** JPEG 2000 and High-Throughput JPEG 2000 (ITU-T T.800, T.814), and Part 2 as far as it is the same (T.801). */
export async function decodeJpeg2000(input: CodecInput): Promise<Result<RawFrame>> {
  const header = readCodestreamHeader(input.bytes);
  const unsupported = header === null ? null : findUnsupported(header, input.image);
  if (unsupported !== null) {
    return err(problem('codec-unsupported', input.where, { transferSyntaxName: unsupported }));
  }
  const checked = checkStream(CODEC, header, input);
  if (!checked.ok) return checked;
  const { precision, isSigned, yieldsRgb, depthOffsets } = checked.value;
  const stream = { codec: CODEC, precision, isRgb: yieldsRgb };
  if (!isSigned || precision > 8) {
    return frameOfOutcome(await run(input.bytes), input, { ...stream, isSigned });
  }
  const outcome = await run(declareUnsigned(input.bytes, depthOffsets));
  const frame = frameOfOutcome(outcome, input, { ...stream, isSigned: false });
  return frame.ok ? ok(lowerLevel(frame.value, precision)) : frame;
}

function findUnsupported(header: CodestreamHeader, image: ImageDescription): string | null {
  const { precision, components, usesPart2Transform } = header;
  if (precision > 16) return `JPEG 2000, ${precision} bits per sample`;
  if (usesPart2Transform) return 'JPEG 2000 Part 2 with a transformation of components';
  const hasFrames = PART_2.includes(image.transferSyntaxUid) && components > image.samplesPerPixel;
  return hasFrames ? 'JPEG 2000 Part 2 with frames as components' : null;
}

/**
 * The codec gives 0 for every negative value of up to 8 bits. Declared as unsigned, all of them are higher by half
 * of the range: the level shift (ITU-T T.800 G.1) is what signed components do not have.
 */
function declareUnsigned(bytes: Uint8Array, depthOffsets: readonly number[]): Uint8Array {
  const stream = bytes.slice();
  for (const offset of depthOffsets) stream[offset] = (stream[offset] ?? 0) & 0x7f;
  return stream;
}

function lowerLevel(frame: RawFrame, precision: number): RawFrame {
  const middle = 2 ** (precision - 1);
  return { ...frame, samples: Int8Array.from(frame.samples, (sample) => sample - middle) };
}

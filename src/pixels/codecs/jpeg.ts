import create from '@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasmjs';
import wasmBinary from '@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasm?bytes';
import type { Result } from '../../base/result';
import type { CodecInput, RawFrame } from './codec';
import { isRgbStream } from './jpeg-colour';
import { readJpegHeader, type JpegHeader } from './jpeg-header';
import { checkStream } from './stream-check';
import { wasmRunner } from './wasm-decoder';
import { frameOfOutcome } from './wasm-frame';

const CODEC = 'JPEG';

const run = wasmRunner({ wasmBinary, create, newDecoder: (module) => new module.JPEGDecoder() });

/** JPEG with 8 bits per sample, sequential and progressive (ITU-T T.81 processes 1, 2, 6 and 10). */
export async function decodeJpeg(input: CodecInput): Promise<Result<RawFrame>> {
  const checked = checkStream(CODEC, readJpegHeader(input.bytes), input);
  if (!checked.ok) return checked;
  const header = checked.value;
  const outcome = await run(prepareStream(input, header));
  const isRgb = header.components === 3;
  return frameOfOutcome(outcome, input, { codec: CODEC, precision: 8, isSigned: false, isRgb });
}

/** APP14 with transform 0: the components are not YCbCr. */
const ADOBE_RGB = [0xff, 0xee, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, 0];
const EOI = [0xff, 0xd9];

/**
 * The stream as the codec takes it right: components that are RGB need the Adobe marker to be taken for that, and
 * it throws on a stream without EOI.
 */
function prepareStream({ bytes, image }: CodecInput, header: JpegHeader): Uint8Array {
  const isUnmarkedRgb =
    header.adobeTransform === null && isRgbStream(header, image.photometricInterpretation);
  const marker = isUnmarkedRgb ? ADOBE_RGB : [];
  const stream = new Uint8Array(bytes.length + marker.length + EOI.length);
  stream.set(bytes.subarray(0, 2));
  stream.set(marker, 2);
  stream.set(bytes.subarray(2), 2 + marker.length);
  stream.set(EOI, bytes.length + marker.length);
  return stream;
}

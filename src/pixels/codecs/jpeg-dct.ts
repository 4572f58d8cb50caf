import { problem } from '../../base/problem';
import { err, ok, type Result } from '../../base/result';
import type { CodecInput, RawFrame } from './codec';
import { createDctFrame } from './dct-frame';
import { computeSamples } from './dct-samples';
import { decodeDctScan } from './dct-scan';
import { isRgbStream } from './jpeg-colour';
import { readJpegHeader } from './jpeg-header';
import { decodeScans } from './jpeg-scans';
import { checkStream } from './stream-check';

const CODEC = 'JPEG';

/**
 * JPEG with 8 or 12 bits per sample, Huffman coded: sequential and progressive (ITU-T T.81 SOF0, SOF1, SOF2), equal
 * in every sample to libjpeg's. Of a stream that is damaged there is the picture as far as it goes.
 */
export function decodeDctJpeg(input: CodecInput): Promise<Result<RawFrame>> {
  return Promise.resolve(decode(input));
}

function decode(input: CodecInput): Result<RawFrame> {
  const checked = checkStream(CODEC, readJpegHeader(input.bytes), input);
  if (!checked.ok) return checked;
  const header = checked.value;
  const failed = (reason: string) => problem('decode-failed', input.where, { codec: CODEC, reason });
  const frame = createDctFrame(header);
  if (frame === null) return err(failed('sampling factors that JPEG does not have'));

  const scansFailure = decodeScans(input.bytes, (scan) => decodeDctScan(frame, scan));
  const absent = frame.components.filter(({ quantization }) => quantization === null).length;
  const failure =
    scansFailure ?? (absent > 0 ? `${absent} of ${header.components} components have no scan` : null);
  if (failure !== null && absent === header.components) return err(failed(failure));
  const samples = computeSamples(frame);
  const isColour = header.components === 3;
  if (isColour && !isRgbStream(header, input.image.photometricInterpretation)) {
    convertToRgb(samples, header.precision);
  }
  return ok({ samples, isRgb: isColour, problems: failure === null ? [] : [failed(failure)] });
}

/** YCbCr to RGB in place (ITU-T T.871 clause 7), with constants of 16 fractional bits. */
function convertToRgb(samples: Uint16Array, precision: number): void {
  const middle = 2 ** (precision - 1);
  const max = 2 ** precision - 1;
  for (let index = 0; index < samples.length; index += 3) {
    const y = samples[index] ?? 0;
    const cb = (samples[index + 1] ?? 0) - middle;
    const cr = (samples[index + 2] ?? 0) - middle;
    samples[index] = clamp(y + ((91881 * cr + 32768) >> 16), max);
    samples[index + 1] = clamp(y + ((-22554 * cb - 46802 * cr + 32768) >> 16), max);
    samples[index + 2] = clamp(y + ((116130 * cb + 32768) >> 16), max);
  }
}

function clamp(value: number, max: number): number {
  return value < 0 ? 0 : value > max ? max : value;
}

import { problem } from '../../base/problem';
import { err, ok, type Result } from '../../base/result';
import type { CodecInput, RawFrame } from './codec';
import { readJpegHeader } from './jpeg-header';
import { decodeScans } from './jpeg-scans';
import { decodeLosslessScan, type LosslessFrame } from './lossless-scan';
import { checkStream } from './stream-check';

const CODEC = 'JPEG lossless';

/**
 * JPEG lossless, Huffman coded, all predictors, 2 to 16 bits (ITU-T T.81 Annex H). Of a stream that is damaged there
 * are the rows before the damage.
 */
export function decodeJpegLossless(input: CodecInput): Promise<Result<RawFrame>> {
  return Promise.resolve(decode(input));
}

function decode(input: CodecInput): Result<RawFrame> {
  const checked = checkStream(CODEC, readJpegHeader(input.bytes), input);
  if (!checked.ok) return checked;
  const header = checked.value;
  const failed = (reason: string) => problem('decode-failed', input.where, { codec: CODEC, reason });
  const { componentHeaders, rows, columns, components } = header;
  if (componentHeaders.some((component) => component.horizontalSampling * component.verticalSampling !== 1)) {
    const transferSyntaxName = 'JPEG lossless with components of different sizes';
    return err(problem('codec-unsupported', input.where, { transferSyntaxName }));
  }

  const samples = new Uint16Array(rows * columns * components);
  const frame: LosslessFrame = { header, samples, placesDecoded: new Set() };
  const scansFailure = decodeScans(input.bytes, (scan) => decodeLosslessScan(frame, scan));
  const absent = components - frame.placesDecoded.size;
  const failure = scansFailure ?? (absent > 0 ? `${absent} of ${components} components have no scan` : null);
  if (failure !== null && absent === components) return err(failed(failure));
  return ok({ samples, isRgb: false, problems: failure === null ? [] : [failed(failure)] });
}

import { Decoder } from '@cornerstonejs/jpeg-lossless-decoder-js';
import { problem } from '../../base/problem';
import { err, ok, type Result } from '../../base/result';
import type { CodecInput, RawFrame } from './codec';
import { readJpegHeader } from './jpeg-header';
import { checkStream } from './stream-check';

const CODEC = 'JPEG lossless';

/** JPEG lossless, Huffman coded, all predictors (ITU-T T.81 Annex H). */
export function decodeJpegLossless(input: CodecInput): Promise<Result<RawFrame>> {
  return Promise.resolve(decode(input));
}

function decode(input: CodecInput): Result<RawFrame> {
  const checked = checkStream(CODEC, readJpegHeader(input.bytes), input);
  if (!checked.ok) return checked;
  const { components, precision } = checked.value;
  if (components === 3 && precision > 8) {
    const transferSyntaxName = `JPEG lossless colour, ${precision} bits per sample`;
    return err(problem('codec-unsupported', input.where, { transferSyntaxName }));
  }
  return runDecoder(input, components * input.image.rows * input.image.columns);
}

function runDecoder({ bytes, where }: CodecInput, expectedSamples: number): Result<RawFrame> {
  // A copy: the decoder takes an ArrayBuffer of its own.
  const { buffer } = bytes.slice();
  try {
    // A copy of the samples: the package's types do not say that their buffer is an ArrayBuffer.
    const samples = new Decoder().decode(buffer).slice();
    if (samples.length === expectedSamples) return ok({ samples, isRgb: false, problems: [] });
    return err(
      problem('decode-failed', where, { codec: CODEC, reason: `${samples.length} samples decoded` }),
    );
  } catch (thrown) {
    return err(problem('decode-failed', where, { codec: CODEC, reason: String(thrown) }));
  }
}

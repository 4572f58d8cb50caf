import create from '@cornerstonejs/codec-openjpeg/decodewasmjs';
import wasmBinary from '@cornerstonejs/codec-openjpeg/decodewasm?bytes';
import { problem } from '../../base/problem';
import { err, type Result } from '../../base/result';
import type { CodecInput, RawFrame } from './codec';
import { readCodestreamHeader } from './jpeg-2000-header';
import { checkStream } from './stream-check';
import { wasmRunner } from './wasm-decoder';
import { frameOfOutcome } from './wasm-frame';

const CODEC = 'JPEG 2000';

const run = wasmRunner({ wasmBinary, create, newDecoder: (module) => new module.J2KDecoder() });

/** JPEG 2000 and High-Throughput JPEG 2000 (ITU-T T.800, T.814). */
export async function decodeJpeg2000(input: CodecInput): Promise<Result<RawFrame>> {
  const checked = checkStream(CODEC, readCodestreamHeader(input.bytes), input);
  if (!checked.ok) return checked;
  const { precision, isSigned, yieldsRgb } = checked.value;
  if (isSigned && precision <= 8) {
    // The codec gives 0 for every negative value of 8 bits.
    const transferSyntaxName = `JPEG 2000, ${precision} bits per sample, signed`;
    return err(problem('codec-unsupported', input.where, { transferSyntaxName }));
  }
  const outcome = await run(input.bytes);
  return frameOfOutcome(outcome, input, { codec: CODEC, precision, isSigned, isRgb: yieldsRgb });
}

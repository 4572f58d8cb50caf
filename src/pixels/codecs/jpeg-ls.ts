import create from '@cornerstonejs/codec-charls/decodewasmjs';
import wasmBinary from '@cornerstonejs/codec-charls/decodewasm?bytes';
import type { Result } from '../../base/result';
import type { CodecInput, RawFrame } from './codec';
import { readJpegHeader } from './jpeg-header';
import { checkStream } from './stream-check';
import { wasmRunner } from './wasm-decoder';
import { frameOfOutcome } from './wasm-frame';

const CODEC = 'JPEG-LS';

const run = wasmRunner({
  wasmBinary,
  create,
  newDecoder: (module) => new module.JpegLSDecoder(),
  explain: (module, exception) => module.getExceptionMessage(exception),
});

/** JPEG-LS, lossless and near-lossless (ITU-T T.87). */
export async function decodeJpegLs(input: CodecInput): Promise<Result<RawFrame>> {
  const checked = checkStream(CODEC, readJpegHeader(input.bytes), input);
  if (!checked.ok) return checked;
  const { precision } = checked.value;
  const outcome = await run(withEnd(input.bytes));
  return frameOfOutcome(outcome, input, { codec: CODEC, precision, isSigned: false, isRgb: false });
}

/** With an EOI behind its end, a cut stream fails at once; without one it takes the codec half a minute. */
function withEnd(bytes: Uint8Array): Uint8Array {
  const stream = new Uint8Array(bytes.length + 2);
  stream.set(bytes);
  stream.set([0xff, 0xd9], bytes.length);
  return stream;
}

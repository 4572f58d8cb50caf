import create from '@cornerstonejs/codec-libjxl/decodewasmjs';
import wasmBinary from '@cornerstonejs/codec-libjxl/decodewasm?bytes';
import type { Result } from '../../base/result';
import type { CodecInput, RawFrame } from './codec';
import { readJpegXlSize } from './jpeg-xl-header';
import { checkStream } from './stream-check';
import { wasmRunner } from './wasm-decoder';
import { frameOfOutcome } from './wasm-frame';

const CODEC = 'JPEG XL';

const run = wasmRunner({
  wasmBinary,
  create,
  newDecoder: (module) => new module.JpegXLDecoder(),
  explain: (module, exception) => module.getExceptionMessage(exception)[1],
});

/** JPEG XL, lossless and lossy, and recompressed JPEG (ISO/IEC 18181); colour becomes RGB. */
export async function decodeJpegXl(input: CodecInput): Promise<Result<RawFrame>> {
  const size = readJpegXlSize(input.bytes);
  const checked = checkStream(CODEC, size === null ? null : { ...size, components: null }, input);
  if (!checked.ok) return checked;
  const outcome = await run(input.bytes);
  const { bitsPerSample, componentCount } = outcome.info;
  return frameOfOutcome(outcome, input, {
    codec: CODEC,
    precision: bitsPerSample,
    isSigned: false,
    isRgb: componentCount === 3,
    // Where it gives up, there is in its buffer what was in memory before.
    isAllOrNothing: true,
  });
}

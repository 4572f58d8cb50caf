import { problem } from '../../base/problem';
import { err, ok, type Result } from '../../base/result';
import type { CodecInput, RawFrame } from './codec';
import { interleave } from './native';
import type { WasmOutcome } from './wasm-decoder';

/**
 * The frame that a codec's outcome holds. A codec that gave up in the middle leaves the rows until there, unless
 * `isAllOrNothing`: a picture with a problem; it fails where the picture has the wrong size or nothing in it.
 */
export function frameOfOutcome(
  outcome: WasmOutcome,
  { image, where }: CodecInput,
  stream: {
    readonly codec: string;
    readonly precision: number;
    readonly isSigned: boolean;
    readonly isRgb: boolean;
    readonly isAllOrNothing?: boolean;
  },
): Result<RawFrame> {
  const { bytes, failure, isPlanar, info } = outcome;
  const { rows, columns, samplesPerPixel } = image;
  const bytesPerSample = stream.precision > 8 ? 2 : 1;
  const expectedBytes = rows * columns * samplesPerPixel * bytesPerSample;
  const isWhole =
    info.height === rows &&
    info.width === columns &&
    info.componentCount === samplesPerPixel &&
    bytes.length === expectedBytes;
  const decodedSize = `${info.width} x ${info.height} pixels of ${info.componentCount} components`;
  const failed = problem('decode-failed', where, {
    codec: stream.codec,
    reason: failure ?? `decoded to ${decodedSize} in ${bytes.length} bytes`,
  });
  const hasRows = stream.isAllOrNothing !== true && bytes.some((byte) => byte !== 0);
  const isUsable = isWhole && (failure === null || hasRows);
  if (!isUsable) return err(failed);

  const samples = samplesOf(bytes.buffer, bytesPerSample, stream.isSigned);
  return ok({
    samples: isPlanar ? interleave(samples, image.samplesPerPixel) : samples,
    isRgb: stream.isRgb,
    problems: failure === null ? [] : [failed],
  });
}

function samplesOf(buffer: ArrayBuffer, bytesPerSample: 1 | 2, isSigned: boolean) {
  if (bytesPerSample === 1) return isSigned ? new Int8Array(buffer) : new Uint8Array(buffer);
  return isSigned ? new Int16Array(buffer) : new Uint16Array(buffer);
}

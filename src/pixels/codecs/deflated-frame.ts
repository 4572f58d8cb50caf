import { problem } from '../../base/problem';
import { err, ok, type Result } from '../../base/result';
import { nativeFrameBytes } from '../native-frame';
import type { CodecInput, RawFrame } from './codec';
import { readSamples } from './native';

/**
 * Deflated Image Frame Compression (PS3.5 A.4.12): each frame a raw DEFLATE stream of uncompressed cells. Of a
 * stream that is damaged there are the cells before the damage and a 'pixels-truncated'.
 */
export async function decodeDeflatedFrame({ bytes, image, where }: CodecInput): Promise<Result<RawFrame>> {
  const expectedBytes = nativeFrameBytes(image);
  const whole = await inflate(bytes, expectedBytes);
  // DecompressionStream refuses the byte that pads a fragment to an even length.
  const inflated =
    whole.actualBytes < expectedBytes ? await inflate(bytes.subarray(0, -1), expectedBytes) : whole;
  const { cells, actualBytes } = inflated;
  if (actualBytes === 0) {
    return err(problem('decode-failed', where, { codec: 'Deflate', reason: 'damaged stream' }));
  }
  const problems =
    actualBytes < expectedBytes ? [problem('pixels-truncated', where, { expectedBytes, actualBytes })] : [];
  return ok({ samples: readSamples(cells, image), isRgb: false, problems });
}

/** No more than `limitBytes`, whatever the stream would give; zeros where it gives less. */
async function inflate(
  bytes: Uint8Array,
  limitBytes: number,
): Promise<{ readonly cells: Uint8Array; readonly actualBytes: number }> {
  const cells = new Uint8Array(limitBytes);
  let actualBytes = 0;
  const source = new Blob([bytes.slice()]).stream();
  const reader = source.pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  try {
    while (actualBytes < limitBytes) {
      const { done, value } = await reader.read();
      if (done) break;
      const part = value.subarray(0, limitBytes - actualBytes);
      cells.set(part, actualBytes);
      actualBytes += part.length;
    }
    await reader.cancel();
  } catch {
    // The stream is damaged from here on.
  }
  return { cells, actualBytes };
}

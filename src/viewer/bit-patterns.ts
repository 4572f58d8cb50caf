import type { SampleArray } from '../pixels/decoded-frame';

export type BitPatterns =
  Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/**
 * The same memory as unsigned numbers of the same width. A loop over samples that has met more than four types of
 * array is no longer compiled for them and takes eight times as long (V8), so hot loops go over these.
 */
export function bitPatterns(samples: SampleArray): BitPatterns {
  const { buffer, byteOffset, length } = samples;
  switch (samples.BYTES_PER_ELEMENT) {
    case 1:
      return new Uint8Array(buffer, byteOffset, length);
    case 2:
      return new Uint16Array(buffer, byteOffset, length);
    case 4:
      return new Uint32Array(buffer, byteOffset, length);
    default:
      return new Float64Array(buffer, byteOffset, length);
  }
}

import { reserve, type GrowingBytes } from './growing-bytes';
import { MAX_STEP_BYTES, type InflateStream } from './inflater';

export interface Unpacking {
  readonly stream: InflateStream;
  /** What comes next of the stream. */
  readonly compressed: Uint8Array;
  readonly buffer: GrowingBytes;
  /** The buffer gets no longer than this. */
  readonly limit: number;
}

export interface Unpacked {
  /** 'more': all of the input is used up, and the stream goes on. */
  readonly ending: 'more' | 'end' | 'full' | 'no-memory' | 'damaged';
  readonly consumed: number;
}

/** Inflates all of `compressed` to the end of the buffer, as far as stream, limit and memory go. */
export function unpack({ stream, compressed, buffer, limit }: Unpacking): Unpacked {
  let consumed = 0;
  while (buffer.filled < limit) {
    const to = Math.min(buffer.filled + MAX_STEP_BYTES, limit);
    if (!reserve(buffer, to, limit)) return { ending: 'no-memory', consumed };
    const input = compressed.subarray(consumed, consumed + MAX_STEP_BYTES);
    const step = stream.inflate(input, buffer.bytes.subarray(buffer.filled, to));
    consumed += step.consumed;
    buffer.filled += step.produced;
    if (step.state !== 'more') return { ending: step.state, consumed };
    // The stream may hold output for which there was no room: only a step without effect says that it wants input.
    if (step.consumed === 0 && step.produced === 0) return { ending: 'more', consumed };
  }
  return { ending: 'full', consumed };
}

import { problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import { createGrowingBytes } from './growing-bytes';
import type { Inflater } from './inflater';
import { unpack } from './unpack';

/** Longer than any deflated data set; a bound to what a hostile one can make us hold. */
const MAX_INFLATED_BYTES = 2 ** 30;

/**
 * A raw deflate stream that is in memory (the deflated transfer syntax, PS3.5 A.5), inflated whole; bytes after its
 * end are left alone. One that is cut gives what it holds. `entry-data-damaged` or `entry-too-large` otherwise.
 */
export function inflateRaw(compressed: Uint8Array, inflater: Inflater): Result<Uint8Array<ArrayBuffer>> {
  const buffer = createGrowingBytes();
  const stream = inflater.open('deflate');
  const { ending, consumed } = unpack({ stream, compressed, buffer, limit: MAX_INFLATED_BYTES });
  stream.dispose();
  switch (ending) {
    case 'damaged':
      return err(problem('entry-data-damaged', '', { reason: `invalid before byte ${String(consumed)}` }));
    case 'full':
    case 'no-memory':
      return err(problem('entry-too-large', '', { bytes: buffer.filled, limitBytes: MAX_INFLATED_BYTES }));
    case 'more':
    case 'end':
      return ok(buffer.bytes.subarray(0, buffer.filled));
  }
}

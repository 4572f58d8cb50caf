import { ok, type Result } from '../base/result';
import type { ForwardReader } from './forward-reader';
import { MAX_STEP_BYTES, type Compression, type Inflater, type InflateStream } from './inflater';

const CHUNK_BYTES = 1 << 20;

export interface StreamPlace {
  readonly reader: ForwardReader;
  readonly inflater: Inflater;
  readonly compression: Compression;
  readonly dataStart: number;
  readonly limitBytes: number;
}

export interface StreamExtent {
  readonly compressedBytes: number;
  readonly bytes: number;
}

/** How long a stream and its content are, by inflating it; null where it does not end in the source, or not within `limitBytes`. */
export async function findStreamEnd(place: StreamPlace): Promise<Result<StreamExtent | null>> {
  const stream = place.inflater.open(place.compression);
  const found = await follow(place, stream);
  stream.dispose();
  return found;
}

async function follow(
  { reader, dataStart, limitBytes }: StreamPlace,
  stream: InflateStream,
): Promise<Result<StreamExtent | null>> {
  const output = new Uint8Array(MAX_STEP_BYTES);
  let compressedBytes = 0;
  let bytes = 0;
  while (bytes <= limitBytes) {
    const read = await reader.read(dataStart + compressedBytes, CHUNK_BYTES);
    if (!read.ok) return read;
    let used = 0;
    for (;;) {
      const step = stream.inflate(read.value.subarray(used, used + MAX_STEP_BYTES), output);
      used += step.consumed;
      bytes += step.produced;
      if (step.state === 'end') return ok({ compressedBytes: compressedBytes + used, bytes });
      if (step.state === 'damaged') return ok(null);
      if (step.consumed === 0 && step.produced === 0) break;
    }
    if (used === 0) return ok(null);
    compressedBytes += used;
  }
  return ok(null);
}

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import type { Source } from './source';

const CHUNK_BYTES = 8 << 20;

export interface DigestOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (bytesDone: number) => void;
}

/** SHA-256 of a source (FIPS 180-4) in hexadecimal. The browser's own cannot be given a file piece by piece. */
export async function computeSha256(
  source: Source,
  { signal, onProgress }: DigestOptions,
): Promise<Result<string>> {
  const hash = sha256.create();
  const readFrom = (start: number) => source.read(start, Math.min(start + CHUNK_BYTES, source.bytes));
  let next = readFrom(0);
  for (let start = 0; start < source.bytes; start += CHUNK_BYTES) {
    if (signal.aborted) return err(problem('cancelled', source.name, {}));
    const chunk = await next;
    if (!chunk.ok) return chunk;
    if (start + CHUNK_BYTES < source.bytes) next = readFrom(start + CHUNK_BYTES);
    hash.update(chunk.value);
    onProgress(start + chunk.value.length);
  }
  return ok(bytesToHex(hash.digest()));
}

import { ok, type Result } from '../base/result';
import type { StoredData } from './stored-data';

export const MAX_CHUNK_BYTES = 8 << 20;

/**
 * The stored data of an entry, decrypted, piece by piece, as far as the source has them; the next piece is being read
 * while one is used, and each may be twice as long as the last. The last piece is an error where one cannot be read.
 */
export async function* readChunks(
  { source, entry, start, end, loaded, decryptor }: StoredData,
  firstBytes: number,
): AsyncGenerator<Result<Uint8Array<ArrayBuffer>>> {
  let chunk: Result<Uint8Array<ArrayBuffer>> = ok(loaded);
  let chunkBytes = firstBytes;
  for (let at = start + loaded.length; at < end && chunk.ok; at += chunkBytes) {
    chunkBytes = Math.min(chunkBytes * 2, MAX_CHUNK_BYTES);
    const next = source.read(at, Math.min(at + chunkBytes, end));
    decryptor?.decrypt(chunk.value);
    yield chunk;
    chunk = await next;
  }
  if (chunk.ok) decryptor?.decrypt(chunk.value);
  yield chunk.ok ? chunk : { ok: false, error: { ...chunk.error, where: entry.path } };
}

import { assert } from '../base/assert';
import { problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';

/** Bytes that are read by ranges: a file on disk, or an archive inside an archive. */
export interface Source {
  readonly name: string;
  readonly bytes: number;
  /**
   * Exactly the bytes from `start` to `end`, which lie within the source. `source-unreadable` if the file changed
   * or went away since it was opened.
   */
  read(start: number, end: number): Promise<Result<Uint8Array<ArrayBuffer>>>;
}

/** Chromium answers NotReadableError to one read that is longer than this. */
export const MAX_READ_BYTES = 2_145_386_496;

export function blobSource(blob: Blob, name: string): Source {
  return { name, bytes: blob.size, read: (start, end) => readBlob({ blob, name, start, end }) };
}

interface BlobRange {
  readonly blob: Blob;
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

async function readBlob({ blob, name, start, end }: BlobRange): Promise<Result<Uint8Array<ArrayBuffer>>> {
  assert(start >= 0 && start <= end && end <= blob.size, 'a read outside of its source');
  assert(end - start <= MAX_READ_BYTES, 'a read longer than one Blob read can be');
  try {
    const buffer = await blob.slice(start, end).arrayBuffer();
    if (buffer.byteLength === end - start) return ok(new Uint8Array(buffer));
    return err(problem('source-unreadable', name, { offset: start, reason: 'it became shorter' }));
  } catch (error) {
    // NotReadableError: changed since it was chosen, or its medium is gone. NotFoundError: deleted.
    const reason = error instanceof Error ? error.name : String(error);
    return err(problem('source-unreadable', name, { offset: start, reason }));
  }
}

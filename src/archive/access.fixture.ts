import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ArchiveAccess } from './archive-access';
import { createInflater, type Inflater } from './inflater';
import { blobSource, type Source } from './source';

/** The inflater with the module of the installed package. */
export function createTestInflater(): Promise<Inflater> {
  const path = createRequire(import.meta.url).resolve('zlib-streams/zlib-streams.wasm');
  return createInflater(new Uint8Array(readFileSync(path)));
}

export function sourceOf(bytes: Uint8Array<ArrayBuffer> | Blob, name = 'test.zip'): Source {
  return blobSource({ blobs: [bytes instanceof Blob ? bytes : new Blob([bytes])], start: 0 }, name);
}

export function accessTo(
  source: Source,
  inflater: Inflater,
  passwords: readonly string[] = [],
): ArchiveAccess {
  return { source, inflater, passwords };
}

import type { HeadSource } from '../base/head-source';

/** A file that is in memory as a whole, for readers that pull. */
export function wholeHead(bytes: Uint8Array): HeadSource {
  return {
    bytes,
    available: bytes.length,
    totalBytes: bytes.length,
    require: (end) => (end <= bytes.length ? 'ok' : 'no-more'),
  };
}

/** The start of a file that goes on. */
export function startOfHead(bytes: Uint8Array, totalBytes: number): HeadSource {
  return {
    bytes,
    available: bytes.length,
    totalBytes,
    require: (end) => (end <= bytes.length ? 'ok' : 'not-loaded'),
  };
}

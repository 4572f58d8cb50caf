import type { Result } from '../base/result';

/**
 * Inflates a deflate stream without a header (RFC 1951): all of it, or as much as the start of one holds; bytes after
 * its end, padding to even length, are left out.
 */
export type InflateRaw = (bytes: Uint8Array) => Result<Uint8Array>;

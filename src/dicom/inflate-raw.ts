import type { Result } from '../base/result';

/** Inflates a whole deflate stream without a header (RFC 1951); bytes after it, padding to even length, are left out. */
export type InflateRaw = (bytes: Uint8Array) => Result<Uint8Array>;

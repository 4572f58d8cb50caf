import type { Inflater } from './inflater';
import type { Source } from './source';

/** What it takes to read the entries of a container. */
export interface ArchiveAccess {
  readonly source: Source;
  /** Each is tried on an encrypted entry, in this order. */
  readonly passwords: readonly string[];
  readonly inflater: Inflater;
}

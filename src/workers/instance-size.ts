import type { ArchiveEntry } from '../archive/entry-table';

/** Inflated. Only what is not longer is read as a whole, with its checksum, and held for the frames to come. */
export const MAX_WHOLE_BYTES = 64 << 20;

/** Whether its header and its frames are read by themselves. */
export function isLargeInstance({ bytes }: ArchiveEntry): boolean {
  return bytes > MAX_WHOLE_BYTES;
}

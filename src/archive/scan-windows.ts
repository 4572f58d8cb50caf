import type { Problem } from '../base/problem';
import type { ArchiveAccess } from './archive-access';
import { headRoomOf } from './entry-data';
import { refusalOf } from './entry-support';
import { entryAt, type ArchiveEntry, type EntryTable } from './entry-table';

export interface WindowLimits {
  /** The first window's length; each one may be twice as long as the last, so that first results come at once. */
  readonly firstBytes: number;
  readonly maxBytes: number;
  /** How much of an entry's compressed data is read for its header at first. */
  readonly headBytes: number;
}

export const DEFAULT_WINDOW_LIMITS: WindowLimits = {
  firstBytes: 256 << 10,
  maxBytes: 8 << 20,
  headBytes: 64 << 10,
};

/** A stretch of the source with the heads of some entries. */
export interface ReadWindow {
  readonly start: number;
  end: number;
  readonly entries: ArchiveEntry[];
}

export interface WindowPlan {
  readonly table: EntryTable;
  readonly share: Uint32Array;
  readonly access: ArchiveAccess;
  readonly limits: WindowLimits;
  /** How far the next head may be away to be read in the same window. */
  readonly gapBytes: () => number;
  /** Gets the entries that cannot be read at all. */
  readonly refuse: (entry: ArchiveEntry, problem: Problem) => void;
}

/** Gives one window after the other, null after the last one. */
export function planWindows(plan: WindowPlan): () => ReadWindow | null {
  const { table, share, access, limits, refuse } = plan;
  let position = 0;
  let windowBytes = limits.firstBytes;
  return () => {
    const gapBytes = plan.gapBytes();
    let window: ReadWindow | null = null;
    for (; position < share.length; position++) {
      const entry = entryAt(table, share[position] ?? 0);
      const refusal = refusalOf(entry, access);
      if (refusal) {
        refuse(entry, refusal);
        continue;
      }
      const start = entry.headerOffset;
      const headBytes = headRoomOf(entry) + Math.min(entry.compressedBytes, limits.headBytes);
      const end = Math.min(start + headBytes, access.source.bytes);
      window ??= { start, end, entries: [] };
      const isNear = start >= window.start && start <= window.end + gapBytes;
      if (!isNear || (window.entries.length > 0 && end - window.start > windowBytes)) break;
      window.end = Math.max(window.end, end);
      window.entries.push(entry);
    }
    windowBytes = Math.min(windowBytes * 2, limits.maxBytes);
    return window;
  };
}

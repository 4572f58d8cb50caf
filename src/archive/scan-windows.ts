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
  headBytes: 32 << 10,
};

/** What is read together. */
export type ReadWindow = readonly Stretch[];

/** A stretch of the source with the heads of some entries. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly entries: readonly ArchiveEntry[];
}

/** More hardly save any time, and all of them fail where one does. */
const MAX_STRETCHES = 32;

export interface WindowPlan {
  readonly table: EntryTable;
  readonly share: Uint32Array;
  readonly access: ArchiveAccess;
  readonly limits: WindowLimits;
  /** How far the next head may be away to be read in the same stretch. */
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
    const window: { start: number; end: number; entries: ArchiveEntry[] }[] = [];
    let bytes = 0;
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
      const last = window.at(-1);
      const isNear = last !== undefined && start >= last.start && start <= last.end + gapBytes;
      const added = isNear ? Math.max(0, end - last.end) : end - start;
      if (last !== undefined && bytes + added > windowBytes) break;
      if (!isNear && window.length === MAX_STRETCHES) break;
      bytes += added;
      if (isNear) {
        last.end += added;
        last.entries.push(entry);
      } else window.push({ start, end, entries: [entry] });
    }
    windowBytes = Math.min(windowBytes * 2, limits.maxBytes);
    return window.length === 0 ? null : window;
  };
}

import { assert } from '../base/assert';
import { problem, type Problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import type { ArchiveAccess } from './archive-access';
import {
  dataEndOf,
  decryptData,
  entryDataIn,
  findDataStart,
  headRoomOf,
  type EntryData,
  type LoadedRange,
} from './entry-data';
import { openEntryHead, type EntryHead } from './entry-head';
import type { ArchiveEntry, EntryTable } from './entry-table';
import { createGrowingBytes, type GrowingBytes } from './growing-bytes';
import { createReadCost, type ReadCost } from './read-cost';
import { DEFAULT_WINDOW_LIMITS, planWindows, type ReadWindow, type WindowLimits } from './scan-windows';
import { readScattered, type ByteRange } from './source';
import { unlock } from './unlock';
import { yieldToMessages } from './yield-to-messages';

export interface Scan {
  readonly access: ArchiveAccess;
  readonly table: EntryTable;
  /** Indices into the table, in file order; no directories. */
  readonly share: Uint32Array;
  /**
   * Looks at one entry. 'need-more' after its head said 'not-loaded': it is visited again, from its start, with a
   * longer head. The head is valid during the call only.
   */
  readonly visit: (entry: ArchiveEntry, head: EntryHead) => 'done' | 'need-more';
  /** Gets each entry that cannot be visited. */
  readonly fail: (entry: ArchiveEntry, problem: Problem) => void;
  readonly signal: AbortSignal;
  readonly limits?: WindowLimits;
}

export interface ScanTotals {
  /** Of the entries that were visited or failed. */
  readonly compressedBytes: number;
  readonly inflatedBytes: number;
  readonly readBytes: number;
}

/** Keeps the medium busy while windows are looked through; three of 8 MB is what it holds at most. */
const READS_UNDER_WAY = 3;
/** Longer than any header met so far by far; a bound to what one entry can make us hold. */
const MAX_HEAD_BYTES = 256 << 20;
/** How long messages (a cancel) may have to wait. */
const YIELD_AFTER_MS = 20;

/**
 * Looks at the head of each entry of the share: every one is visited to the end ('done') or failed, exactly once.
 * Windows are read in file order, a few at a time; of a window that cannot be read each entry is tried alone, and the
 * scan goes on. `cancelled` as soon as the signal says so.
 */
export async function scanEntries(scan: Scan): Promise<Result<ScanTotals>> {
  const run = startRun(scan);
  const reads: WindowRead[] = [];
  while (!scan.signal.aborted) {
    while (reads.length < READS_UNDER_WAY) {
      const window = run.nextWindow();
      if (!window) break;
      reads.push({ window, read: readTimed(run, window) });
    }
    const oldest = reads.shift();
    if (!oldest) return ok(totalsOf(run));
    const read = await unlessAborted(oldest.read, scan.signal);
    if (read) await visitWindow(run, oldest.window, read);
  }
  return err(problem('cancelled', scan.access.source.name, {}));
}

/** The bytes of each range. */
type RangesRead = Result<readonly Uint8Array<ArrayBuffer>[]>;

interface WindowRead {
  readonly window: ReadWindow;
  readonly read: Promise<RangesRead>;
}

/** What one call of `scanEntries` carries along. */
interface Run {
  readonly scan: Scan;
  readonly headBytes: number;
  readonly buffer: GrowingBytes;
  readonly nextWindow: () => ReadWindow | null;
  readonly cost: ReadCost;
  readonly inflatedBefore: number;
  compressedBytes: number;
  readBytes: number;
  lastYield: number;
}

function startRun(scan: Scan): Run {
  const { access, table, share, limits = DEFAULT_WINDOW_LIMITS } = scan;
  const cost = createReadCost();
  const run: Run = {
    scan,
    headBytes: limits.headBytes,
    buffer: createGrowingBytes(),
    nextWindow: planWindows({
      table,
      share,
      access,
      limits,
      gapBytes: () => cost.gapBytes(),
      refuse: (entry, reason) => {
        fail(run, entry, reason);
      },
    }),
    cost,
    inflatedBefore: scan.access.inflater.inflatedBytes,
    compressedBytes: 0,
    readBytes: 0,
    lastYield: performance.now(),
  };
  return run;
}

function totalsOf({ scan, inflatedBefore, compressedBytes, readBytes }: Run): ScanTotals {
  return { compressedBytes, readBytes, inflatedBytes: scan.access.inflater.inflatedBytes - inflatedBefore };
}

async function readTimed(run: Run, ranges: readonly ByteRange[]): Promise<RangesRead> {
  const began = performance.now();
  const read = await readScattered(run.scan.access.source, ranges);
  const bytes = ranges.reduce((sum, { start, end }) => sum + end - start, 0);
  run.cost.add(bytes / ranges.length, (performance.now() - began) / ranges.length);
  if (read.ok) run.readBytes += bytes;
  return read;
}

async function readRange(run: Run, range: ByteRange): Promise<Result<LoadedRange> | null> {
  const read = await unlessAborted(readTimed(run, [range]), run.scan.signal);
  if (!read?.ok) return read;
  const [bytes] = read.value;
  assert(bytes !== undefined, 'a range has bytes');
  return ok({ start: range.start, bytes });
}

/** Null once the signal is aborted, even if the read never ends. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | null> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) resolve(null);
    const stop = () => {
      resolve(null);
    };
    signal.addEventListener('abort', stop, { once: true });
    void promise.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', stop);
    });
  });
}

async function visitWindow(run: Run, window: ReadWindow, read: RangesRead): Promise<void> {
  const { signal } = run.scan;
  for (const [place, { start, entries }] of window.entries()) {
    for (const entry of entries) {
      if (performance.now() - run.lastYield > YIELD_AFTER_MS) {
        await yieldToMessages();
        run.lastYield = performance.now();
      }
      if (signal.aborted) return;
      const bytes = read.ok ? read.value[place] : undefined;
      if (bytes) await visitInRange(run, entry, { start, bytes });
      else await visitAlone(run, entry);
    }
  }
}

/** After its window could not be read: one bad place, or one missing file of many, takes no other with it. */
async function visitAlone(run: Run, entry: ArchiveEntry): Promise<void> {
  const start = entry.headerOffset;
  const wanted = headRoomOf(entry) + Math.min(entry.compressedBytes, run.headBytes);
  const range = { start, end: Math.min(start + wanted, run.scan.access.source.bytes) };
  const read = await readRange(run, range);
  if (!read) return;
  if (read.ok) await visitInRange(run, entry, read.value);
  else fail(run, entry, { ...read.error, where: entry.path });
}

async function visitInRange(run: Run, entry: ArchiveEntry, range: LoadedRange): Promise<void> {
  const { access } = run.scan;
  const dataStart = findDataStart(range, entry);
  if (dataStart === null) {
    fail(run, entry, problem('entry-header-bad', entry.path, { offset: entry.headerOffset }));
    return;
  }
  const sourceBytes = access.source.bytes;
  const place = { entry, dataStart, sourceBytes, limitBytes: MAX_HEAD_BYTES };
  let headBytes = run.headBytes;
  let data = await unlockData(run, entryDataIn(range, place), headBytes);
  while (data && visit(run, data) === 'need-more') {
    assert(data.rest === 'not-loaded', 'a visitor wants more than there is');
    headBytes = Math.min(Math.max(data.compressed.length * 2, headBytes), MAX_HEAD_BYTES);
    const end = Math.min(dataStart + headBytes, dataEndOf(entry, dataStart, sourceBytes));
    const read = await readRange(run, { start: dataStart, end });
    if (!read) return;
    if (!read.ok) {
      fail(run, entry, { ...read.error, where: entry.path });
      return;
    }
    data = await unlockData(run, entryDataIn(read.value, place), headBytes);
  }
  if (data) run.compressedBytes += entry.compressedBytes;
}

/** The data as the inflater takes them; null for an entry that no password fits, which has been failed then. */
async function unlockData(run: Run, data: EntryData, headBytes: number): Promise<EntryData | null> {
  const { encryption } = data.entry;
  if (encryption.kind === 'none' || encryption.kind === 'unknown') return data;
  const decryptor = await unlock(data.entry, data.compressed, run.scan.access);
  if (decryptor !== null) return decryptData(data, decryptor, headBytes);
  fail(run, data.entry, problem('entry-encrypted', data.entry.path, {}));
  return null;
}

function visit({ scan, buffer }: Run, data: EntryData): 'done' | 'need-more' {
  const head = openEntryHead(data, { inflater: scan.access.inflater, buffer });
  const answer = scan.visit(data.entry, head);
  head.dispose();
  return answer;
}

function fail(run: Run, entry: ArchiveEntry, reason: Problem): void {
  run.compressedBytes += entry.compressedBytes;
  run.scan.fail(entry, reason);
}

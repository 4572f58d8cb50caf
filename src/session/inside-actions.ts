import { entryAt, type ArchiveEntry } from '../archive/entry-table';
import { entriesInFileOrder } from '../archive/share-entries';
import { assert } from '../base/assert';
import type { ArchiveId } from '../base/ids';
import type { Problem } from '../base/problem';
import type { LookedInto } from '../workers/protocol';
import { engine } from './engine';
import { schedulePublish } from './publish';
import { addNewProblems, endReading, newShare, reviewBatch } from './review-actions';
import { workspacePhase, type InsideProgress } from './state';
import { useSession } from './store';

/** A share is a fraction of a second's work, so that it can give way to the viewer. */
const SHARE_ENTRIES = 200;
const SHARE_BYTES = 16 << 20;
/** While frames are being decoded, one share begins in this time. */
const BUSY_INTERVAL_MS = 1000;
const BUSY_POLL_MS = 50;
/** Slower than any honest share: its worker has got stuck. */
const DEADLINE_MS = 60_000;
const LEAST_BYTES_PER_MS = 1000;

/** The entries of an archive in the order in which they are looked into, and how far that has got. */
interface Look {
  order: Uint32Array<ArrayBuffer>;
  at: number;
  /** Up to here they are looked into one by one: one of them has cost a worker its life. */
  singlesUntil: number;
  readonly entries: number;
  readonly bytes: number;
}

const looks = new Map<ArchiveId, Look>();
let isStopped = false;
/** Null: nothing is under way. */
let running: AbortController | null = null;

/** Looks into the files of all archives that have been read, in the background, when none is being read any more. */
export function lookIntoArchives(): void {
  const { archives } = useSession.getState();
  if (workspacePhase(archives) === 'scanning') return;
  for (const { id, phase } of archives) if (phase === 'ready' && !looks.has(id)) addLook(id);
  if (looks.size > 0) startLooking();
}

export function stopInside(): void {
  isStopped = true;
  abort();
  tell('stopped');
  endReading();
}

export function resumeInside(): void {
  isStopped = false;
  startLooking();
}

/** Entries that could not be read before are looked into once more. */
export function lookAgainInto(id: ArchiveId, entries: Uint32Array<ArrayBuffer>): void {
  const look = looks.get(id);
  if (look === undefined) return;
  const ahead = new Set(look.order.subarray(look.at));
  look.order = Uint32Array.from([...ahead, ...entries.filter((index) => !ahead.has(index))]);
  look.at = 0;
}

/** Of an archive that was closed. */
export function forgetInside(id: ArchiveId): void {
  if (!looks.delete(id)) return;
  abort();
  if (looks.size > 0) lookIntoArchives();
  else isStopped = false;
}

function addLook(id: ArchiveId): void {
  const table = engine.tableOf(id);
  if (table === null) return;
  const order = entriesInFileOrder(table);
  const bytes = order.reduce((sum, index) => sum + (table.compressedBytes[index] ?? 0), 0);
  looks.set(id, { order, at: 0, singlesUntil: 0, entries: order.length, bytes });
}

function abort(): void {
  running?.abort();
  running = null;
}

function startLooking(): void {
  if (isStopped) tell('stopped');
  if (isStopped || running !== null) return;
  const controller = new AbortController();
  running = controller;
  tell('running');
  void lookOn(controller).then(() => {
    if (running === controller) running = null;
  });
}

async function lookOn(controller: AbortController): Promise<void> {
  const { signal } = controller;
  const isOver = (): boolean => running !== controller;
  for (let next = findUnfinished(); next !== null; next = findUnfinished()) {
    await waitForViewer(signal);
    // A scan goes first; when it has ended, this is begun anew.
    if (isOver() || workspacePhase(useSession.getState().archives) === 'scanning') return;
    await lookIntoShare(...next, signal);
  }
  if (isOver()) return;
  tell('done');
  endReading();
}

function findUnfinished(): readonly [ArchiveId, Look] | null {
  for (const each of looks) if (each[1].at < each[1].order.length) return each;
  return null;
}

/** Other workers decode frames, on the same processors. */
async function waitForViewer(signal: AbortSignal): Promise<void> {
  const until = performance.now() + BUSY_INTERVAL_MS;
  while (engine.frames.isLoading && performance.now() < until && !signal.aborted) {
    await new Promise((resolve) => setTimeout(resolve, BUSY_POLL_MS));
  }
}

async function lookIntoShare(id: ArchiveId, look: Look, signal: AbortSignal): Promise<void> {
  const entries = nextEntries(id, look);
  const { archive } = engine.shareOf(
    id,
    Uint32Array.from(entries, ({ index }) => index),
  );
  let left = entries.length;
  const share = newShare();
  const onEvent = ({ held, entries: done, problems }: LookedInto): void => {
    if (signal.aborted) return;
    look.at += done;
    left -= done;
    addNewProblems(id, problems);
    if (problems.length > 0) schedulePublish(() => undefined);
    reviewBatch({ archive: id, share, summaries: null, held });
    tell('running');
  };
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  const deadlineMs = DEADLINE_MS + bytes / LEAST_BYTES_PER_MS;
  const result = await engine.checkWorkers.request(
    'lookInside',
    { archive, entries },
    { signal, onEvent, isBackground: true, deadlineMs },
  );
  if (signal.aborted) return;
  if (result.ok) look.at += left;
  else if (entries.length > 1) look.singlesUntil = look.at + left;
  else skipNext(id, look, result.error);
}

function skipNext(id: ArchiveId, look: Look, reason: Problem): void {
  const index = look.order[look.at] ?? 0;
  look.at += 1;
  addNewProblems(id, [[index, reason]]);
}

function nextEntries(id: ArchiveId, { order, at, singlesUntil }: Look): readonly ArchiveEntry[] {
  const table = engine.tableOf(id);
  assert(table !== null, 'the archive is open');
  const most = at < singlesUntil ? 1 : SHARE_ENTRIES;
  const entries: ArchiveEntry[] = [];
  let bytes = 0;
  for (const index of order.subarray(at, at + most)) {
    bytes += table.compressedBytes[index] ?? 0;
    if (entries.length > 0 && bytes > SHARE_BYTES) break;
    entries.push(entryAt(table, index));
  }
  return entries;
}

function tell(phase: InsideProgress['phase']): void {
  const progress = { entriesDone: 0, entries: 0, bytesDone: 0, bytes: 0 };
  for (const [id, { order, at, entries, bytes }] of looks) {
    const compressedBytes = engine.tableOf(id)?.compressedBytes;
    const left = order.subarray(at);
    progress.entries += entries;
    progress.bytes += bytes;
    progress.entriesDone += entries - left.length;
    progress.bytesDone += bytes - left.reduce((sum, index) => sum + (compressedBytes?.[index] ?? 0), 0);
  }
  useSession.setState(({ review }) => ({ review: { ...review, inside: { phase, ...progress } } }));
}

import type { Comments } from '../archive/comments';
import type { EntryFlag } from '../archive/entry-flags';
import { toFileId, type ArchiveId, type FileId } from '../base/ids';
import type { Problem, ProblemCode } from '../base/problem';
import type { SummaryColumns } from '../catalog/summary-batch';
import type { FindingRow } from '../review/finding-row';
import type { PlaceOfFinding } from '../review/finding-rows';
import { buffersOfHeld, type HeldColumns } from '../review/held/held-columns';
import type { ReviewOptions } from '../review/review-options';
import type { ReviewChange } from '../workers/protocol';
import { engine } from './engine';
import { workspacePhase, type ReviewState } from './state';
import { NOTHING_REVIEWED, useSession } from './store';

/** While files are being read, the checks take this part of one worker's time at most. */
const LARGEST_PART = 1 / 6;
const MIN_INTERVAL_MS = 1000;
/** For the next key of a term that is being typed. */
const OPTIONS_PATIENCE_MS = 400;

let nextShare = 0;
let isRunning = false;
let running = Promise.resolve();
/** Who goes through the last run, and needs it to stay the last one. */
let readers = 0;
/** What the review has been told so often, and how often it had been when the last run began. */
let changes = 0;
let changesSeen = 0;
/** Until the last archive is closed. */
let hasFailed = false;
let runMs = 0;
let ranAt = -Infinity;
let notBefore = -Infinity;
let timer: ReturnType<typeof setTimeout> | undefined;

/** A number for one worker's share of an archive: what it sends is told apart by it. */
export function newShare(): number {
  return nextShare++;
}

/** Tells the review of an archive whose entries are listed. */
export function reviewArchive(id: ArchiveId, comments: Comments): void {
  const table = engine.tableOf(id);
  if (table === null) return;
  const { count, names, nameStarts, bytes, crc32, hasCrc32, isDirectory } = table;
  tellReview({
    type: 'archive',
    archive: {
      archive: id,
      name: useSession.getState().archives.find((archive) => archive.id === id)?.name ?? '',
      comment: comments.archive,
      entryComments: comments.entries,
      listing: { count, names, nameStarts, bytes, crc32, hasCrc32, isDirectory },
    },
  });
}

export interface HeldBatch {
  readonly archive: ArchiveId;
  readonly share: number;
  /** Decoded already: its buffers go to the review. */
  readonly summaries: SummaryColumns | null;
  readonly held: HeldColumns;
}

/** Hands over what a worker has read. */
export function reviewBatch(batch: HeldBatch): void {
  const { summaries, held } = batch;
  const ofSummaries =
    summaries === null
      ? []
      : [summaries.entryIndex, summaries.hasSummary, summaries.text, summaries.numbers].map(
          ({ buffer }) => buffer,
        );
  tellReview({ type: 'batch', batch }, [...buffersOfHeld(held), ...ofSummaries]);
}

/** Notes what is wrong with a file, in place of what it has of the `replaced` codes. */
export function addFileProblems(
  file: FileId,
  problems: readonly Problem[],
  replaced: readonly ProblemCode[] = [],
): void {
  engine.catalog.addProblems(file, problems, replaced);
  tellReview({ type: 'problems', file, problems, replaced });
}

/**
 * Notes what is wrong with entries, but for what the scan has found already: which of them are encrypted too. One whose
 * password came meanwhile is not to be locked again by who began to read it without.
 */
export function addNewProblems(id: ArchiveId, problems: readonly EntryFlag[]): void {
  for (const [index, found] of problems) {
    if (found.code === 'entry-encrypted') continue;
    const file = toFileId(id, index);
    const isKnown = engine.catalog.problemsOf(file).some(({ code }) => code === found.code);
    if (!isKnown) addFileProblems(file, [found]);
  }
}

export function tellReview(change: ReviewChange, transfer: readonly ArrayBuffer[] = []): void {
  void engine.reviewWorker.request('changeReview', change, { transfer }).then((told) => {
    if (!told.ok && told.error.code !== 'cancelled') fail();
  });
  changes += 1;
  scheduleReview();
}

/** The worker's memory is gone: what would be found from now on is not all. */
function fail(): void {
  hasFailed = true;
  setReview({ phase: 'failed' });
}

/** The reviewer's word on the transfer; the checks run again. */
export function setReviewOptions(change: Partial<ReviewOptions>): void {
  useSession.setState(({ reviewOptions }) => ({ reviewOptions: { ...reviewOptions, ...change } }));
  changes += 1;
  ranAt = -Infinity;
  notBefore = performance.now() + OPTIONS_PATIENCE_MS;
  if (useSession.getState().archives.length > 0 && !hasFailed) setReview({ phase: 'running' });
  scheduleReview();
}

/** Runs the checks when it is time to: at once when all has been read, now and then before. */
export function scheduleReview(): void {
  if (isRunning || readers > 0 || hasFailed) return;
  clearTimeout(timer);
  const interval = isReading() || isLookingInside() ? Math.max(MIN_INTERVAL_MS, runMs / LARGEST_PART) : 0;
  const at = Math.max(ranAt + interval, notBefore);
  timer = setTimeout(startRun, Math.max(0, at - performance.now()));
}

/** Says that files have been read, or looked into, or will not be: what is missing now is missing. */
export function endReading(): void {
  changes += 1;
  ranAt = -Infinity;
  scheduleReview();
}

/** Forgets an archive that was closed; with the last one the worker goes too. */
export function forgetReviewOf(archive: ArchiveId): void {
  if (useSession.getState().archives.length > 0) {
    tellReview({ type: 'remove', archive });
    return;
  }
  clearTimeout(timer);
  changesSeen = changes;
  hasFailed = false;
  useSession.setState(NOTHING_REVIEWED);
}

/** Keeps the checks from running again while `read` goes through what the last run found, and asks for its places. */
export async function withFindings<Read>(
  read: (findings: readonly FindingRow[]) => Promise<Read>,
): Promise<Read> {
  readers += 1;
  try {
    await running;
    return await read(useSession.getState().review.findings);
  } finally {
    readers -= 1;
    scheduleReview();
  }
}

/** All places of findings of the last run. */
export async function listFindingPlaces(
  findings: readonly FindingRow[],
): Promise<ReadonlyMap<number, readonly PlaceOfFinding[]>> {
  const places = new Map<number, PlaceOfFinding[]>();
  const numbers = findings.map(({ number }) => number);
  await engine.reviewWorker.request('listFindingPlaces', numbers, {
    onEvent({ number, places: found }) {
      const known = places.get(number);
      if (known === undefined) places.set(number, [...found]);
      else known.push(...found);
    },
  });
  return places;
}

/** What has been found in the elements of a file, by the paths of the elements. */
export async function listFindingsOfFile(
  file: FileId,
  findings: readonly FindingRow[],
): Promise<ReadonlyMap<string, readonly FindingRow[]>> {
  const byPath = new Map<string, FindingRow[]>();
  const listed = await engine.reviewWorker.request('listFindingsOfFile', file);
  for (const { number, path } of listed.ok ? listed.value : []) {
    const finding = findings[number];
    const known = byPath.get(path);
    if (finding === undefined) continue;
    if (known === undefined) byPath.set(path, [finding]);
    else known.push(finding);
  }
  return byPath;
}

function startRun(): void {
  if (readers === 0) running = run();
}

async function run(): Promise<void> {
  const { archives, reviewOptions: options } = useSession.getState();
  if (changes === changesSeen || archives.length === 0) return;
  isRunning = true;
  changesSeen = changes;
  ranAt = performance.now();
  const isComplete = !isReading();
  setReview({ phase: 'running' });
  const findings: FindingRow[] = [];
  const result = await engine.reviewWorker.request(
    'runReview',
    { options, isComplete },
    { onEvent: (rows) => findings.push(...rows) },
  );
  isRunning = false;
  runMs = performance.now() - ranAt;
  if (useSession.getState().archives.length === 0 || hasFailed) return;
  const isLast = isComplete && changes === changesSeen && !isLookingInside();
  if (result.ok) setReview({ findings, phase: isLast ? 'ready' : 'running' });
  else if (result.error.code !== 'cancelled') fail();
  if (changes !== changesSeen) scheduleReview();
}

function isReading(): boolean {
  return workspacePhase(useSession.getState().archives) === 'scanning';
}

function isLookingInside(): boolean {
  return useSession.getState().review.inside?.phase === 'running';
}

function setReview(change: Partial<ReviewState>): void {
  useSession.setState(({ review }) => ({ review: { ...review, ...change } }));
}

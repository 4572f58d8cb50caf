import { shareEntries } from '../archive/share-entries';
import type { ArchiveId } from '../base/ids';
import { problem, type Problem } from '../base/problem';
import type { ScanRow } from '../catalog/file-columns';
import { SummaryBatchDecoder, type SummaryColumns } from '../catalog/summary-batch';
import { WorkerPool } from '../workers/pool';
import { startSampleWorker } from '../workers/start';
import { engine } from './engine';
import { offlineSettled } from './offline';
import type { OpenArchive, ScanProgress } from './state';
import { countRequestsFromNow } from './seal';
import { useSession } from './store';
import { forgetThumbnails } from './thumbnails';
import { followCatalog, openSeries } from './viewport-actions';
import { seriesInOrder } from './images';

/** The page is told of new results a few times each second; the first of them at once. */
const PUBLISH_INTERVAL_MS = 250;

const NO_PROGRESS: ScanProgress = {
  entriesDone: 0,
  entries: 0,
  dicomDone: 0,
  unreadableDone: 0,
  bytesDone: 0,
  bytes: 0,
  elapsedMs: 0,
  inflatedBytes: 0,
};

/** On a first visit: for the offline cache to fill, so that no part of the app is asked of the server from now on. */
const OFFLINE_PATIENCE_MS = 1500;

const scans = new Map<ArchiveId, AbortController>();
/** Archives are read one after the other: each as fast as the disk, and the first one first. */
let lastScan: Promise<void> = Promise.resolve();

/** Makes ready what the first archive will need, while there is none. */
export function warmUp(): void {
  engine.archiveWorkers.warmUp();
}

export function openArchives(files: readonly File[]): void {
  for (const file of files) addArchive(file, file.name);
}

/** Says of folders that were dropped that they cannot be opened. */
export function refuseFolders(names: readonly string[]): void {
  for (const name of names) {
    const id = engine.addArchive(new Blob());
    addToStore({
      id,
      name,
      bytes: 0,
      phase: 'failed',
      progress: NO_PROGRESS,
      problems: [problem('is-a-folder', name, {})],
    });
  }
}

/** Builds and opens the sample archive. */
export async function openSample(): Promise<void> {
  const pool = new WorkerPool({ start: startSampleWorker, size: 1 });
  const sample = await pool.request('buildSample', null);
  pool.dispose();
  if (sample.ok) addArchive(new Blob([sample.value]), 'sample.zip');
}

/** Ends the scan of an archive at once; what was read stays, the rest is skipped. */
export function cancelScan(id: ArchiveId): void {
  scans.get(id)?.abort();
  const archive = useSession.getState().archives.find((each) => each.id === id);
  if (archive?.phase === 'waiting') updateArchive(id, { phase: 'cancelled' });
}

export function closeArchive(archive: ArchiveId): void {
  cancelScan(archive);
  engine.removeArchive(archive);
  forgetThumbnails(archive);
  useSession.setState(({ archives }) => ({ archives: archives.filter(({ id }) => id !== archive) }));
  publish();
}

function addArchive(blob: Blob, name: string): void {
  const id = engine.addArchive(blob);
  const progress = { ...NO_PROGRESS, bytes: blob.size };
  addToStore({ id, name, bytes: blob.size, phase: 'waiting', progress, problems: [] });
  const controller = new AbortController();
  scans.set(id, controller);
  const isFirst = useSession.getState().archives.length === 1;
  lastScan = lastScan.then(async () => {
    if (isFirst) {
      await offlineSettled(OFFLINE_PATIENCE_MS);
      countRequestsFromNow();
    }
    if (!controller.signal.aborted) await readArchive(id, blob, name, controller.signal);
    scans.delete(id);
  });
}

function addToStore(archive: OpenArchive): void {
  useSession.setState(({ archives }) => ({ archives: [...archives, archive] }));
}

async function readArchive(id: ArchiveId, blob: Blob, name: string, signal: AbortSignal): Promise<void> {
  const startedAt = performance.now();
  updateArchive(id, { phase: 'reading-directory' });
  const directory = await engine.archiveWorkers.request('readDirectory', { blob, name }, { signal });
  if (!directory.ok) {
    const wasCancelled = directory.error.code === 'cancelled';
    if (wasCancelled) updateArchive(id, { phase: 'cancelled' });
    else updateArchive(id, { phase: 'failed', problems: [directory.error] });
    return;
  }
  const { table, problems } = directory.value;
  engine.setTable(id, table);
  engine.catalog.addArchive(id, table);
  const shares = shareEntries(table, engine.archiveWorkers.size);
  const entries = shares.reduce((sum, share) => sum + share.length, 0);
  const bytes = table.compressedBytes.reduce((sum, size) => sum + size, 0);
  let progress: ScanProgress = { ...NO_PROGRESS, entries, bytes };
  updateArchive(id, { phase: 'scanning', progress, problems });

  const tally: Tally = { encrypted: 0, sourceProblem: null };
  const results = await Promise.all(
    shares.map((share) => {
      const decoder = new SummaryBatchDecoder();
      const onEvent = (batch: SummaryColumns): void => {
        if (signal.aborted) return;
        const outcomes = decoder.decode(batch);
        engine.catalog.add(id, outcomes);
        addToTally(tally, outcomes);
        progress = {
          ...progress,
          entriesDone: progress.entriesDone + batch.count,
          dicomDone: progress.dicomDone + outcomes.filter(({ kind }) => kind === 'dicom').length,
          unreadableDone:
            progress.unreadableDone + outcomes.filter(({ state }) => state === 'unreadable').length,
          bytesDone: progress.bytesDone + batch.compressedBytes,
          inflatedBytes: progress.inflatedBytes + batch.inflatedBytes,
          elapsedMs: performance.now() - startedAt,
        };
        schedulePublish(() => {
          updateArchive(id, { progress });
        });
      };
      return engine.archiveWorkers.request('scan', { blob, table, share }, { signal, onEvent });
    }),
  );
  const failure = results.map((result) => (result.ok ? null : result.error)).find((error) => error !== null);
  engine.catalog.skipPending(id, failure ?? null);
  progress = { ...progress, elapsedMs: performance.now() - startedAt };
  const found = [...problems, ...archiveProblems(name, tally, entries)];
  if (failure !== undefined && failure.code !== 'cancelled') found.push(failure);
  // First the results, then the word that they are complete.
  publish();
  updateArchive(id, { phase: signal.aborted ? 'cancelled' : 'ready', progress, problems: found });
}

/** What many entries have in common and is said once, of the archive. */
interface Tally {
  encrypted: number;
  /** The first entry that the file did not give any more. */
  sourceProblem: Extract<Problem, { code: 'source-unreadable' }> | null;
}

function addToTally(tally: Tally, outcomes: readonly ScanRow[]): void {
  for (const problem of outcomes.flatMap(({ problems }) => problems)) {
    if (problem.code === 'entry-encrypted') tally.encrypted++;
    else if (problem.code === 'source-unreadable') tally.sourceProblem ??= problem;
  }
}

function archiveProblems(name: string, tally: Tally, entries: number): readonly Problem[] {
  const problems: Problem[] = [];
  const { encrypted, sourceProblem } = tally;
  if (encrypted > 0) problems.push(problem('archive-encrypted', name, { encrypted, entries }));
  if (sourceProblem !== null) problems.push({ ...sourceProblem, where: name });
  return problems;
}

function updateArchive(id: ArchiveId, change: Partial<OpenArchive>): void {
  useSession.setState(({ archives }) => ({
    archives: archives.map((archive) => (archive.id === id ? { ...archive, ...change } : archive)),
  }));
}

let publishTimer: ReturnType<typeof setTimeout> | undefined;
let publishedAt = -Infinity;

function schedulePublish(before: () => void): void {
  if (publishTimer !== undefined) return;
  const wait = Math.max(0, publishedAt + PUBLISH_INTERVAL_MS - performance.now());
  publishTimer = setTimeout(() => {
    before();
    publish();
  }, wait);
}

/** Brings the store up to what the catalog holds. */
function publish(): void {
  clearTimeout(publishTimer);
  publishTimer = undefined;
  publishedAt = performance.now();
  const catalog = engine.catalog.snapshot();
  useSession.setState(({ filesVersion }) => ({
    catalog,
    ledger: engine.catalog.ledger(),
    fileProblemCount: engine.catalog.problemCount(),
    filesVersion: filesVersion + 1,
  }));
  followCatalog();
  // In a task of its own: the table shows the series first.
  if (useSession.getState().viewport.seriesKey === null) setTimeout(openFirstSeries);
}

function openFirstSeries(): void {
  const { catalog, viewport } = useSession.getState();
  const first = seriesInOrder(catalog).find(({ hasPixels }) => hasPixels);
  if (viewport.seriesKey === null && first !== undefined) openSeries(first.key);
}

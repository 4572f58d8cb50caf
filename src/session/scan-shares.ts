import type { ArchiveId } from '../base/ids';
import type { Problem } from '../base/problem';
import type { ScanRow } from '../catalog/file-columns';
import { SummaryBatchDecoder, type SummaryColumns } from '../catalog/summary-batch';
import type { ScannedEntries } from '../workers/protocol';
import { NO_PROGRESS, updateArchive } from './archives';
import { engine } from './engine';
import { schedulePublish } from './publish';
import { newShare, reviewBatch, tellReview } from './review-actions';
import type { ScanProgress } from './state';

export interface ScanOutcomes {
  /** The last word on the scan, which the caller publishes. */
  readonly progress: ScanProgress;
  /** Of the archive as a whole. */
  readonly problems: readonly Problem[];
}

/** Has workers look at the entries of these shares; the catalog grows, and the page follows, as results come. */
export async function scanShares(
  id: ArchiveId,
  shares: readonly Uint32Array<ArrayBuffer>[],
  signal: AbortSignal,
): Promise<ScanOutcomes> {
  const startedAt = performance.now();
  const totals = totalsOf(id, shares);
  let progress: ScanProgress = { ...NO_PROGRESS, ...totals };
  let sourceProblem: Problem | null = null;
  updateArchive(id, { phase: 'scanning', progress });

  const add = (rows: readonly ScanRow[], batch: SummaryColumns): void => {
    engine.catalog.add(id, rows);
    sourceProblem ??= findSourceProblem(rows);
    progress = addToProgress(progress, rows, batch, performance.now() - startedAt);
    schedulePublish(() => {
      updateArchive(id, { progress });
    });
  };
  const results = await Promise.all(
    shares.map((share) => {
      const decoder = new SummaryBatchDecoder();
      const review = newShare();
      const onEvent = ({ summaries, held }: ScannedEntries): void => {
        if (signal.aborted) return;
        add(decoder.decode(summaries), summaries);
        reviewBatch({ archive: id, share: review, summaries, held });
      };
      return engine.archiveWorkers.request('scan', engine.shareOf(id, share), { signal, onEvent });
    }),
  );
  const failure = results.map((result) => (result.ok ? null : result.error)).find((error) => error !== null);
  engine.catalog.skipPending(id, failure ?? null);
  tellReview({ type: 'end-scan', archive: id });
  const problems = [sourceProblem, failure ?? null].filter((found) => found !== null);
  return {
    progress: { ...progress, elapsedMs: performance.now() - startedAt },
    problems: problems.filter(({ code }) => code !== 'cancelled'),
  };
}

function totalsOf(id: ArchiveId, shares: readonly Uint32Array[]): Pick<ScanProgress, 'entries' | 'bytes'> {
  const compressedBytes = engine.tableOf(id)?.compressedBytes;
  let bytes = 0;
  for (const share of shares) for (const index of share) bytes += compressedBytes?.[index] ?? 0;
  return { entries: shares.reduce((sum, { length }) => sum + length, 0), bytes };
}

/** The first entry that the file did not give any more: said once, of the archive. */
function findSourceProblem(rows: readonly ScanRow[]): Problem | null {
  const found = rows.flatMap(({ problems }) => problems).find(({ code }) => code === 'source-unreadable');
  return found ?? null;
}

function addToProgress(
  progress: ScanProgress,
  rows: readonly ScanRow[],
  batch: SummaryColumns,
  elapsedMs: number,
): ScanProgress {
  return {
    ...progress,
    entriesDone: progress.entriesDone + batch.count,
    dicomDone: progress.dicomDone + rows.filter(({ kind }) => kind === 'dicom').length,
    unreadableDone: progress.unreadableDone + rows.filter(({ state }) => state === 'unreadable').length,
    bytesDone: progress.bytesDone + batch.compressedBytes,
    inflatedBytes: progress.inflatedBytes + batch.inflatedBytes,
    elapsedMs,
  };
}

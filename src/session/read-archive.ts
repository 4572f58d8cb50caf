import type { Container } from '../archive/open-container';
import { shareEntries } from '../archive/share-entries';
import { toFileId, type ArchiveId } from '../base/ids';
import type { Result } from '../base/result';
import { findArchive, updateArchive } from './archives';
import { checkDicomdirs } from './dicomdir-actions';
import { engine } from './engine';
import { lookAgainInto } from './inside-actions';
import { lockOf, lockProblems } from './lock';
import { publish } from './publish';
import { addFileProblems, reviewArchive, tellReview } from './review-actions';
import { scanShares } from './scan-shares';

export type ListEntries = (signal: AbortSignal) => Promise<Result<Container>>;

/** Files of a folder that are handed to a worker at once: to hand over many takes the page long. */
const FILES_IN_SHARE = 500;

/** Lists the entries of an archive and looks at each. False where there is no archive to look at. */
export async function readArchive(
  id: ArchiveId,
  listEntries: ListEntries,
  signal: AbortSignal,
): Promise<boolean> {
  const startedAt = performance.now();
  updateArchive(id, { phase: 'reading-directory' });
  const container = await listEntries(signal);
  if (!container.ok) {
    const wasCancelled = container.error.code === 'cancelled';
    if (wasCancelled) updateArchive(id, { phase: 'cancelled' });
    else updateArchive(id, { phase: 'failed', problems: [container.error] });
    return false;
  }
  const { kind, table, legacyNames, comments, problems, source, flags } = container.value;
  engine.setEntries(id, source, container.value);
  engine.catalog.addArchive(id, table);
  updateArchive(id, { kind, nameEncoding: legacyNames?.encoding ?? null, problems, lock: lockOf(id) });
  reviewArchive(id, comments);
  for (const [index, flag] of flags) addFileProblems(toFileId(id, index), [flag]);
  await scan(id, sharesOf(id), signal);
  const { progress } = findArchive(id) ?? {};
  if (progress) updateArchive(id, { progress: { ...progress, elapsedMs: performance.now() - startedAt } });
  return true;
}

/** Looks at encrypted entries once more, after a password was given for them. */
export async function rescan(
  id: ArchiveId,
  entries: Uint32Array<ArrayBuffer>,
  signal: AbortSignal,
): Promise<void> {
  engine.catalog.reopen(id, entries);
  tellReview({ type: 'reopen', archive: id, entries });
  lookAgainInto(id, entries);
  await scan(id, [entries], signal);
}

/** First the results, then the word that they are complete. */
async function scan(
  id: ArchiveId,
  shares: readonly Uint32Array<ArrayBuffer>[],
  signal: AbortSignal,
): Promise<void> {
  const problemsBefore = (findArchive(id)?.problems ?? []).filter(({ code }) => code !== 'archive-encrypted');
  const { progress, problems } = await scanShares(id, shares, signal);
  await checkDicomdirs(id, signal);
  publish();
  const lock = lockOf(id);
  updateArchive(id, {
    progress,
    lock,
    problems: [...problemsBefore, ...problems, ...lockProblems(id, lock)],
  });
}

function sharesOf(id: ArchiveId): readonly Uint32Array<ArrayBuffer>[] {
  const table = engine.tableOf(id);
  if (table === null) return [];
  const shares = table.hasLocalHeaders ? 1 : Math.ceil(table.count / FILES_IN_SHARE);
  return shareEntries(table, Math.max(engine.archiveWorkers.size, shares));
}

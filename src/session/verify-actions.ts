import { shareEntries } from '../archive/share-entries';
import type { ArchiveId } from '../base/ids';
import type { VerifiedEntries } from '../workers/protocol';
import { findArchive, updateArchive } from './archives';
import { engine } from './engine';
import { publish, schedulePublish } from './publish';
import { addNewProblems } from './review-actions';
import type { VerificationProgress } from './state';

/** What is being checked, so that it can be stopped. */
const verifying = new Map<ArchiveId, AbortController>();
const digesting = new Map<ArchiveId, AbortController>();

/** Reads every entry of an archive in full and holds it against its length and checksum. */
export function verifyArchive(id: ArchiveId): void {
  const table = engine.tableOf(id);
  if (table === null || verifying.has(id)) return;
  const { signal } = start(verifying, id);
  const shares = shareEntries(table, engine.checkWorkers.size);
  let progress: VerificationProgress = {
    entriesDone: 0,
    entries: shares.reduce((sum, { length }) => sum + length, 0),
    bytesDone: 0,
    bytes: table.compressedBytes.reduce((sum, bytes) => sum + bytes, 0),
    bad: 0,
  };
  const tell = (phase: 'running' | 'stopped' | 'done'): void => {
    updateArchive(id, { verification: { phase, progress } });
  };
  const onEvent = (verified: VerifiedEntries): void => {
    if (signal.aborted) return;
    addNewProblems(id, verified.problems);
    progress = addToProgress(progress, verified);
    schedulePublish(() => {
      if (!signal.aborted) tell('running');
    });
  };
  tell('running');
  const requests = shares.map((share) =>
    engine.checkWorkers.request('verify', engine.shareOf(id, share), { signal, onEvent }),
  );
  void Promise.all(requests).then(() => {
    if (signal.aborted) return;
    verifying.delete(id);
    publish();
    tell(progress.entriesDone === progress.entries ? 'done' : 'stopped');
  });
}

export function stopVerifying(id: ArchiveId): void {
  stop(verifying, id);
  const verification = findArchive(id)?.verification;
  if (verification?.phase !== 'running') return;
  publish();
  updateArchive(id, { verification: { ...verification, phase: 'stopped' } });
}

/** SHA-256 of the archive as it was dropped; what is no single file has none. */
export function computeDigest(id: ArchiveId): void {
  const { signal } = start(digesting, id);
  const onEvent = (bytesDone: number): void => {
    if (!signal.aborted) updateArchive(id, { digest: { phase: 'running', bytesDone } });
  };
  onEvent(0);
  void engine.checkWorkers
    .request('computeSha256', engine.originalOf(id), { signal, onEvent })
    .then((digest) => {
      if (signal.aborted) return;
      digesting.delete(id);
      updateArchive(id, {
        digest: digest.ok
          ? { phase: 'done', sha256: digest.value }
          : { phase: 'failed', problem: digest.error },
      });
    });
}

/** Whatever is being checked of an archive. */
export function stopChecks(id: ArchiveId): void {
  stopVerifying(id);
  stop(digesting, id);
  if (findArchive(id)?.digest.phase === 'running') updateArchive(id, { digest: { phase: 'none' } });
}

function start(running: Map<ArchiveId, AbortController>, id: ArchiveId): AbortController {
  const controller = new AbortController();
  running.set(id, controller);
  return controller;
}

function stop(running: Map<ArchiveId, AbortController>, id: ArchiveId): void {
  running.get(id)?.abort();
  running.delete(id);
}

function addToProgress(
  progress: VerificationProgress,
  { entries, compressedBytes, problems }: VerifiedEntries,
): VerificationProgress {
  return {
    ...progress,
    entriesDone: progress.entriesDone + entries,
    bytesDone: progress.bytesDone + compressedBytes,
    bad: progress.bad + new Set(problems.map(([index]) => index)).size,
  };
}

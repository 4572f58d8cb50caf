import { shareEntries } from '../archive/share-entries';
import { toFileId, type ArchiveId } from '../base/ids';
import { findArchive, updateArchive } from './archives';
import { engine } from './engine';
import { publish, schedulePublish } from './publish';
import type { VerificationProgress } from './state';
import { inTurn } from './turns';
import type { VerifiedEntries } from '../workers/protocol';

const verifying = new Map<ArchiveId, AbortController>();

/** Reads every entry of an archive in full and holds it against its length and checksum. */
export function verifyArchive(id: ArchiveId): void {
  const table = engine.tableOf(id);
  if (table === null) return;
  const controller = new AbortController();
  verifying.set(id, controller);
  const shares = shareEntries(table, engine.archiveWorkers.size);
  let progress: VerificationProgress = {
    entriesDone: 0,
    entries: shares.reduce((sum, { length }) => sum + length, 0),
    bytesDone: 0,
    bytes: table.compressedBytes.reduce((sum, bytes) => sum + bytes, 0),
    bad: 0,
  };
  updateArchive(id, { verification: { phase: 'running', progress } });
  const onEvent = ({ entries, compressedBytes, problems }: VerifiedEntries): void => {
    const known = problems.filter(([index, { code }]) => !isKnown(id, index, code));
    for (const [index, found] of known) engine.catalog.addProblems(toFileId(id, index), [found]);
    progress = {
      ...progress,
      entriesDone: progress.entriesDone + entries,
      bytesDone: progress.bytesDone + compressedBytes,
      bad: progress.bad + new Set(problems.map(([index]) => index)).size,
    };
    schedulePublish(() => {
      updateArchive(id, { verification: { phase: 'running', progress } });
    });
  };
  inTurn(id, async (closed) => {
    if (controller.signal.aborted) return;
    const signal = AbortSignal.any([closed, controller.signal]);
    await Promise.all(
      shares.map((share) =>
        engine.archiveWorkers.request('verify', engine.shareOf(id, share), { signal, onEvent }),
      ),
    );
    if (signal.aborted) return;
    verifying.delete(id);
    publish();
    const isDone = progress.entriesDone === progress.entries;
    updateArchive(id, { verification: { phase: isDone ? 'done' : 'stopped', progress } });
  });
}

/** Also before it has begun, while other work has its turn. */
export function stopVerifying(id: ArchiveId): void {
  verifying.get(id)?.abort();
  verifying.delete(id);
  const verification = findArchive(id)?.verification;
  if (verification?.phase !== 'running') return;
  publish();
  updateArchive(id, { verification: { ...verification, phase: 'stopped' } });
}

/** Whatever is being checked of an archive that is not to be worked on any more. */
export function stopChecks(id: ArchiveId): void {
  stopVerifying(id);
  if (findArchive(id)?.digest.phase === 'running') updateArchive(id, { digest: { phase: 'none' } });
}

function isKnown(id: ArchiveId, index: number, code: string): boolean {
  return engine.catalog.problemsOf(toFileId(id, index)).some((known) => known.code === code);
}

/** SHA-256 of the archive as it was dropped; what is no single file has none. */
export function computeDigest(id: ArchiveId): void {
  updateArchive(id, { digest: { phase: 'running', bytesDone: 0 } });
  inTurn(id, async (signal) => {
    const onEvent = (bytesDone: number): void => {
      if (signal.aborted) return;
      updateArchive(id, { digest: { phase: 'running', bytesDone } });
    };
    const original = engine.originalOf(id);
    const digest = await engine.archiveWorkers.request('computeSha256', original, { signal, onEvent });
    if (signal.aborted) return;
    updateArchive(id, {
      digest: digest.ok
        ? { phase: 'done', sha256: digest.value }
        : { phase: 'failed', problem: digest.error },
    });
  });
}

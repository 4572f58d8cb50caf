import type { ArchiveId } from '../base/ids';
import { endReadingOf, findArchive, updateArchive } from './archives';
import { engine } from './engine';
import { lockedEntries } from './lock';
import { openNested } from './nested-archives';
import { rescan } from './read-archive';
import type { ArchiveLock } from './state';
import { inTurn } from './turns';

/** What is read within this time is not worth closing the dialog for, if another password is asked for next. */
const QUICK_MS = 400;

/** Tries a password on the locked entries of an archive, and reads those that it opens. It is never stored. */
export function givePassword(id: ArchiveId, password: string): void {
  setLockPhase(id, 'checking');
  inTurn(id, async (signal) => {
    const before = engine.specOf(id).passwords;
    const locked = lockedEntries(id);
    engine.setPasswords(id, [...before.filter((each) => each !== password), password]);
    const fits = await engine.archiveWorkers.request('tryPassword', engine.shareOf(id, locked), { signal });
    if (signal.aborted) return;
    if (!fits.ok || !fits.value) {
      engine.setPasswords(id, before);
      // Unless the reader has gone on without meanwhile.
      if (findArchive(id)?.lock?.phase === 'checking') setLockPhase(id, 'wrong');
      return;
    }
    await readUnlocked(id, locked, signal);
  });
}

/** Reads what was locked, and the archives in it; what is locked still has another password, and is asked for. */
async function readUnlocked(
  id: ArchiveId,
  locked: Uint32Array<ArrayBuffer>,
  signal: AbortSignal,
): Promise<void> {
  const readingSlowly = setTimeout(() => setLockPhase(id, 'reading'), QUICK_MS);
  await rescan(id, locked, signal);
  clearTimeout(readingSlowly);
  setLockPhase(id, signal.aborted ? 'put-off' : 'asking');
  await openNested(id, signal);
  endReadingOf(id, signal);
}

export function putOffPassword(id: ArchiveId): void {
  setLockPhase(id, 'put-off');
}

export function askForPassword(id: ArchiveId): void {
  setLockPhase(id, 'asking');
}

function setLockPhase(id: ArchiveId, phase: ArchiveLock['phase']): void {
  const lock = findArchive(id)?.lock;
  if (lock) updateArchive(id, { lock: { ...lock, phase } });
}

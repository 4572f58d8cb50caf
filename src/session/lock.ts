import { toFileId, type ArchiveId } from '../base/ids';
import { problem, type Problem } from '../base/problem';
import { findArchive } from './archives';
import { engine } from './engine';
import type { ArchiveLock } from './state';

/** The encrypted entries of an archive that are not open, in the order of the directory. */
export function lockedEntries(id: ArchiveId): Uint32Array<ArrayBuffer> {
  const table = engine.tableOf(id);
  if (table === null) return new Uint32Array();
  const locked: number[] = [];
  for (let index = 0; index < table.count; index++) {
    if (table.encryption[index] !== 0 && isLocked(id, index)) locked.push(index);
  }
  return Uint32Array.from(locked);
}

function isLocked(id: ArchiveId, index: number): boolean {
  const file = toFileId(id, index);
  const state = engine.catalog.stateOf(file);
  if (state === 'pending') return engine.entryOf(file)?.encryption.kind !== 'unknown';
  return engine.catalog.problemsOf(file).some(({ code }) => code === 'entry-encrypted');
}

/** What the page says of the locked entries of an archive; null where there are none. */
export function lockOf(id: ArchiveId): ArchiveLock | null {
  const entries = lockedEntries(id).length;
  if (entries === 0) return null;
  return {
    entries,
    passwords: engine.specOf(id).passwords.length,
    phase: findArchive(id)?.lock?.phase ?? 'asking',
  };
}

export function lockProblems(id: ArchiveId, lock: ArchiveLock | null): readonly Problem[] {
  const archive = findArchive(id);
  if (lock === null || archive === undefined) return [];
  const { entries } = engine.catalog.ledger(id);
  return [problem('archive-encrypted', archive.name, { encrypted: lock.entries, entries })];
}

import type { ArchiveSpec } from '../archive/source-spec';
import { archiveOfFile, type ArchiveId, type FileId } from '../base/ids';
import { unpinArchive } from './compare-actions';
import { engine } from './engine';
import { forgetPreviousHeader } from './header-actions';
import { forgetInside } from './inside-actions';
import { endReading, forgetReviewOf } from './review-actions';
import type { OpenArchive, ScanProgress } from './state';
import { useSession } from './store';

export const NO_PROGRESS: ScanProgress = {
  entriesDone: 0,
  entries: 0,
  dicomDone: 0,
  unreadableDone: 0,
  bytesDone: 0,
  bytes: 0,
  elapsedMs: 0,
  inflatedBytes: 0,
};

export interface NewArchive {
  readonly name: string;
  readonly bytes: number;
  readonly spec: ArchiveSpec;
  readonly parent: FileId | null;
}

/** Adds an archive that waits to be read. */
export function addToArchives({ name, bytes, spec, parent }: NewArchive): ArchiveId {
  const id = engine.addArchive(spec);
  const archive: OpenArchive = {
    id,
    name,
    parent,
    kind: null,
    bytes,
    phase: 'waiting',
    progress: { ...NO_PROGRESS, bytes },
    problems: [],
    lock: null,
    nameEncoding: null,
    leftClosed: [],
    verification: { phase: 'none' },
    digest: { phase: 'none' },
  };
  useSession.setState(({ archives }) => ({ archives: [...archives, archive] }));
  return id;
}

export function findArchive(id: ArchiveId): OpenArchive | undefined {
  return useSession.getState().archives.find((archive) => archive.id === id);
}

/** Does nothing where the archive has been closed. */
export function updateArchive(id: ArchiveId, change: Partial<OpenArchive>): void {
  useSession.setState(({ archives }) => ({
    archives: archives.map((archive) => (archive.id === id ? { ...archive, ...change } : archive)),
  }));
}

/** All has been read that will be. */
export function endReadingOf(id: ArchiveId, signal: AbortSignal): void {
  updateArchive(id, { phase: signal.aborted ? 'cancelled' : 'ready' });
  endReading();
}

export function forgetArchive(id: ArchiveId): void {
  engine.removeArchive(id);
  unpinArchive(id);
  forgetPreviousHeader(id);
  useSession.setState(({ archives }) => ({ archives: archives.filter((archive) => archive.id !== id) }));
  forgetReviewOf(id);
  forgetInside(id);
}

/** The archives that an archive is in, from the one that was dropped to itself. */
export function archivePath(id: ArchiveId): readonly OpenArchive[] {
  const path: OpenArchive[] = [];
  for (let at = findArchive(id); at !== undefined;) {
    path.unshift(at);
    at = at.parent === null ? undefined : findArchive(archiveOfFile(at.parent));
  }
  return path;
}

/** The archives inside an archive, at any depth. */
export function nestedInside(id: ArchiveId): readonly OpenArchive[] {
  const ids = withNested(id).slice(1);
  return useSession.getState().archives.filter((archive) => ids.includes(archive.id));
}

/** An archive and those inside it, at any depth. */
export function withNested(id: ArchiveId): readonly ArchiveId[] {
  const ids = [id];
  // An archive is listed after the one that it is in.
  for (const { id: nested, parent } of useSession.getState().archives) {
    if (parent !== null && ids.includes(archiveOfFile(parent))) ids.push(nested);
  }
  return ids;
}

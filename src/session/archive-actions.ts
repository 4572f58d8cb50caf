import { NO_COMMENTS } from '../archive/comments';
import { tableOfFiles, type ListedFile } from '../archive/file-list';
import type { SourceSpec } from '../archive/source-spec';
import type { ArchiveId } from '../base/ids';
import { ok } from '../base/result';
import { addToArchives, findArchive, forgetArchive, updateArchive, withNested } from './archives';
import { forgetColumnValues } from './column-actions';
import { engine } from './engine';
import { cancelExport } from './export-actions';
import { forgetFrameOrders } from './frame-orders';
import { forgetMeasurementsOf } from './measurement-actions';
import { readWithNested } from './nested-archives';
import { offlineSettled } from './offline';
import { publish } from './publish';
import type { ListEntries } from './read-archive';
import { countRequestsFromNow } from './seal';
import { useSession } from './store';
import { forgetThumbnails } from './thumbnails';
import { forgetImageThumbnails } from './image-thumbnails';
import { inTurn, stopWorkOn } from './turns';
import { stopChecks } from './verify-actions';

/** On a first visit: for the offline cache to fill, so that no part of the app is asked of the server from now on. */
const OFFLINE_PATIENCE_MS = 1500;

/** Makes ready what the first archive will need, while there is none. */
export function warmUp(): void {
  engine.archiveWorkers.warmUp();
}

/** Opens an archive in one file, or in the parts that it was split into. */
export function openArchive(name: string, blobs: readonly Blob[]): void {
  const bytes = blobs.reduce((sum, { size }) => sum + size, 0);
  const source: SourceSpec = { kind: 'blobs', name, blobs, start: 0 };
  const id = addToArchives({ name, bytes, spec: { source, passwords: [] }, parent: null });
  readInTurn(id, containerLister(id, false));
}

/** Opens an archive that has more entries than usual, after the reader has said so. */
export function openOfAnySize(id: ArchiveId): void {
  updateArchive(id, { phase: 'waiting', problems: [] });
  readInTurn(id, containerLister(id, true));
}

function containerLister(id: ArchiveId, isOfAnySize: boolean): ListEntries {
  return (signal) =>
    engine.archiveWorkers.request('openContainer', { archive: engine.specOf(id), isOfAnySize }, { signal });
}

/** Opens files that are in no archive as one. */
export function openFolder(name: string, files: readonly (ListedFile & { readonly file: File })[]): void {
  const blobs = files.map(({ file }) => file);
  const bytes = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const source: SourceSpec = { kind: 'blobs', name, blobs, start: 0 };
  const id = addToArchives({ name, bytes, spec: { source, passwords: [] }, parent: null });
  readInTurn(id, () =>
    Promise.resolve(
      ok({
        kind: 'files',
        table: tableOfFiles(files),
        legacyNames: null,
        comments: NO_COMMENTS,
        problems: [],
        flags: [],
        source,
      }),
    ),
  );
}

/** Ends the scan of an archive at once; what was read stays, the rest is skipped. */
export function cancelScan(id: ArchiveId): void {
  for (const each of withNested(id)) {
    stopWorkOn(each);
    stopChecks(each);
    if (findArchive(each)?.phase === 'waiting') updateArchive(each, { phase: 'cancelled' });
  }
}

export function closeArchive(id: ArchiveId): void {
  cancelScan(id);
  // It may be of this archive, or say that files of it could not be read.
  cancelExport();
  for (const each of withNested(id).toReversed()) {
    forgetArchive(each);
    forgetThumbnails(each);
    forgetFrameOrders(each);
    forgetMeasurementsOf(each);
    forgetImageThumbnails(each);
  }
  publish();
  forgetColumnValues();
}

function readInTurn(id: ArchiveId, listEntries: ListEntries): void {
  const isFirst = useSession.getState().archives.length === 1;
  inTurn(id, async (signal) => {
    if (isFirst) {
      await offlineSettled(OFFLINE_PATIENCE_MS);
      countRequestsFromNow();
    }
    await readWithNested(id, listEntries, signal);
  });
}

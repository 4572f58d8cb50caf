import { entryAt, type ArchiveEntry, type EntryTable } from '../archive/entry-table';
import { assert } from '../base/assert';
import { archiveOfFile, entryOfFile, toArchiveId, type ArchiveId, type FileId } from '../base/ids';
import type { Result } from '../base/result';
import { CatalogBuilder } from '../catalog/catalog-builder';
import type { Header } from '../dicom/header-row';
import { WorkerPool } from '../workers/pool';
import type { InstanceAddress, Thumbnail } from '../workers/protocol';
import { startArchiveWorker, startHeaderWorker, startPixelWorker } from '../workers/start';
import { FrameStore } from './frame-store';

/** Decoded frames kept at hand: 256 slices of 512x512x16 bit. */
const FRAME_CACHE_BYTES = 128 * 2 ** 20;
const DECODE_DEADLINE_MS = 10_000;
/** Behind every frame that is visible or about to be. */
const THUMBNAIL_PRIORITY = -1;

interface ArchiveSource {
  readonly blob: Blob;
  table: EntryTable | null;
}

/**
 * What has a lifetime behind the store: workers, the archives' files and directories, the catalog as it grows,
 * decoded frames. One for the page; what it holds of an archive goes when the archive is closed.
 */
class Engine {
  readonly catalog = new CatalogBuilder();
  readonly archiveWorkers = new WorkerPool({ start: startArchiveWorker, size: workersUpTo(2) });
  readonly frames = new FrameStore(
    (file, frameIndex, { priority, signal }) =>
      this.#pixelWorkers.request(
        'loadFrame',
        { ...this.addressOf(file), frameIndex },
        { priority, signal, finishOnceBegun: true, affinity: file, deadlineMs: DECODE_DEADLINE_MS },
      ),
    FRAME_CACHE_BYTES,
  );
  readonly #headerWorkers = new WorkerPool({ start: startHeaderWorker, size: 1 });
  readonly #pixelWorkers = new WorkerPool({ start: startPixelWorker, size: workersUpTo(3) });
  readonly #archives = new Map<ArchiveId, ArchiveSource>();
  #nextArchive = 0;

  addArchive(blob: Blob): ArchiveId {
    const id = toArchiveId(this.#nextArchive++);
    this.#archives.set(id, { blob, table: null });
    return id;
  }

  setTable(archive: ArchiveId, table: EntryTable): void {
    const source = this.#archives.get(archive);
    if (source !== undefined) source.table = table;
  }

  tableOf(archive: ArchiveId): EntryTable | null {
    return this.#archives.get(archive)?.table ?? null;
  }

  /** Forgets an archive, and ends the workers when it was the last one: their memory goes with them. */
  removeArchive(archive: ArchiveId): void {
    this.#archives.delete(archive);
    this.catalog.removeArchive(archive);
    this.frames.forgetArchive(archive);
    if (this.#archives.size > 0) return;
    this.archiveWorkers.dispose();
    this.#headerWorkers.dispose();
    this.#pixelWorkers.dispose();
  }

  entryOf(file: FileId): ArchiveEntry | null {
    const table = this.tableOf(archiveOfFile(file));
    return table === null ? null : entryAt(table, entryOfFile(file));
  }

  readHeader(file: FileId, signal: AbortSignal): Promise<Result<Header>> {
    return this.#headerWorkers.request('readHeader', this.addressOf(file), { signal });
  }

  makeThumbnail(file: FileId, frameIndex: number, sidePixels: number): Promise<Result<Thumbnail>> {
    return this.#pixelWorkers.request(
      'makeThumbnail',
      { ...this.addressOf(file), frameIndex, sidePixels },
      { priority: () => THUMBNAIL_PRIORITY, affinity: file, deadlineMs: DECODE_DEADLINE_MS },
    );
  }

  addressOf(file: FileId): InstanceAddress {
    const source = this.#archives.get(archiveOfFile(file));
    const entry = this.entryOf(file);
    assert(source !== undefined && entry !== null, 'the file belongs to an open archive');
    return { file, blob: source.blob, entry };
  }
}

/** One processor stays with the page. */
function workersUpTo(most: number): number {
  return Math.max(1, Math.min(most, navigator.hardwareConcurrency - 1));
}

export const engine = new Engine();

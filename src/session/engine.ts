import { entryAt, type ArchiveEntry, type EntryTable } from '../archive/entry-table';
import { specOfFiles } from '../archive/file-list';
import type { NamedTable } from '../archive/legacy-names';
import type { EntryContent } from '../archive/read-entry';
import type { ArchiveSpec, SourceSpec } from '../archive/source-spec';
import { assert } from '../base/assert';
import { archiveOfFile, entryOfFile, toArchiveId, type ArchiveId, type FileId } from '../base/ids';
import { ok, type Result } from '../base/result';
import { CatalogBuilder } from '../catalog/catalog-builder';
import type { FramePart } from '../catalog/frame-order';
import { decodeHeader } from '../dicom/header-columns';
import type { Header } from '../dicom/header-row';
import type { ObjectFace } from '../dicom/objects/object-face';
import type { ValueText } from '../dicom/value-text';
import { isLargeInstance } from '../workers/instance-size';
import { WorkerPool, type RequestOptions } from '../workers/pool';
import type {
  ArchiveShare,
  CheckedDicomdir,
  FileSets,
  FramePicture,
  InstanceAddress,
  RequestName,
  Thumbnail,
  ValueBytes,
} from '../workers/protocol';
import { startArchiveWorker, startHeaderWorker, startPixelWorker, startReviewWorker } from '../workers/start';
import { FrameStore } from './frame-store';

/** Decoded frames kept at hand: of a device with 4 GB, 256 slices of 512x512x16 bit. */
const FRAME_CACHE_BYTES = deviceMemoryGigabytes() * 32 * 2 ** 20;
const DECODE_DEADLINE_MS = 10_000;
/** The way to the last frame of a large instance leads through all of it. */
const LARGE_DECODE_DEADLINE_MS = 60_000;
/** Behind every frame that is visible or about to be. */
const THUMBNAIL_PRIORITY = -1;

interface EmbeddedFileOptions {
  readonly request?: 'readEmbeddedFile' | 'readVideoAsMp4';
  /** A media type. */
  readonly type: string;
  readonly signal: AbortSignal;
}

interface ArchiveSource {
  /** As it was opened. */
  readonly original: SourceSpec;
  spec: ArchiveSpec;
  /** Null before its entries are listed. */
  named: NamedTable | null;
}

/**
 * What has a lifetime behind the store: workers, the archives' files and directories, the catalog as it grows,
 * decoded frames. One for the page; what it holds of an archive goes when the archive is closed.
 */
class Engine {
  readonly catalog = new CatalogBuilder();
  readonly archiveWorkers = new WorkerPool({ start: startArchiveWorker, size: workersUpTo(2) });
  /** For what takes long and is waited for by nobody else: verification, digests, looking into whole files. */
  readonly checkWorkers = new WorkerPool({ start: startArchiveWorker, size: workersUpTo(2) });
  /** One, which holds what is known of all open archives. */
  readonly reviewWorker = new WorkerPool({ start: startReviewWorker, size: 1 });
  /** For the headers of many instances; the one of the header pane waits for none of them. */
  readonly bulkHeaderWorkers = new WorkerPool({ start: startHeaderWorker, size: workersUpTo(2) });
  readonly frames = new FrameStore(
    (file, frameIndex, { priority, signal }) =>
      this.#pixelWorkers.request(
        'loadFrame',
        { ...this.addressOf(file), frameIndex },
        { ...this.#decodingOf(file), priority, signal, finishOnceBegun: true },
      ),
    FRAME_CACHE_BYTES,
  );
  readonly #headerWorkers = new WorkerPool({ start: startHeaderWorker, size: 1 });
  readonly #pixelWorkers = new WorkerPool({
    start: startPixelWorker,
    size: Math.max(2, workersUpTo(3)),
  });
  readonly #archives = new Map<ArchiveId, ArchiveSource>();
  #nextArchive = 0;

  addArchive(spec: ArchiveSpec): ArchiveId {
    const id = toArchiveId(this.#nextArchive++);
    this.#archives.set(id, { original: spec.source, spec, named: null });
    return id;
  }

  setEntries(archive: ArchiveId, source: SourceSpec, named: NamedTable): void {
    const known = this.#archives.get(archive);
    if (known === undefined) return;
    known.spec = { ...known.spec, source };
    known.named = named;
  }

  /** The passwords of an archive are held here alone, and go with it. */
  setPasswords(archive: ArchiveId, passwords: readonly string[]): void {
    const known = this.#archives.get(archive);
    if (known !== undefined) known.spec = { ...known.spec, passwords };
  }

  /** The archive's own bytes; `specOf` may be of what is packed in it as a whole. */
  originalOf(archive: ArchiveId): SourceSpec {
    const known = this.#archives.get(archive);
    assert(known !== undefined, 'the archive is open');
    return known.original;
  }

  specOf(archive: ArchiveId): ArchiveSpec {
    const known = this.#archives.get(archive);
    assert(known !== undefined, 'the archive is open');
    return known.spec;
  }

  namedTableOf(archive: ArchiveId): NamedTable | null {
    return this.#archives.get(archive)?.named ?? null;
  }

  tableOf(archive: ArchiveId): EntryTable | null {
    return this.namedTableOf(archive)?.table ?? null;
  }

  /** Some entries of an archive for a worker. `share` is in file order. */
  shareOf(archive: ArchiveId, share: Uint32Array<ArrayBuffer>): ArchiveShare {
    const table = this.tableOf(archive);
    assert(table !== null, 'the entries of the archive are listed');
    const { source, passwords } = this.specOf(archive);
    const [first = 0] = share;
    const part = specOfFiles(source, table, first, share.at(-1) ?? first);
    return { archive: { source: part, passwords }, table, share };
  }

  /** Forgets an archive, and ends the workers when it was the last one: their memory goes with them. */
  removeArchive(archive: ArchiveId): void {
    this.#archives.delete(archive);
    this.catalog.removeArchive(archive);
    this.frames.forgetArchive(archive);
    if (this.#archives.size > 0) return;
    this.archiveWorkers.dispose();
    this.checkWorkers.dispose();
    this.reviewWorker.dispose();
    this.bulkHeaderWorkers.dispose();
    this.#headerWorkers.dispose();
    this.#pixelWorkers.dispose();
  }

  entryOf(file: FileId): ArchiveEntry | null {
    const table = this.tableOf(archiveOfFile(file));
    return table === null ? null : entryAt(table, entryOfFile(file));
  }

  async readHeader(file: FileId, signal: AbortSignal): Promise<Result<Header>> {
    const read = await this.#headerWorkers.request('readHeader', this.addressOf(file), { signal });
    return read.ok ? ok(decodeHeader(read.value)) : read;
  }

  readValue(
    file: FileId,
    range: { readonly path: string; readonly start: number; readonly end: number },
    signal?: AbortSignal,
  ): Promise<Result<ValueBytes>> {
    const input = { ...this.addressOf(file), ...range };
    return this.#headerWorkers.request('readValue', input, { ...(signal && { signal }) });
  }

  readValueText(
    file: FileId,
    value: { readonly path: string; readonly vr: string },
    signal: AbortSignal,
  ): Promise<Result<ValueText>> {
    return this.#headerWorkers.request('readValueText', { ...this.addressOf(file), ...value }, { signal });
  }

  readFrameOrder(file: FileId): Promise<Result<readonly FramePart[]>> {
    return this.#headerWorkers.request('readFrameOrder', this.addressOf(file));
  }

  readObjectFace(file: FileId, signal: AbortSignal): Promise<Result<ObjectFace>> {
    return this.#headerWorkers.request('readObjectFace', this.addressOf(file), { signal });
  }

  /** The encapsulated document or the video stream of an instance, as it is or as an MP4 file. */
  async readEmbeddedFile(
    file: FileId,
    { request = 'readEmbeddedFile', type, signal }: EmbeddedFileOptions,
  ): Promise<Result<Blob>> {
    const pieces: Blob[] = [];
    const read = await this.#headerWorkers.request(request, this.addressOf(file), {
      signal,
      // A browser may put the memory of a blob on disk, never that of an array.
      onEvent: (piece) => pieces.push(new Blob([piece])),
    });
    return read.ok ? ok(new Blob(pieces, { type })) : read;
  }

  checkDicomdirs(fileSets: FileSets, signal: AbortSignal): Promise<Result<readonly CheckedDicomdir[]>> {
    return this.#headerWorkers.request('checkDicomdirs', fileSets, { signal });
  }

  readFile(file: FileId, limitBytes: number, signal: AbortSignal): Promise<Result<EntryContent>> {
    return this.#headerWorkers.request('readFile', { ...this.addressOf(file), limitBytes }, { signal });
  }

  makeThumbnail(
    file: FileId,
    frameIndex: number,
    { sidePixels, signal }: { readonly sidePixels: number; readonly signal?: AbortSignal },
  ): Promise<Result<Thumbnail>> {
    return this.#pixelWorkers.request(
      'makeThumbnail',
      { ...this.addressOf(file), frameIndex, sidePixels },
      {
        ...this.#decodingOf(file),
        ...(signal && { signal }),
        priority: () => THUMBNAIL_PRIORITY,
        isBackground: true,
      },
    );
  }

  /** For eyes that look for what may identify. */
  renderPicture(
    file: FileId,
    frameIndex: number,
    { sidePixels, signal }: { readonly sidePixels: number; readonly signal: AbortSignal },
  ): Promise<Result<FramePicture>> {
    const input = { ...this.addressOf(file), frameIndex, sidePixels };
    return this.#pixelWorkers.request('renderPicture', input, { ...this.#decodingOf(file), signal });
  }

  /** The frames of a large instance are all for one worker, which remembers the way to them. */
  #decodingOf(file: FileId): Pick<RequestOptions<RequestName>, 'affinity' | 'isBound' | 'deadlineMs'> {
    const isLarge = this.isLarge(file);
    const deadlineMs = isLarge ? LARGE_DECODE_DEADLINE_MS : DECODE_DEADLINE_MS;
    return { affinity: file, isBound: isLarge, deadlineMs };
  }

  /** Whether its frames are read one by one, the way to a later one leading through those before. */
  isLarge(file: FileId): boolean {
    const entry = this.entryOf(file);
    return entry !== null && isLargeInstance(entry);
  }

  addressOf(file: FileId): InstanceAddress {
    const entry = this.entryOf(file);
    assert(entry !== null, 'the file belongs to an open archive');
    const share = this.shareOf(archiveOfFile(file), Uint32Array.of(entry.index));
    return { file, archive: share.archive, entry };
  }
}

/** As browsers tell it: rounded, at most 8; 4 where they do not. */
function deviceMemoryGigabytes(): number {
  const { deviceMemory } = navigator as { readonly deviceMemory?: number };
  return Math.max(1, Math.min(8, deviceMemory ?? 4));
}

/** One processor stays with the page. */
function workersUpTo(most: number): number {
  return Math.max(1, Math.min(most, navigator.hardwareConcurrency - 1));
}

export const engine = new Engine();

import { assert } from '../base/assert';
import { archiveOfFile, entryOfFile, toFileId, type ArchiveId, type FileId } from '../base/ids';
import type { Problem, ProblemCode } from '../base/problem';
import { CatalogBuilder } from '../catalog/catalog-builder';
import { pathAt, type ArchiveListing, type ScanRow } from '../catalog/file-columns';
import { SummaryBatchDecoder, type SummaryColumns } from '../catalog/summary-batch';
import type { InstanceSummary } from '../dicom/summary';
import { HeldDecoder, pairsOfRow, type HeldColumns, type PackedStructure } from './held/held-columns';
import { HeldValueIndex, type KnownPlace } from './held/held-value-index';
import { learnIdentifiers } from './identity/learn-identifiers';
import { pathValues } from './held/path-values';
import type { ReviewInput, ReviewedArchive, ReviewedFile, DataSetStructure } from './review-input';
import type { ReviewOptions } from './review-options';

/** What the review needs of an archive's directory: a part of its entry table. */
export interface ReviewListing extends ArchiveListing {
  readonly crc32: Uint32Array<ArrayBuffer>;
  /** 1 where the CRC-32 is known. */
  readonly hasCrc32: Uint8Array<ArrayBuffer>;
}

/** An archive as the review is told of it. */
export interface ArchiveToReview extends ReviewedArchive {
  readonly listing: ReviewListing;
  /** Comments of entries, by their index (APPNOTE 4.4.18). */
  readonly entryComments: ReadonlyMap<number, string>;
}

/** Results of one worker's share, scanned or looked into. */
export interface ReviewBatch {
  readonly archive: ArchiveId;
  /** Tells the worker's share from all others of the session: its columns follow on one another. */
  readonly share: number;
  /** Null where the entries were looked into after they had been scanned. */
  readonly summaries: SummaryColumns | null;
  readonly held: HeldColumns;
}

interface ArchiveDraft {
  archive: ArchiveToReview;
  readonly summaries: Map<number, InstanceSummary>;
  readonly structures: Map<number, PackedStructure>;
  readonly pixelBytes: Map<number, number>;
}

/** What is needed to read the columns of one share. */
interface ShareDecoders {
  readonly archive: ArchiveId;
  readonly summaries: SummaryBatchDecoder;
  readonly held: HeldDecoder;
  /** Of the decoder's places, in their order. */
  readonly places: KnownPlace[];
}

/**
 * What the review knows of all open archives. It grows while they are read, and gives the checks their input; one for
 * the session, in a worker of its own.
 */
export class ReviewIndex {
  readonly #archives = new Map<ArchiveId, ArchiveDraft>();
  readonly #shares = new Map<number, ShareDecoders>();
  readonly #structures = new WeakMap<PackedStructure, DataSetStructure>();
  readonly #catalog = new CatalogBuilder();
  readonly #values = new HeldValueIndex();

  addArchive(archive: ArchiveToReview): void {
    this.#archives.set(archive.archive, {
      archive,
      summaries: new Map(),
      structures: new Map(),
      pixelBytes: new Map(),
    });
    this.#catalog.addArchive(archive.archive, archive.listing);
    this.#addPaths(archive);
  }

  /** What comes late, of an archive that has been closed, is left out. */
  add({ archive, share, summaries, held }: ReviewBatch): void {
    const draft = this.#archives.get(archive);
    if (draft === undefined) return;
    const decoders = this.#decodersOf(share, archive);
    if (summaries !== null) this.#addSummaries(draft, decoders.summaries.decode(summaries));
    this.#addHeld(draft, decoders, held);
  }

  /** What was found to be wrong with a file after its scan. */
  addProblems(file: FileId, problems: readonly Problem[], replaced: readonly ProblemCode[] = []): void {
    this.#catalog.addProblems(file, problems, replaced);
  }

  /** Takes the names of an archive's entries from another listing of them. */
  rename(archive: ArchiveId, listing: ReviewListing): void {
    const draft = this.#archives.get(archive);
    if (draft === undefined) return;
    draft.archive = { ...draft.archive, listing };
    this.#catalog.rename(archive, listing);
    this.#values.removePaths(archive);
    this.#addPaths(draft.archive);
  }

  /** Forgets the outcome of entries that were encrypted: they are read once more. */
  reopen(archive: ArchiveId, entries: Iterable<number>): void {
    this.#catalog.reopen(archive, entries);
  }

  /** Ends the scan of an archive: what has no outcome is skipped. */
  endScan(archive: ArchiveId): void {
    this.#catalog.skipPending(archive, null);
  }

  removeArchive(archive: ArchiveId): void {
    this.#archives.delete(archive);
    this.#catalog.removeArchive(archive);
    this.#values.removeArchive(archive);
    for (const [share, decoders] of this.#shares) {
      if (decoders.archive === archive) this.#shares.delete(share);
    }
  }

  /** For the checks; it holds until the index changes. */
  input(options: ReviewOptions, isComplete: boolean): ReviewInput {
    const values = this.#values.snapshot();
    const fileOf = (file: FileId): ReviewedFile | null => this.#fileOf(file);
    return {
      archives: [...this.#archives.values()].map(({ archive }) => archive),
      catalog: this.#catalog.snapshot(),
      files: [...this.#archives.values()].flatMap(({ archive }) => this.#filesOf(archive)),
      fileOf,
      values,
      structureOf: (file) => this.#structureOf(file),
      pixelBytesOf: (file) => this.#draftOf(file)?.pixelBytes.get(entryOfFile(file)) ?? NaN,
      options,
      identifiers: learnIdentifiers(values, options),
      isComplete,
    };
  }

  #decodersOf(share: number, archive: ArchiveId): ShareDecoders {
    let decoders = this.#shares.get(share);
    if (decoders === undefined) {
      decoders = { archive, summaries: new SummaryBatchDecoder(), held: new HeldDecoder(), places: [] };
      this.#shares.set(share, decoders);
    }
    return decoders;
  }

  #addSummaries({ archive, summaries }: ArchiveDraft, rows: readonly ScanRow[]): void {
    for (const { entryIndex, summary } of rows) if (summary !== null) summaries.set(entryIndex, summary);
    this.#catalog.add(archive.archive, rows);
  }

  #addHeld(draft: ArchiveDraft, { held, places }: ShareDecoders, columns: HeldColumns): void {
    held.takeIn(columns);
    for (const met of held.places.slice(places.length)) places.push(this.#values.place(met));
    columns.entryIndex.forEach((entryIndex, row) => {
      const structure = held.structures[columns.structure[row] ?? -1];
      if (structure !== undefined) draft.structures.set(entryIndex, structure);
      const pixelBytes = columns.pixelBytes[row] ?? NaN;
      if (!Number.isNaN(pixelBytes)) draft.pixelBytes.set(entryIndex, pixelBytes);
      const pairs = pairsOfRow(columns, row);
      const ids: number[] = [];
      for (let at = 0; at < pairs.length; at += 2) {
        const place = places[pairs[at] ?? -1];
        assert(place !== undefined, 'a place comes before the values in it');
        ids.push(this.#values.value(place, held.texts[pairs[at + 1] ?? -1] ?? '').id, place.path);
      }
      this.#values.add(toFileId(draft.archive.archive, entryIndex), ids);
    });
  }

  #addPaths({ archive, listing, entryComments }: ArchiveToReview): void {
    for (let index = 0; index < listing.count; index++) {
      if (listing.isDirectory[index] === 1) continue;
      const values = pathValues(pathAt({ listing }, index), entryComments.get(index) ?? '');
      const pairs = values.flatMap(({ place, text }) => {
        const known = this.#values.place({ place, path: '' });
        return [this.#values.value(known, text).id, known.path];
      });
      this.#values.add(toFileId(archive, index), pairs);
    }
  }

  #draftOf(file: FileId): ArchiveDraft | undefined {
    return this.#archives.get(archiveOfFile(file));
  }

  #filesOf({ archive, listing }: ArchiveToReview): readonly ReviewedFile[] {
    const files: ReviewedFile[] = [];
    for (let index = 0; index < listing.count; index++) {
      const file = listing.isDirectory[index] === 1 ? null : this.#fileOf(toFileId(archive, index));
      if (file !== null) files.push(file);
    }
    return files;
  }

  #fileOf(file: FileId): ReviewedFile | null {
    const draft = this.#draftOf(file);
    if (draft === undefined) return null;
    const { listing } = draft.archive;
    const index = entryOfFile(file);
    return {
      file,
      path: pathAt({ listing }, index),
      bytes: listing.bytes[index] ?? 0,
      crc32: listing.hasCrc32[index] === 1 ? (listing.crc32[index] ?? 0) : null,
      state: this.#catalog.stateOf(file),
      kind: this.#catalog.kindOf(file),
      problems: this.#catalog.problemsOf(file),
      summary: draft.summaries.get(index) ?? null,
    };
  }

  #structureOf(file: FileId): DataSetStructure | null {
    const packed = this.#draftOf(file)?.structures.get(entryOfFile(file));
    if (packed === undefined) return null;
    let structure = this.#structures.get(packed);
    if (structure === undefined) this.#structures.set(packed, (structure = unpackStructure(packed)));
    return structure;
  }
}

/** Tags of zero length are negative. */
function unpackStructure(packed: PackedStructure): DataSetStructure {
  return {
    tags: new Set(packed.map((tag) => Math.abs(tag))),
    emptyTags: new Set(packed.filter((tag) => tag < 0).map((tag) => -tag)),
  };
}

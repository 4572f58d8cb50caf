import type { EntryFlag } from '../archive/entry-flags';
import type { EntryTable, ArchiveEntry } from '../archive/entry-table';
import type { Container } from '../archive/open-container';
import type { EntryContent } from '../archive/read-entry';
import type { ArchiveSpec, SourceSpec } from '../archive/source-spec';
import type { ArchiveId, FileId } from '../base/ids';
import type { Problem, ProblemCode } from '../base/problem';
import type { AttributeColumns } from '../catalog/attribute-batch';
import type { FramePart } from '../catalog/frame-order';
import type { SummaryColumns } from '../catalog/summary-batch';
import type { HeaderColumns } from '../dicom/header-columns';
import type { ObjectFace } from '../dicom/objects/object-face';
import type { ValueText } from '../dicom/value-text';
import type { HeaderForm } from '../export/header-writer';
import type { ContentsCompleteness } from '../review/contents/contents-completeness';
import type { ExpectedContent } from '../review/contents/expected-content';
import type { FindingRow } from '../review/finding-row';
import type { ElementFinding, PlaceOfFinding } from '../review/finding-rows';
import type { HeldColumns } from '../review/held/held-columns';
import type { ArchiveToReview, ReviewBatch, ReviewListing } from '../review/review-index';
import type { ReviewOptions } from '../review/review-options';
import type { LoadedFrame } from '../viewer/loaded-frame';

/** Where an instance's bytes are. */
export interface InstanceAddress {
  /** Tells this instance from all others of the session. */
  readonly file: FileId;
  readonly archive: ArchiveSpec;
  readonly entry: ArchiveEntry;
}

/** Some entries of an archive. */
export interface ArchiveShare {
  readonly archive: ArchiveSpec;
  readonly table: EntryTable;
  /** Indices into the table, in file order. */
  readonly share: Uint32Array<ArrayBuffer>;
}

/** What was read of some entries: for the catalog, and for the review. */
export interface ScannedEntries {
  readonly summaries: SummaryColumns;
  readonly held: HeldColumns;
}

/** What the review is told, in the order in which it happens. */
export type ReviewChange =
  | { readonly type: 'archive'; readonly archive: ArchiveToReview }
  | { readonly type: 'batch'; readonly batch: ReviewBatch }
  | {
      readonly type: 'problems';
      readonly file: FileId;
      readonly problems: readonly Problem[];
      /** Those of these codes are no longer so. */
      readonly replaced: readonly ProblemCode[];
    }
  | { readonly type: 'rename'; readonly archive: ArchiveId; readonly listing: ReviewListing }
  /** Entries that were encrypted are read once more. */
  | { readonly type: 'reopen'; readonly archive: ArchiveId; readonly entries: Uint32Array<ArrayBuffer> }
  | { readonly type: 'end-scan' | 'remove'; readonly archive: ArchiveId };

/** Of a finding of the last run; one with many places has them in several pieces. */
export interface FindingPlaces {
  readonly number: number;
  readonly places: readonly PlaceOfFinding[];
}

/** What was expected held against what is there, and what is known of whether that is all. */
export interface ContentsCheck {
  readonly expected: ExpectedContent;
  readonly completeness: ContentsCompleteness;
}

/** What has become of some entries that were verified. */
export interface VerifiedEntries {
  readonly entries: number;
  readonly compressedBytes: number;
  /** By their index; those that are as they should be have none. */
  readonly problems: readonly EntryFlag[];
}

/** Some entries of an archive, by themselves: to hand over few of many is quicker than the table. */
export interface SomeEntries {
  readonly archive: ArchiveSpec;
  readonly entries: readonly ArchiveEntry[];
}

/** What was found in some entries by looking into them; each has a row in `held`. */
export interface LookedInto extends VerifiedEntries {
  readonly held: HeldColumns;
}

/** The DICOMDIRs of an archive, and what is known of all of its entries, by their index. */
export interface FileSets {
  readonly archive: ArchiveId;
  readonly dicomdirs: readonly InstanceAddress[];
  readonly table: EntryTable;
  /** 1 where the entry is a DICOM file, and no DICOMDIR. */
  readonly isDicom: Uint8Array<ArrayBuffer>;
  /** '' where there is none. */
  readonly sopInstanceUids: readonly string[];
}

export interface CheckedDicomdir {
  readonly file: FileId;
  /** Of the file itself. */
  readonly problems: readonly Problem[];
  /** Between what it lists and what is there. */
  readonly differences: readonly Problem[];
}

/** A piece of a value's bytes. */
export interface ValueBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Of the value as a whole; where its length is not known, up to the end of the file. */
  readonly totalBytes: number;
}

/** A piece of a text, and how many of the instances are in it and the pieces before. */
export interface ExportedHeaders {
  readonly text: string;
  readonly instancesDone: number;
}

export interface Thumbnail {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
}

/** What there is to see of a frame. */
export interface FramePicture {
  /** As `renderUncovered` has it; null where it cannot be decoded. */
  readonly frame: (Thumbnail & { readonly isBrightened: boolean }) | null;
  /** The Icon Image that the file brings of itself, which may show what the frame does not. */
  readonly icon: Thumbnail | null;
}

/** Every request that the page makes of a worker: what goes in, what streams out, what comes back. */
export interface Requests {
  openContainer: {
    input: { readonly archive: ArchiveSpec; readonly isOfAnySize: boolean };
    event: never;
    output: Container;
  };
  scan: { input: ArchiveShare; event: ScannedEntries; output: null };
  /** One worker has the review of all archives, and keeps it from request to request. */
  changeReview: { input: ReviewChange; event: never; output: null };
  /** Runs all checks; events are their findings, in order. */
  runReview: {
    input: { readonly options: ReviewOptions; readonly isComplete: boolean };
    event: readonly FindingRow[];
    output: null;
  };
  /** Of findings of the last run, by their numbers. */
  listFindingPlaces: { input: readonly number[]; event: FindingPlaces; output: null };
  /** Findings of the last run that are about elements of a file. */
  listFindingsOfFile: { input: FileId; event: never; output: readonly ElementFinding[] };
  /** Of a list that was pasted, by the input of the last run; null before the first one. */
  checkContents: { input: string; event: never; output: ContentsCheck | null };
  /** Whether the last of the archive's passwords opens any of the entries. */
  tryPassword: { input: ArchiveShare; event: never; output: boolean };
  /** Reads the entries in full and holds them against what their container says. */
  verify: { input: ArchiveShare; event: VerifiedEntries; output: null };
  /** Reads the entries in full for what the scan leaves out, and holds those that it can against what their container says. */
  lookInside: { input: SomeEntries; event: LookedInto; output: null };
  /** Of the bytes of a file, in hexadecimal; events are the bytes read so far. */
  computeSha256: { input: SourceSpec; event: number; output: string };
  readHeader: { input: InstanceAddress; event: never; output: HeaderColumns };
  /** How the frames of an enhanced multi-frame object are ordered; nothing of any other. */
  readFrameOrder: { input: InstanceAddress; event: never; output: readonly FramePart[] };
  /** The bytes from `start` to `end` of the value with that path in its header, as far as there are any. */
  readValue: {
    input: InstanceAddress & { readonly path: string; readonly start: number; readonly end: number };
    event: never;
    output: ValueBytes;
  };
  /** All of a value that the header's row may have cut, decoded by the VR of that row. */
  readValueText: {
    input: InstanceAddress & { readonly path: string; readonly vr: string };
    event: never;
    output: ValueText;
  };
  /** What is shown of an instance that has no picture. */
  readObjectFace: { input: InstanceAddress; event: never; output: ObjectFace };
  /** The encapsulated document or the video stream of an instance, in pieces. */
  readEmbeddedFile: { input: InstanceAddress; event: Uint8Array<ArrayBuffer>; output: null };
  /** A video in a transport stream as an MP4 file. */
  readVideoAsMp4: { input: InstanceAddress; event: Uint8Array<ArrayBuffer>; output: null };
  /** Of many instances: the attributes with these paths, or all that stand before the pixels (null). */
  readAttributes: {
    input: ArchiveShare & { readonly paths: readonly string[] | null };
    event: AttributeColumns;
    output: null;
  };
  /** The headers of instances as a text, in this order; the output is of those that could not be read. */
  exportHeaders: {
    input: HeaderForm & { readonly instances: readonly InstanceAddress[] };
    event: ExportedHeaders;
    output: readonly Problem[];
  };
  /** One for each DICOMDIR. Here and not on the page, which 100,000 records would hold up. */
  checkDicomdirs: { input: FileSets; event: never; output: readonly CheckedDicomdir[] };
  loadFrame: { input: InstanceAddress & { readonly frameIndex: number }; event: never; output: LoadedFrame };
  makeThumbnail: {
    input: InstanceAddress & { readonly frameIndex: number; readonly sidePixels: number };
    event: never;
    output: Thumbnail;
  };
  /** For eyes that look for what may identify. */
  renderPicture: {
    input: InstanceAddress & { readonly frameIndex: number; readonly sidePixels: number };
    event: never;
    output: FramePicture;
  };
  /** The first `limitBytes` of a file, whatever it is; all of a shorter one, which is then checked. */
  readFile: {
    input: InstanceAddress & { readonly limitBytes: number };
    event: never;
    output: EntryContent;
  };
  /** Builds the sample archive; nothing of it is stored or fetched. */
  buildSample: { input: null; event: never; output: Uint8Array<ArrayBuffer> };
}

export type RequestName = keyof Requests;

export type ToWorker =
  | { readonly type: 'request'; readonly id: number; readonly name: RequestName; readonly input: unknown }
  | { readonly type: 'abort'; readonly id: number };

export type FromWorker =
  | { readonly type: 'event'; readonly id: number; readonly event: unknown }
  | ({ readonly type: 'done'; readonly output: unknown } & Answer)
  | ({ readonly type: 'problem'; readonly problem: Problem } & Answer);

interface Answer {
  readonly id: number;
  /** True where the worker is to be replaced: its memory has grown for good, or is in an unknown state. */
  readonly isSpent: boolean;
}

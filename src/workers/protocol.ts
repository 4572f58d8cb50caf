import type { EntryTable, ArchiveEntry } from '../archive/entry-table';
import type { Problem } from '../base/problem';
import type { FileKind, LedgerState } from '../catalog/catalog-types';
import type { Header } from '../dicom/header-row';
import type { DecodedFrame, GreyTransform, Palette } from '../pixels/decoded-frame';
import type { ImageFacts } from '../viewer/image-facts';

/** Where an instance's bytes are: an entry of an archive, or a file of its own (`entry` is null). */
export interface InstanceAddress {
  readonly blob: Blob;
  readonly path: string;
  readonly entry: ArchiveEntry | null;
}

export interface ArchiveDirectory {
  readonly table: EntryTable;
  readonly problems: readonly Problem[];
}

/** Results of the scan of some entries, in columns; strings are interned for the whole scan of one worker. */
export interface ScanBatch {
  /** Strings not sent before by this worker; their numbers follow on from those sent. */
  readonly newStrings: readonly string[];
  readonly count: number;
  readonly entryIndex: Uint32Array<ArrayBuffer>;
  readonly kind: readonly FileKind[];
  readonly state: readonly Exclude<LedgerState, 'duplicate'>[];
  /** 1 where the row has a summary. */
  readonly hasSummary: Uint8Array<ArrayBuffer>;
  /** String numbers, `INSTANCE_TEXT_KEYS.length` for each row with a summary. */
  readonly text: Uint32Array<ArrayBuffer>;
  /** `INSTANCE_NUMBER_KEYS.length` for each row with a summary. */
  readonly numbers: Float64Array<ArrayBuffer>;
  /** By position in the batch. */
  readonly problems: readonly (readonly [row: number, problem: Problem])[];
  /** Compressed bytes of the entries of this batch: what the progress counts. */
  readonly compressedBytes: number;
  /** Bytes that were inflated for this batch. */
  readonly inflatedBytes: number;
}

export interface LoadedFrame {
  readonly frame: DecodedFrame;
  readonly grey: GreyTransform;
  readonly palette: Palette | null;
  readonly facts: ImageFacts;
  readonly numberOfFrames: number;
  readonly problems: readonly Problem[];
}

export interface Thumbnail {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
}

/** Every request that the page makes of a worker: what goes in, what streams out, what comes back. */
export interface Requests {
  readDirectory: {
    input: { readonly blob: Blob; readonly name: string };
    event: never;
    output: ArchiveDirectory;
  };
  scan: {
    input: {
      readonly blob: Blob;
      readonly table: EntryTable;
      /** Indices into the table, in file order: this worker's share. */
      readonly share: Uint32Array<ArrayBuffer>;
    };
    event: ScanBatch;
    output: null;
  };
  readHeader: { input: InstanceAddress; event: never; output: Header };
  loadFrame: { input: InstanceAddress & { readonly frameIndex: number }; event: never; output: LoadedFrame };
  makeThumbnail: {
    input: InstanceAddress & { readonly frameIndex: number; readonly sidePixels: number };
    event: never;
    output: Thumbnail;
  };
}

export type RequestName = keyof Requests;

export type ToWorker =
  | { readonly type: 'request'; readonly id: number; readonly name: RequestName; readonly input: unknown }
  | { readonly type: 'abort'; readonly id: number };

export type FromWorker =
  | { readonly type: 'event'; readonly id: number; readonly event: unknown }
  | { readonly type: 'done'; readonly id: number; readonly output: unknown }
  | { readonly type: 'problem'; readonly id: number; readonly problem: Problem };

import type { EntryTable, ArchiveEntry } from '../archive/entry-table';
import type { FileId } from '../base/ids';
import type { Problem } from '../base/problem';
import type { SummaryColumns } from '../catalog/summary-batch';
import type { Header } from '../dicom/header-row';
import type { LoadedFrame } from '../viewer/loaded-frame';

/** Where an instance's bytes are. */
export interface InstanceAddress {
  /** Tells this instance from all others of the session. */
  readonly file: FileId;
  /** The whole archive. */
  readonly blob: Blob;
  readonly entry: ArchiveEntry;
}

export interface ArchiveDirectory {
  readonly table: EntryTable;
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
    event: SummaryColumns;
    output: null;
  };
  readHeader: { input: InstanceAddress; event: never; output: Header };
  loadFrame: { input: InstanceAddress & { readonly frameIndex: number }; event: never; output: LoadedFrame };
  makeThumbnail: {
    input: InstanceAddress & { readonly frameIndex: number; readonly sidePixels: number };
    event: never;
    output: Thumbnail;
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
  | { readonly type: 'done'; readonly id: number; readonly output: unknown }
  | { readonly type: 'problem'; readonly id: number; readonly problem: Problem };

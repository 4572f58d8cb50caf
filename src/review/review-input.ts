import type { ArchiveId, FileId } from '../base/ids';
import type { Problem } from '../base/problem';
import type { CatalogSnapshot, FileKind } from '../catalog/catalog-types';
import type { FileState } from '../catalog/file-columns';
import type { InstanceSummary } from '../dicom/summary';
import type { HeldValue } from './held/held-value';
import type { Identifiers } from './identity/identifiers';
import type { ReviewOptions } from './review-options';

/** One entry of an archive that is no directory. */
export interface ReviewedFile {
  readonly file: FileId;
  readonly path: string;
  /** Inflated. */
  readonly bytes: number;
  /** Of its bytes, as the archive's directory says; null where that does not. */
  readonly crc32: number | null;
  readonly state: FileState;
  /** Null before its outcome is known. */
  readonly kind: FileKind | null;
  readonly problems: readonly Problem[];
  /** Null where it is no readable DICOM file; of a DICOMDIR too. */
  readonly summary: InstanceSummary | null;
}

export interface ReviewedArchive {
  readonly archive: ArchiveId;
  readonly name: string;
  /** Of the archive as a whole (APPNOTE 4.4.26); '' where there is none, or it is no ZIP. */
  readonly comment: string;
}

/** A value where a file has it. */
export interface PlacedValue {
  readonly value: HeldValue;
  /** With item numbers: `00080096[1].00401103`; '' where the value's place has a kind. */
  readonly path: string;
}

/** The attributes at the top of a data set. */
export interface DataSetStructure {
  /** In ascending order. */
  readonly tags: ReadonlySet<number>;
  /** Those of zero length. */
  readonly emptyTags: ReadonlySet<number>;
}

/** All values that the open archives hold, as far as they have been read. */
export interface HeldValues {
  /** By their ids, in the order in which they were first met. */
  readonly all: readonly HeldValue[];
  /** Each file once. */
  readonly filesOf: (value: HeldValue) => readonly FileId[];
  /** In the order of the data set; what lies behind its pixels, and in the file's path, comes last. */
  readonly ofFile: (file: FileId) => readonly PlacedValue[];
  /** `textAt(file, '00100010')`; '' where it is absent or empty. */
  readonly textAt: (file: FileId, path: string) => string;
  /** With item numbers, each once; '' where the value's place has a kind. */
  readonly pathsOf: (value: HeldValue, file: FileId) => readonly string[];
}

/** What the checks look at. */
export interface ReviewInput {
  readonly archives: readonly ReviewedArchive[];
  readonly catalog: CatalogSnapshot;
  /** In the order of archives and entries. */
  readonly files: readonly ReviewedFile[];
  readonly fileOf: (file: FileId) => ReviewedFile | null;
  readonly values: HeldValues;
  /** Null of a file that is no readable DICOM. */
  readonly structureOf: (file: FileId) => DataSetStructure | null;
  /** Bytes of native Pixel Data as its length says; NaN where it is compressed, or there is none. */
  readonly pixelBytesOf: (file: FileId) => number;
  readonly options: ReviewOptions;
  /** What the archives say about who the people in them are. */
  readonly identifiers: Identifiers;
  /** False while files are still being read: what is missing may be on its way. */
  readonly isComplete: boolean;
}

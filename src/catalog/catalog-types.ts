import { OTHER_FILE_KINDS } from '../base/file-kind';
import type { FileId } from '../base/ids';
import type { Problem } from '../base/problem';
import type { InstanceSummary } from '../dicom/summary';

export const LEDGER_STATES = [
  'shown',
  'headerOnly',
  'duplicate',
  'notDicom',
  'unreadable',
  'skipped',
] as const;

/** What became of an entry of an archive; every entry ends in exactly one state. */
export type LedgerState = (typeof LEDGER_STATES)[number];

export const FILE_KINDS = ['dicom', 'dicomdir', 'symlink', ...OTHER_FILE_KINDS] as const;

/** What a file is, by its content. */
export type FileKind = (typeof FILE_KINDS)[number];

/** What the scan says of one entry. */
export interface ScanOutcome {
  readonly file: FileId;
  /** `dicom` and `dicomdir` have a summary unless they could not be read. */
  readonly kind: FileKind;
  readonly state: Exclude<LedgerState, 'duplicate'>;
  readonly summary: InstanceSummary | null;
  readonly problems: readonly Problem[];
}

export interface Instance {
  readonly file: FileId;
  readonly sopInstanceUid: string;
  readonly instanceNumber: number;
  /** At least 1. */
  readonly frames: number;
  readonly hasPixels: boolean;
  /** NaN where absent. */
  readonly rows: number;
  readonly columns: number;
  /** Distance along the slice normal in mm; NaN without geometry. */
  readonly position: number;
  /** When it was acquired, else made: seconds since 1970, for comparison only; NaN where it does not say. */
  readonly timeSeconds: number;
}

/** How the instances of a series are ordered; the first of these that the series allows. */
export type SortRule = 'geometry' | 'instance-number' | 'path';

/** Instances of a series that are one stack. */
export interface SeriesPart {
  /** What tells it apart from the other parts, unique among them: `TE 30 ms`; '' of a series that is one stack. */
  readonly name: string;
  /** In the order of `sortRule`, their positions along the slice normal of the part. */
  readonly instances: readonly Instance[];
  readonly sortRule: SortRule;
}

export interface Series {
  /** Unique in the session: made of the patient's, the study's and the series' keys. */
  readonly key: string;
  readonly seriesInstanceUid: string;
  /** NaN where absent, as are `rows` and `columns`. */
  readonly seriesNumber: number;
  readonly description: string;
  readonly modality: string;
  readonly bodyPart: string;
  readonly protocolName: string;
  readonly date: string;
  readonly time: string;
  readonly manufacturer: string;
  readonly model: string;
  readonly institution: string;
  readonly sopClassUid: string;
  readonly transferSyntaxUids: readonly string[];
  readonly rows: number;
  readonly columns: number;
  /** In the order of `sortRule`; without duplicates. */
  readonly instances: readonly Instance[];
  /** The same instances as stacks; one at least. */
  readonly parts: readonly SeriesPart[];
  /** In the order of archives and entries. */
  readonly duplicates: readonly FileId[];
  readonly frames: number;
  /** Inflated bytes of all its files. */
  readonly bytes: number;
  readonly problems: number;
  readonly sortRule: SortRule;
  readonly hasPixels: boolean;
}

export interface Study {
  readonly key: string;
  readonly studyInstanceUid: string;
  readonly date: string;
  readonly time: string;
  readonly id: string;
  readonly description: string;
  readonly accessionNumber: string;
  readonly series: readonly Series[];
}

export interface Patient {
  readonly key: string;
  readonly patientId: string;
  readonly name: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly studies: readonly Study[];
}

export interface CatalogCounts {
  readonly patients: number;
  readonly studies: number;
  readonly series: number;
  readonly instances: number;
}

/** An immutable picture of the catalog; series that did not change are the same objects as in the last one. */
export interface CatalogSnapshot {
  readonly patients: readonly Patient[];
  readonly counts: CatalogCounts;
}

/**
 * Files and inflated bytes by state, directories aside. Once the scan has ended, the sum over the states is what the
 * archive's directory lists; before, what is missing has no outcome yet.
 */
export interface Ledger {
  readonly entries: number;
  readonly bytes: number;
  readonly byState: Readonly<Record<LedgerState, { readonly entries: number; readonly bytes: number }>>;
}

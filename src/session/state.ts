import type { NameEncoding } from '../archive/name-encoding';
import type { ContainerKind } from '../archive/open-container';
import type { ArchiveId, FileId } from '../base/ids';
import type { Problem } from '../base/problem';
import type { CatalogSnapshot, Ledger } from '../catalog/catalog-types';
import type { FramePart } from '../catalog/frame-order';
import type { SeriesScope } from '../catalog/series-scope';
import type { StackOrder } from '../catalog/stack';
import type { Header } from '../dicom/header-row';
import type { ObjectFace } from '../dicom/objects/object-face';
import type { WindowLevel } from '../pixels/voi-lut';
import type { CheckId } from '../review/check-ids';
import type { Decisions } from '../review/decisions';
import type { Severity } from '../review/finding';
import type { FindingRow } from '../review/finding-row';
import type { SeenPictures } from '../review/look-queue';
import type { ReviewOptions } from '../review/review-options';
import type { Camera, Size } from '../viewer/camera';
import type { MeasuredImage, MeasurementHistory } from '../viewer/measurements/measurement-history';
import type { Measuring } from '../viewer/measurements/measuring';
import type { OverlayLevel } from '../viewer/overlay-level';
import type { Interpolation } from '../viewer/resample-weights';
import type { ToolName } from '../viewer/tools';
import type { VoiChoice } from '../viewer/voi-choice';
import type { AttributeColumn, ColumnValues } from './column-values';
import type { PreviewContent } from './preview-content';
import type { VariationTable } from './variation-table';

export interface ScanProgress {
  readonly entriesDone: number;
  readonly entries: number;
  /** How many of them are DICOM, and how many could not be read. */
  readonly dicomDone: number;
  readonly unreadableDone: number;
  /** Compressed bytes passed, of all that the directory lists. */
  readonly bytesDone: number;
  readonly bytes: number;
  readonly elapsedMs: number;
  /** What the page had to inflate so far. */
  readonly inflatedBytes: number;
}

export type ArchivePhase = 'waiting' | 'reading-directory' | 'scanning' | 'ready' | 'cancelled' | 'failed';

export interface OpenArchive {
  readonly id: ArchiveId;
  /** Of an archive inside another: its path there. */
  readonly name: string;
  /** The entry of another archive that it is; null for what was dropped or chosen. */
  readonly parent: FileId | null;
  /** Null before its entries are listed. */
  readonly kind: ContainerKind | null;
  readonly bytes: number;
  readonly phase: ArchivePhase;
  readonly progress: ScanProgress;
  /** Of the archive as a whole: why it failed, or what is odd about it. */
  readonly problems: readonly Problem[];
  /** Null where no entry is encrypted, or all could be opened. */
  readonly lock: ArchiveLock | null;
  /** What names of no known encoding are read in; null where there are none. */
  readonly nameEncoding: NameEncoding | null;
  /** Archives inside it that were left closed because of a limit. */
  readonly leftClosed: readonly FileId[];
  readonly verification: Verification;
  readonly digest: Digest;
}

/** Entries that no password given so far opens. */
export interface ArchiveLock {
  readonly entries: number;
  /** How many passwords have been found to open others. */
  readonly passwords: number;
  /**
   * `asking`: the dialog waits; `wrong`: the password just given opens none; `reading`: what it opens is being read;
   * `put-off`: the reader goes on without.
   */
  readonly phase: 'asking' | 'checking' | 'wrong' | 'reading' | 'put-off';
}

/** Of all entries, read in full. */
export type Verification =
  | { readonly phase: 'none' }
  | { readonly phase: 'running' | 'stopped'; readonly progress: VerificationProgress }
  | { readonly phase: 'done'; readonly progress: VerificationProgress };

export interface VerificationProgress {
  readonly entriesDone: number;
  readonly entries: number;
  readonly bytesDone: number;
  readonly bytes: number;
  /** Entries that are not as their container says. */
  readonly bad: number;
}

/** SHA-256 of the archive's file. */
export type Digest =
  | { readonly phase: 'none' }
  | { readonly phase: 'running'; readonly bytesDone: number }
  | { readonly phase: 'done'; readonly sha256: string }
  | { readonly phase: 'failed'; readonly problem: Problem };

/** One image of a series: an instance and a frame of it. */
export interface ImageRef {
  readonly file: FileId;
  readonly frameIndex: number;
  readonly sopInstanceUid: string;
}

export type ViewportPhase =
  | { readonly phase: 'empty' }
  | { readonly phase: 'loading' }
  | { readonly phase: 'ready' }
  /** Of an instance without a picture; no image is shown then. */
  | { readonly phase: 'object'; readonly image: ImageRef; readonly face: ObjectFace }
  | { readonly phase: 'failed'; readonly problem: Problem };

/** The panes; where there is room for one only, it is shown by itself. */
export type PaneId = 'contents' | 'viewer' | 'header';

export type ContentsTab = 'series' | 'files' | 'map' | 'findings';

/** A row that a pane has been asked to bring into view, and whether it gets the focus too. */
export type WantedRow =
  | { readonly pane: 'header'; readonly file: FileId; readonly path: string; readonly isFocused: boolean }
  | { readonly pane: 'files'; readonly file: FileId }
  /** The finding that is selected. */
  | { readonly pane: 'findings' };

/** What the list of findings is narrowed to. */
export interface FindingsFilter {
  readonly text: string;
  /** None: all of them. */
  readonly severities: readonly Severity[];
  /** Only those that wait for a decision. */
  readonly isRemainingOnly: boolean;
}

/** How many viewports there are: columns by rows. */
export type Layout = '1x1' | '2x1' | '2x2';

/** What a change of one viewport does to the others too. */
export interface ViewportLinks {
  /** Scrolling: to the slice at the same place in the patient. */
  readonly position: boolean;
  readonly window: boolean;
  readonly zoom: boolean;
}

export interface Viewport {
  readonly seriesKey: string | null;
  /** The name of the part of the series whose images are gone through; null: all of its images. */
  readonly partName: string | null;
  readonly order: StackOrder;
  /** The image asked for; `shown` follows it. */
  readonly wanted: ImageRef | null;
  /** Where `wanted` stands among these images, which may still be more. */
  readonly imageIndex: number;
  readonly status: ViewportPhase;
  /** The image on the canvas: still the one before while the next one loads. */
  readonly shown: ImageRef | null;
  /** null: what each image's file says, or the automatic window of the series. */
  readonly voi: VoiChoice | null;
  /** Computed from the first image shown of a series whose file gives no window. */
  readonly automaticWindow: WindowLevel | null;
  /** null: fitted to the view, whatever its size. */
  readonly placement: Pick<Camera, 'zoom' | 'panX' | 'panY'> | null;
  readonly orientation: Pick<Camera, 'rotationDegrees' | 'flipHorizontal' | 'flipVertical'>;
  /** CSS pixels. */
  readonly viewSize: Size;
  readonly isInverted: boolean;
  readonly interpolation: Interpolation;
  readonly isCineOn: boolean;
  /** Times the file's own rate. */
  readonly cineSpeed: number;
  /** Since cine was started: images that came too late to be shown. */
  readonly droppedImages: number;
}

export type HeaderStatus =
  | { readonly phase: 'empty' }
  | { readonly phase: 'loading'; readonly file: FileId }
  | {
      readonly phase: 'ready';
      readonly file: FileId;
      readonly header: Header;
      /** The one that was shown before: what has changed is told against it. */
      readonly previous: { readonly file: FileId; readonly header: Header } | null;
    }
  | { readonly phase: 'failed'; readonly file: FileId; readonly problem: Problem };

/** A header that is kept beside the one that is shown, to be compared. */
export interface PinnedHeader {
  readonly file: FileId;
  readonly header: Header;
}

/** What varies over the instances of a selection. */
export type VariationStatus =
  | { readonly phase: 'closed' }
  | {
      readonly phase: 'reading';
      readonly scope: SeriesScope;
      readonly instancesDone: number;
      readonly instances: number;
    }
  | { readonly phase: 'ready'; readonly scope: SeriesScope; readonly table: VariationTable };

/** Headers that are written as a text, to be saved or copied. */
export type HeaderExportStatus =
  | { readonly phase: 'none' }
  | { readonly phase: 'running'; readonly instances: number; readonly instancesDone: number }
  /** Written, but for files that could not be read. */
  | { readonly phase: 'incomplete'; readonly instances: number; readonly failures: readonly Problem[] }
  | { readonly phase: 'failed'; readonly problem: Problem };

/** A file that is not DICOM, as it is shown over the page. */
export type PreviewStatus =
  | { readonly phase: 'closed' }
  | { readonly phase: 'loading'; readonly file: FileId }
  | {
      readonly phase: 'ready';
      readonly file: FileId;
      readonly content: PreviewContent;
      /** Of the file in its archive: damage, a wrong checksum. */
      readonly problems: readonly Problem[];
    }
  | { readonly phase: 'failed'; readonly file: FileId; readonly problem: Problem };

export interface SessionState {
  readonly archives: readonly OpenArchive[];
  readonly catalog: CatalogSnapshot;
  readonly ledger: Ledger;
  /** Files that have a problem; those of archives as a whole are with the archives. */
  readonly fileProblemCount: number;
  /** Grows whenever the state of a file may have changed. */
  readonly filesVersion: number;
  /** The pane that is shown where there is room for one only. */
  readonly shownPane: PaneId;
  readonly contentsTab: ContentsTab;
  readonly wantedRow: WantedRow | null;
  readonly layout: Layout;
  /** As many as the layout has, row by row. */
  readonly viewports: readonly Viewport[];
  /** How the frames of the enhanced multi-frame objects that were shown are ordered. */
  readonly frameOrders: ReadonlyMap<FileId, readonly FramePart[]>;
  /** The place of the viewport that keys, toolbar, contents and header are about. */
  readonly active: number;
  readonly links: ViewportLinks;
  readonly header: HeaderStatus;
  /** In the order in which they were pinned. */
  readonly pins: readonly PinnedHeader[];
  readonly isComparisonOpen: boolean;
  readonly variation: VariationStatus;
  /** Attributes that the contents table has a column of, and what is known of them. */
  readonly attributeColumns: readonly AttributeColumn[];
  readonly columnValues: ColumnValues;
  readonly headerExport: HeaderExportStatus;
  readonly preview: PreviewStatus;
  readonly tool: ToolName;
  readonly measurements: MeasurementHistory;
  /** The measurement under the hand, which is not among the others before it is let go of. */
  readonly measuring: { readonly image: MeasuredImage; readonly measuring: Measuring } | null;
  /** Its id. */
  readonly selectedMeasurement: number | null;
  readonly overlayLevel: OverlayLevel;
  /** Whether overlay planes are drawn, and what a shutter covers is covered. */
  readonly arePlanesShown: boolean;
  readonly isHelpOpen: boolean;
  readonly review: ReviewState;
  readonly reviewOptions: ReviewOptions;
  readonly decisions: Decisions;
  readonly report: ReportState;
  /** What the reviewer expects to be there, as it was pasted. */
  readonly expectedList: string;
  readonly seen: SeenPictures;
  readonly look: LookStatus;
  readonly findingsFilter: FindingsFilter;
  /** The checks whose findings are folded away. */
  readonly closedChecks: ReadonlySet<CheckId>;
  /** The finding, by its key, or the check, by its id, whose evidence is shown. */
  readonly selectedFinding: string | null;
  /** The archive whose details are shown over the page. */
  readonly detailsOf: ArchiveId | null;
  /** All images of the series of the active viewport, small, in place of the viewports. */
  readonly isContactSheetOpen: boolean;
  /** The active viewport alone, without the others and the panes beside it. */
  readonly isViewerAlone: boolean;
}

/** The series whose pictures are looked at, one after the other, over the page; `done`: there is none left. */
export type LookStatus =
  { readonly phase: 'closed' | 'done' } | { readonly phase: 'open'; readonly seriesKey: string };

/** What the checks have found in all open archives. */
export interface ReviewState {
  /** `running`: files are still being read, or looked into, or the checks go over them once more. */
  readonly phase: 'empty' | 'running' | 'ready' | 'failed';
  /** Of the last run, check by check. */
  readonly findings: readonly FindingRow[];
  /** Of the look into whole files, which comes after the scan; null before it begins. */
  readonly inside: InsideProgress | null;
}

export interface InsideProgress {
  readonly phase: 'running' | 'stopped' | 'done';
  readonly entriesDone: number;
  readonly entries: number;
  readonly bytesDone: number;
  readonly bytes: number;
}

/** What the reviewer has set up and typed for the report; the page alone has it. */
export interface ReportState {
  readonly isOpen: boolean;
  readonly isMasked: boolean;
  readonly reviewer: string;
  readonly comment: string;
  /** Of a form of it that is saved as a file; `waiting`: for a digest. */
  readonly writing: ReportWriting;
}

export type ReportWriting =
  | { readonly phase: 'none' | 'waiting' | 'running' }
  | { readonly phase: 'failed'; readonly problem: Problem };

export type WorkspacePhase = 'empty' | 'scanning' | 'ready' | 'failed';

export function workspacePhase(archives: readonly OpenArchive[]): WorkspacePhase {
  if (archives.length === 0) return 'empty';
  if (archives.some(({ phase }) => isUnderWay(phase))) return 'scanning';
  return archives.every(({ phase }) => phase === 'failed') ? 'failed' : 'ready';
}

export function isUnderWay(phase: ArchivePhase): boolean {
  return phase === 'waiting' || phase === 'reading-directory' || phase === 'scanning';
}

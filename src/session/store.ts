import { create } from 'zustand';
import type { Ledger } from '../catalog/catalog-types';
import { NO_MEASUREMENTS } from '../viewer/measurements/measurement-history';
import { NO_DECISIONS } from '../review/decisions';
import { NOTHING_SEEN } from '../review/look-queue';
import { DEFAULT_OPTIONS } from '../review/review-options';
import { readPreferences } from './preferences';
import type { FindingsFilter, ReportState, ReviewState, SessionState, Viewport } from './state';

const EMPTY_CELL = { entries: 0, bytes: 0 };

export const EMPTY_LEDGER: Ledger = {
  entries: 0,
  bytes: 0,
  byState: {
    shown: EMPTY_CELL,
    headerOnly: EMPTY_CELL,
    duplicate: EMPTY_CELL,
    notDicom: EMPTY_CELL,
    unreadable: EMPTY_CELL,
    skipped: EMPTY_CELL,
  },
};

export const EMPTY_VIEWPORT: Viewport = {
  seriesKey: null,
  partName: '',
  order: 'sorted',
  wanted: null,
  imageIndex: 0,
  status: { phase: 'empty' },
  shown: null,
  voi: null,
  automaticWindow: null,
  placement: null,
  orientation: { rotationDegrees: 0, flipHorizontal: false, flipVertical: false },
  viewSize: { width: 1, height: 1 },
  isInverted: false,
  interpolation: 'bilinear',
  isCineOn: false,
  cineSpeed: 1,
  droppedImages: 0,
};

export const NO_REVIEW: ReviewState = { phase: 'empty', findings: [], inside: null };

export const NO_FINDINGS_FILTER: FindingsFilter = { text: '', severities: [], isRemainingOnly: false };

export const NO_REPORT: ReportState = {
  isOpen: false,
  isMasked: false,
  reviewer: '',
  comment: '',
  writing: { phase: 'none' },
};

/** What goes with the last archive. */
export const NOTHING_REVIEWED = {
  review: NO_REVIEW,
  decisions: NO_DECISIONS,
  report: NO_REPORT,
  expectedList: '',
  seen: NOTHING_SEEN,
  look: { phase: 'closed' },
  findingsFilter: NO_FINDINGS_FILTER,
  closedChecks: new Set(),
  selectedFinding: null,
} as const satisfies Partial<SessionState>;

/** The one store. Components read it through selectors; the action modules of this room alone write it. */
export const useSession = create<SessionState>()(() => ({
  archives: [],
  catalog: { patients: [], counts: { patients: 0, studies: 0, series: 0, instances: 0 } },
  ledger: EMPTY_LEDGER,
  fileProblemCount: 0,
  filesVersion: 0,
  shownPane: 'contents',
  contentsTab: 'series',
  wantedRow: null,
  layout: '1x1',
  viewports: [EMPTY_VIEWPORT],
  frameOrders: new Map(),
  active: 0,
  links: { position: true, window: false, zoom: false },
  header: { phase: 'empty' },
  pins: [],
  isComparisonOpen: false,
  variation: { phase: 'closed' },
  attributeColumns: [],
  columnValues: new Map(),
  headerExport: { phase: 'none' },
  preview: { phase: 'closed' },
  tool: 'window-level',
  measurements: NO_MEASUREMENTS,
  measuring: null,
  selectedMeasurement: null,
  overlayLevel: readPreferences().overlayLevel,
  arePlanesShown: true,
  isHelpOpen: false,
  ...NOTHING_REVIEWED,
  reviewOptions: DEFAULT_OPTIONS,
  detailsOf: null,
  isContactSheetOpen: false,
  isViewerAlone: false,
}));

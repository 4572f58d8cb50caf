import { pathOf } from '../archive/entry-table';
import { archiveOfFile, entryOfFile, toFileId, type FileId } from '../base/ids';
import type { CatalogSnapshot } from '../catalog/catalog-types';
import { maskFor, NO_MASK, type Mask } from '../export/mask';
import {
  buildReport,
  buildReportBody,
  type ArchiveToReport,
  type Coverage,
  type Report,
  type ReportBody,
} from '../export/report';
import { fileNames, type FileNames } from '../export/report-file-names';
import type { ReportFile } from '../export/report-json';
import type { FindingRow } from '../review/finding-row';
import type { ContentsCheck } from '../workers/protocol';
import { directoryTotals } from './archive-details';
import { engine } from './engine';
import { workspacePhase, type OpenArchive, type ReviewState, type SessionState } from './state';
import { useSession } from './store';

export type { Report, ReportBody, ReportPatient, ReportSeries, ReportStudy } from '../export/report';
export type { NamedSeries, ReportContents, ReportIncomplete, ReportLine } from '../export/report-contents';
export type { FindingGroup, FindingLine, NotedPlace } from '../export/report-groups';

/** What of the session the larger part of a report is made of. */
export type ReportedSession = Pick<
  SessionState,
  'catalog' | 'ledger' | 'reviewOptions' | 'decisions' | 'seen'
> & { readonly findings: readonly FindingRow[] };

export function reportBodyOf(
  { catalog, ledger, findings, reviewOptions, decisions, seen }: ReportedSession,
  isMasked: boolean,
  contents: ContentsCheck | null,
): ReportBody {
  return buildReportBody({
    productVersion: import.meta.env.VERSION,
    ledger,
    catalog,
    findings,
    decisions,
    options: reviewOptions,
    seen,
    contents,
    mask: reportMask(catalog, findings, isMasked),
    names: reportNames(isMasked),
  });
}

/** The report on all open archives, but for the list of files and the places of findings. */
export function reportOf(
  body: ReportBody,
  { archives, review }: Pick<SessionState, 'archives' | 'review'>,
): Report {
  return buildReport(body, {
    date: new Date(),
    archives: archives.map(describeArchive),
    coverage: coverageOf(archives, review),
    names: reportNames(body.masked),
  });
}

const masks = new WeakMap<
  readonly FindingRow[],
  { readonly catalog: CatalogSnapshot; readonly mask: Mask }
>();

/** The same one for all forms of a report, so that a value has the same number in all of them. */
export function reportMask(
  catalog: CatalogSnapshot,
  findings: readonly FindingRow[],
  isMasked: boolean,
): Mask {
  if (!isMasked) return NO_MASK;
  let known = masks.get(findings);
  if (known?.catalog !== catalog) {
    known = { catalog, mask: maskFor(catalog, findings) };
    masks.set(findings, known);
  }
  return known.mask;
}

export function reportNames(isMasked: boolean): FileNames {
  return fileNames({ archives: useSession.getState().archives, pathOf: pathOfFile, isMasked });
}

/** What the reviewer has typed, as the report has it. */
export function commentOf({
  report,
  catalog,
  review,
}: Pick<SessionState, 'report' | 'catalog' | 'review'>): string {
  return reportMask(catalog, review.findings, report.isMasked).prose(report.comment);
}

/** Every file of every archive, in the order of their directories. */
export function* reportFiles(isMasked: boolean): Generator<ReportFile> {
  const { archives } = useSession.getState();
  const names = reportNames(isMasked);
  for (const { id } of archives) {
    const table = engine.tableOf(id);
    const uids = isMasked ? [] : engine.catalog.sopInstanceUids(id);
    for (let index = 0; index < (table?.count ?? 0); index++) {
      if (table?.isDirectory[index] === 1) continue;
      const file = toFileId(id, index);
      const uid = uids[index] ?? '';
      const [problem] = engine.catalog.problemsOf(file);
      yield {
        archive: names.archiveOf(file),
        path: names.of(file),
        bytes: table?.bytes[index] ?? 0,
        state: engine.catalog.stateOf(file),
        ...(uid !== '' && { sopInstanceUid: uid }),
        ...(problem && { problem: problem.code }),
      };
    }
  }
}

function pathOfFile(file: FileId): string {
  const table = engine.tableOf(archiveOfFile(file));
  return table === null ? '' : pathOf(table, entryOfFile(file));
}

function describeArchive({ id, bytes, problems, digest, verification }: OpenArchive): ArchiveToReport {
  const bad = verification.phase === 'none' ? 0 : verification.progress.bad;
  return {
    id,
    bytes,
    entries: directoryTotals(id)?.files ?? 0,
    problems,
    sha256: digest.phase === 'done' ? digest.sha256 : null,
    checksums: { phase: verification.phase, bad },
  };
}

function coverageOf(archives: readonly OpenArchive[], { phase, inside }: ReviewState): Coverage {
  return {
    isComplete: workspacePhase(archives) !== 'scanning' && archives.every((one) => one.phase !== 'cancelled'),
    encrypted: archives.reduce((sum, { lock }) => sum + (lock?.entries ?? 0), 0),
    checks: phase,
    inside:
      inside === null
        ? { phase: 'none', files: 0, of: 0 }
        : { phase: inside.phase, files: inside.entriesDone, of: inside.entries },
  };
}

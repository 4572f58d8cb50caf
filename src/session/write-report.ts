import { problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import { findingsCsv, placesCsv } from '../export/report-csv';
import type { FindingsToReport, PlacesByFinding } from '../export/report-findings';
import { reportJson } from '../export/report-json';
import type { FindingRow } from '../review/finding-row';
import { checkContents } from './expected-content-actions';
import type { ExportedFile } from './export-actions';
import { gatherPieces } from './gather-pieces';
import { reportBodyOf, reportFiles, reportMask, reportNames, reportOf } from './report';
import { setReportWriting } from './report-actions';
import { listFindingPlaces, withFindings } from './review-actions';
import type { OpenArchive, ReportState } from './state';
import { useSession } from './store';

/** The whole account; a record for each finding; a record for each place of each finding. */
export type ReportForm = 'json' | 'findings-csv' | 'places-csv';

/**
 * Writes a form of the report as a file. A digest that is under way is waited for. Null where an archive was closed
 * meanwhile, or not all could be written, as the store then says.
 */
export async function writeReport(form: ReportForm): Promise<ExportedFile | null> {
  const { archives, report } = useSession.getState();
  if (report.writing.phase === 'waiting' || report.writing.phase === 'running') return null;
  setReportWriting({ phase: 'waiting' });
  await digestsDone();
  setReportWriting({ phase: 'running' });
  const written = await withFindings((findings) => write(form, report, findings));
  const open = new Set(useSession.getState().archives.map(({ id }) => id));
  const isOutdated = archives.some(({ id }) => !open.has(id));
  setReportWriting(
    written.ok || isOutdated ? { phase: 'none' } : { phase: 'failed', problem: written.error },
  );
  if (!written.ok || isOutdated) return null;
  return { content: written.value, name: fileName(form, report.isMasked) };
}

async function write(
  form: ReportForm,
  { isMasked, reviewer, comment }: ReportState,
  rows: readonly FindingRow[],
): Promise<Result<Blob>> {
  const session = useSession.getState();
  const { catalog, decisions, expectedList } = session;
  const mask = reportMask(catalog, rows, isMasked);
  const unplaced: FindingRow[] = [];
  const listPlaces = async (asked: readonly FindingRow[]): Promise<PlacesByFinding> => {
    const places = await listFindingPlaces(asked);
    unplaced.push(...asked.filter(({ number }) => !places.has(number)));
    return places;
  };
  const findings: FindingsToReport = {
    rows,
    listPlaces,
    names: reportNames(isMasked),
    decisions,
    mask,
  };
  if (form !== 'json') {
    const records = form === 'findings-csv' ? findingsCsv(findings) : placesCsv(findings);
    const csv = await gatherPieces(records, 'text/csv;charset=utf-8');
    return unplaced.length === 0 ? ok(csv) : NOT_WHOLE;
  }
  const contents = await checkContents(expectedList);
  const body = reportBodyOf({ ...session, findings: rows }, isMasked, contents);
  const pieces = reportJson({
    report: reportOf(body, session),
    reviewer,
    comment: mask.prose(comment),
    files: reportFiles(isMasked),
    findings,
  });
  const json = await gatherPieces(pieces, 'application/json');
  return unplaced.length === 0 ? ok(json) : NOT_WHOLE;
}

/** The worker that knows the places is gone. */
const NOT_WHOLE = err(problem('worker-crashed', '', { reason: 'the places of the findings are not known' }));

function digestsDone(): Promise<void> {
  const isDone = (archives: readonly OpenArchive[]): boolean =>
    archives.every(({ digest }) => digest.phase !== 'running');
  if (isDone(useSession.getState().archives)) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = useSession.subscribe(({ archives }) => {
      if (!isDone(archives)) return;
      stop();
      resolve();
    });
  });
}

/** Tells nothing of whom it is about. */
function fileName(form: ReportForm, isMasked: boolean): string {
  const name = { json: 'report.json', 'findings-csv': 'findings.csv', 'places-csv': 'places.csv' }[form];
  return `glovebox-${isMasked ? 'masked-' : ''}${name}`;
}

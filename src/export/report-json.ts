import type { LedgerState } from '../catalog/catalog-types';
import type { ProblemCode } from '../base/problem';
import type { Report } from './report';
import { findingsJson, type FindingsToReport } from './report-findings';

/** One entry of an archive that is no directory. */
export interface ReportFile {
  readonly archive: string;
  readonly path: string;
  readonly bytes: number;
  /** `pending`: its archive is still being read. */
  readonly state: LedgerState | 'pending';
  readonly sopInstanceUid?: string;
  readonly problem?: ProblemCode;
}

export interface ReportToWrite {
  readonly report: Report;
  /** As the reviewer typed them for it, masked like the rest. */
  readonly reviewer: string;
  readonly comment: string;
  readonly files: Iterable<ReportFile>;
  readonly findings: FindingsToReport;
}

const FILES_IN_PIECE = 500;

/** The whole account as JSON, as pieces of text: every file, and every place of every finding. */
export async function* reportJson(written: ReportToWrite): AsyncGenerator<string> {
  const { report, reviewer, comment, files, findings } = written;
  const head = {
    format: 'glovebox-report',
    version: 1,
    reviewer,
    comment,
    ...report,
    checks: report.checks.map(({ lines: _, ...counts }) => counts),
  };
  const start = JSON.stringify(head, null, 1);
  yield `${start.slice(0, -2)},\n"files":[\n`;
  yield* filesJson(files);
  yield '],\n"findings":[\n';
  yield* findingsJson(findings);
  yield ']\n}\n';
}

function* filesJson(files: Iterable<ReportFile>): Generator<string> {
  let lines: string[] = [];
  let separator = '';
  for (const file of files) {
    lines.push(JSON.stringify(file));
    if (lines.length < FILES_IN_PIECE) continue;
    yield separator + lines.join(',\n');
    [lines, separator] = [[], ',\n'];
  }
  if (lines.length > 0) yield `${separator}${lines.join(',\n')}\n`;
}

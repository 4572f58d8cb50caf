import { toArchiveId } from '../base/ids';
import type { Ledger } from '../catalog/catalog-types';
import { NO_DECISIONS, type Decisions } from '../review/decisions';
import { checkExpected } from '../review/contents/expected-content';
import { contentsCompleteness } from '../review/contents/contents-completeness';
import type { Finding } from '../review/finding';
import { findingRows, placesOfFinding } from '../review/finding-rows';
import { NOTHING_SEEN } from '../review/look-queue';
import { reviewOf, type FileToReview } from '../review/review-input.fixture';
import type { ReviewInput } from '../review/review-input';
import { DEFAULT_OPTIONS, type ReviewOptions } from '../review/review-options';
import { maskFor, NO_MASK } from './mask';
import { buildReport, buildReportBody, type Report } from './report';
import { fileNames } from './report-file-names';
import type { FindingsToReport } from './report-findings';
import { reportJson, type ReportFile } from './report-json';

export interface ReviewToReport {
  readonly archiveName?: string;
  readonly isMasked?: boolean;
  readonly decisions?: Decisions;
  readonly options?: Partial<ReviewOptions>;
  readonly comment?: string;
  readonly expectedList?: string;
  /** Default: one for each held value, which quotes it; one for each file, which names it; one for the archive. */
  readonly findingsOf?: (input: ReviewInput) => readonly Finding[];
}

export interface ReportOfFiles {
  readonly report: Report;
  readonly findings: FindingsToReport;
  readonly json: () => Promise<string>;
}

const ARCHIVE = toArchiveId(0);

/** The report on an archive with these files. */
export async function reportOfFiles(
  files: readonly FileToReview[],
  wanted: ReviewToReport = {},
): Promise<ReportOfFiles> {
  const { archiveName = 'test.zip', isMasked = false, decisions = NO_DECISIONS, comment = '' } = wanted;
  const input = await reviewOf(files, { archiveName });
  const found = (wanted.findingsOf ?? everything)(input);
  const rows = findingRows(found, input);
  const mask = isMasked ? maskFor(input.catalog, rows) : NO_MASK;
  const names = fileNames({
    archives: [{ id: ARCHIVE, name: archiveName, parent: null }],
    pathOf: (file) => input.fileOf(file)?.path ?? '',
    isMasked,
  });
  const body = buildReportBody({
    productVersion: '1.2.3',
    ledger: ledgerOf(input),
    catalog: input.catalog,
    findings: rows,
    decisions,
    options: { ...DEFAULT_OPTIONS, ...wanted.options },
    seen: NOTHING_SEEN,
    contents: {
      expected: checkExpected(wanted.expectedList ?? '', input.catalog),
      completeness: contentsCompleteness(input, found),
    },
    mask,
    names,
  });
  const report = buildReport(body, {
    date: new Date(Date.UTC(2026, 6, 31, 12)),
    archives: [
      {
        id: ARCHIVE,
        bytes: 5000,
        entries: files.length,
        problems: [],
        sha256: 'ab'.repeat(32),
        checksums: { phase: 'none', bad: 0 },
      },
    ],
    coverage: {
      isComplete: true,
      encrypted: 0,
      checks: 'ready',
      inside: { phase: 'done', files: files.length, of: files.length },
    },
    names,
  });
  const findings: FindingsToReport = {
    rows,
    listPlaces: (asked) =>
      Promise.resolve(
        new Map(
          asked.map(({ number }) => {
            const finding = found[number];
            return [number, finding === undefined ? [] : placesOfFinding(finding, input)];
          }),
        ),
      ),
    names,
    decisions,
    mask,
  };
  const listed = input.files.map(({ file, state, summary }): ReportFile => ({
    archive: names.archiveOf(file),
    path: names.of(file),
    bytes: 1000,
    state,
    ...(!isMasked && summary !== null && { sopInstanceUid: summary.sopInstanceUid }),
  }));
  const json = (): Promise<string> =>
    textOf(
      reportJson({ report, reviewer: 'A. Reviewer', comment: mask.prose(comment), files: listed, findings }),
    );
  return { report, findings, json };
}

export async function textOf(pieces: Iterable<string> | AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

const FOUND = { check: 'profile', severity: 'stop', identifying: true, marks: [] } as const;

function everything({ values, files }: ReviewInput): readonly Finding[] {
  return [
    ...values.all.map((held): Finding => ({
      ...FOUND,
      value: held.text,
      message: `Holds “${held.text}”.`,
      place: { held },
    })),
    ...files.map(({ file, path }): Finding => ({
      ...FOUND,
      check: 'gaps',
      severity: 'check',
      identifying: false,
      value: '',
      message: `${path} is of no use.`,
      place: { files: [file] },
    })),
    {
      ...FOUND,
      check: 'archive-names',
      value: 'of Richard Roe',
      message: 'Names Richard Roe.',
      place: { files: [], kind: 'zip-comment' },
    },
  ];
}

function ledgerOf({ files }: ReviewInput): Ledger {
  const cell = (state: string): { readonly entries: number; readonly bytes: number } => {
    const entries = files.filter((file) => file.state === state).length;
    return { entries, bytes: entries * 1000 };
  };
  return {
    entries: files.length,
    bytes: files.length * 1000,
    byState: {
      shown: cell('shown'),
      headerOnly: cell('headerOnly'),
      duplicate: cell('duplicate'),
      notDicom: cell('notDicom'),
      unreadable: cell('unreadable'),
      skipped: cell('skipped'),
    },
  };
}

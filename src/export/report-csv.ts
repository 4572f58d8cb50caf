import { CHECK_WORDS } from '../review/check-words';
import { decisionOf } from '../review/decisions';
import type { FindingRow } from '../review/finding-row';
import { CSV_START, formatCsvRecord } from './csv';
import { placesInPieces, type FindingsToReport } from './report-findings';

const COLUMNS_OF_FINDING = [
  'Check',
  'Title',
  'Severity',
  'Identifying',
  'Path',
  'Kind',
  'Value',
  'Message',
  'Decision',
  'Note',
];

const FINDINGS_IN_PIECE = 500;

/** A record for each finding, with its places counted. */
export function* findingsCsv(findings: FindingsToReport): Generator<string> {
  yield (
    CSV_START + formatCsvRecord([...COLUMNS_OF_FINDING, 'Files', 'Series', 'Studies', 'Patients', 'Example'])
  );
  const { rows, names } = findings;
  for (let at = 0; at < rows.length; at += FINDINGS_IN_PIECE) {
    const records = rows.slice(at, at + FINDINGS_IN_PIECE).map((row) => {
      const { files, series, studies, patients } = row.counts;
      const counts = [files, series, studies, patients].map(String);
      return formatCsvRecord([...fieldsOf(row, row.path, findings), ...counts, names.of(row.example.file)]);
    });
    yield records.join('');
  }
}

/** A record for each place of each finding; the path has item numbers. */
export async function* placesCsv(findings: FindingsToReport): AsyncGenerator<string> {
  yield CSV_START + formatCsvRecord([...COLUMNS_OF_FINDING, 'Archive', 'File']);
  for await (const { row, places } of placesInPieces(findings)) {
    const records = places.map(({ archive = '', file, path = '' }) =>
      formatCsvRecord([...fieldsOf(row, path, findings), archive, file]),
    );
    yield records.join('');
  }
}

function fieldsOf(row: FindingRow, path: string, { decisions, mask }: FindingsToReport): readonly string[] {
  const { check, severity, identifying, kind, value, message } = row;
  const decision = decisionOf(decisions, row);
  return [
    check,
    CHECK_WORDS[check].title,
    severity,
    identifying ? 'yes' : 'no',
    path,
    kind ?? '',
    mask.value(value),
    mask.isOn ? '' : message,
    decision?.verdict ?? '',
    mask.prose(decision?.note ?? ''),
  ];
}

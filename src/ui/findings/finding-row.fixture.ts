import type { FindingRow } from '../../review/finding-row';

/** A finding in a comment of one instance, unless something else is said of it. */
export function findingRow(said: Partial<FindingRow>): FindingRow {
  const { check = 'echoes', path = '00104000', value = 'seen by Dr. Doe' } = said;
  return {
    key: `${check}\n${path}\n${value}`,
    number: 0,
    check,
    severity: 'check',
    identifying: true,
    value,
    marks: [],
    message: 'Holds a name.',
    path,
    kind: null,
    creator: '',
    counts: { files: 1, series: 1, studies: 1, patients: 1 },
    example: { file: null, archive: null, path },
    seriesKey: null,
    ...said,
  };
}

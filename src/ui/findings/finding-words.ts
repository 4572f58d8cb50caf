import type { Decision } from '../../review/decisions';
import type { FindingCounts, FindingRow } from '../../review/finding-row';
import { formatCounted } from '../format';

/** `2,301 instances, 3 series, 2 patients`; '' of the archive as a whole. */
export function countWords({ files, series, patients }: FindingCounts): string {
  if (files === 0) return '';
  if (series === 0) return formatCounted(files, 'file');
  return [
    formatCounted(files, 'instance'),
    series > 1 ? formatCounted(series, 'series', 'series') : '',
    patients > 1 ? formatCounted(patients, 'patient') : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** The largest of these alone, where there is little room. */
export function shortCountWords(counts: FindingCounts): string {
  if (counts.patients > 1) return formatCounted(counts.patients, 'patient');
  return counts.series > 1 ? formatCounted(counts.series, 'series', 'series') : countWords(counts);
}

/** Whether its value is one that a file holds, and not what is said of files as a whole. */
export function isData({ value, path, kind }: FindingRow): boolean {
  return value !== '' && (path !== '' || kind !== null);
}

export const VERDICT_WORDS: Readonly<Record<Decision['verdict'], string>> = {
  accepted: 'Accepted',
  flagged: 'Flagged',
};

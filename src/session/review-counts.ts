import { isRemaining } from '../review/decisions';
import { SEVERITIES, type Severity } from '../review/finding';
import type { FindingRow } from '../review/finding-row';
import type { SessionState } from './state';

type Reviewed = Pick<SessionState, 'review' | 'decisions'>;

interface Remaining {
  readonly findings: readonly FindingRow[];
  readonly decisions: SessionState['decisions'];
  readonly count: number;
  readonly bySeries: ReadonlyMap<string, SeriesFindings>;
}

/** What still waits for a decision in one series, and is in no other. */
export interface SeriesFindings {
  readonly count: number;
  readonly worst: Severity;
}

let latest: Remaining | null = null;

/** How many findings wait for a decision. */
export function remainingFindings(session: Reviewed): number {
  return remainingOf(session).count;
}

/** Of a series by its key; undefined where nothing waits. */
export function remainingInSeries(session: Reviewed, seriesKey: string): SeriesFindings | undefined {
  return remainingOf(session).bySeries.get(seriesKey);
}

/** Counted anew only when there are other findings, or another decision. */
function remainingOf({ review: { findings }, decisions }: Reviewed): Remaining {
  if (latest?.findings !== findings || latest.decisions !== decisions) {
    latest = countRemaining(findings, decisions);
  }
  return latest;
}

function countRemaining(findings: readonly FindingRow[], decisions: SessionState['decisions']): Remaining {
  const bySeries = new Map<string, SeriesFindings>();
  let count = 0;
  for (const finding of findings) {
    if (!isRemaining(decisions, finding)) continue;
    count += 1;
    if (finding.seriesKey === null) continue;
    const before = bySeries.get(finding.seriesKey) ?? { count: 0, worst: 'note' };
    const worst = worseOf(before.worst, finding.severity);
    bySeries.set(finding.seriesKey, { count: before.count + 1, worst });
  }
  return { findings, decisions, count, bySeries };
}

function worseOf(one: Severity, other: Severity): Severity {
  return SEVERITIES.indexOf(one) <= SEVERITIES.indexOf(other) ? one : other;
}

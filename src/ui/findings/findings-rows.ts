import { groupBy } from '../../base/group-by';
import type { CheckId } from '../../review/check-ids';
import { isRemaining, type Decisions, type DecisionTarget } from '../../review/decisions';
import { SEVERITIES, type Severity } from '../../review/finding';
import type { FindingRow } from '../../review/finding-row';
import type { FindingsFilter } from '../../session/state';

/** All that one check has found, as far as the filter leaves it. */
export interface CheckRow {
  readonly kind: 'check';
  readonly key: CheckId;
  readonly check: CheckId;
  /** That the filter leaves. */
  readonly count: number;
  readonly worst: Severity;
  readonly isClosed: boolean;
  readonly position: number;
  readonly setSize: number;
}

export interface FindingItem {
  readonly kind: 'finding';
  readonly key: string;
  readonly finding: FindingRow;
  /** Among those of its check, from 1. */
  readonly position: number;
  readonly setSize: number;
}

/** A row of the list: a check, or a finding below it. */
export type FindingsListRow = CheckRow | FindingItem;

export interface FindingsQuery {
  readonly filter: FindingsFilter;
  readonly decisions: Decisions;
  /** Text to look in, in lower case, of each of the findings; only asked for where there is a text. */
  readonly textsOf: (findings: readonly FindingRow[]) => readonly string[];
}

/** Findings that the filter leaves, in their order. */
export function filterFindings(
  findings: readonly FindingRow[],
  { filter, decisions, textsOf }: FindingsQuery,
): readonly FindingRow[] {
  const { severities, isRemainingOnly } = filter;
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && severities.length === 0 && !isRemainingOnly) return findings;
  const texts = words.length === 0 ? [] : textsOf(findings);
  return findings.filter(
    (finding, index) =>
      (severities.length === 0 || severities.includes(finding.severity)) &&
      (!isRemainingOnly || isRemaining(decisions, finding)) &&
      words.every((word) => texts[index]?.includes(word)),
  );
}

/** Check by check, what is worst first; of closed checks their own row only. */
export function findingsListRows(
  findings: readonly FindingRow[],
  closed: ReadonlySet<CheckId>,
): readonly FindingsListRow[] {
  const groups = [...groupBy(findings, ({ check }) => check)];
  // One array for all: of very many findings, every copy is felt while a filter is typed.
  const rows: FindingsListRow[] = [];
  groups.forEach(([check, found], index) => {
    const isClosed = closed.has(check);
    const place = { position: index + 1, setSize: groups.length };
    const worst = SEVERITIES.find((each) => found.some(({ severity }) => severity === each)) ?? 'note';
    rows.push({ kind: 'check', key: check, check, count: found.length, worst, isClosed, ...place });
    if (!isClosed) addItems(rows, found);
  });
  return rows;
}

function addItems(rows: FindingsListRow[], found: readonly FindingRow[]): void {
  const setSize = found.length;
  let position = 0;
  for (const each of SEVERITIES) {
    for (const finding of found) {
      if (finding.severity !== each) continue;
      position += 1;
      rows.push({ kind: 'finding', key: finding.key, finding, position, setSize });
    }
  }
}

/** Of each check, how many of the findings wait for a decision. */
export function remainingByCheck(
  findings: readonly FindingRow[],
  decisions: Decisions,
): ReadonlyMap<CheckId, number> {
  const counts = new Map<CheckId, number>();
  for (const finding of findings) {
    if (isRemaining(decisions, finding)) counts.set(finding.check, (counts.get(finding.check) ?? 0) + 1);
  }
  return counts;
}

/** What is decided on in a row. */
export function targetOf(row: FindingsListRow): DecisionTarget {
  return row.kind === 'check' ? { check: row.check } : { finding: row.key };
}

/** Where to go on from a row: the next finding that waits for a decision, else the next row; null at the end. */
export function nextToDecide(
  rows: readonly FindingsListRow[],
  key: string,
  decisions: Decisions,
): string | null {
  const after = rows.slice(rows.findIndex((row) => row.key === key) + 1);
  const waiting = after.find((row) => row.kind === 'finding' && isRemaining(decisions, row.finding));
  return (waiting ?? after[0])?.key ?? null;
}

/** The key of the row of its check. */
export function checkOf(row: FindingsListRow): CheckId {
  return row.kind === 'check' ? row.check : row.finding.check;
}

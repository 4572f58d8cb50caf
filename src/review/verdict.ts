import type { Ledger } from '../catalog/catalog-types';
import { decisionOf, type Decisions } from './decisions';
import type { FindingRow } from './finding-row';
import { isSeen, type Look, type SeenPictures } from './look-queue';

export interface VerdictInput {
  /** `running`: there may be more findings. */
  readonly phase: 'running' | 'ready' | 'failed';
  readonly findings: readonly FindingRow[];
  readonly decisions: Decisions;
  readonly looks: readonly Look[];
  readonly seen: SeenPictures;
  readonly ledger: Ledger;
  /** Of the entries that could not be read: those for want of a password. */
  readonly encrypted: number;
  /** That could not be read at all, or were left closed inside another. */
  readonly closedArchives: number;
  readonly inside: {
    readonly phase: 'running' | 'stopped' | 'done';
    readonly entriesDone: number;
    readonly entries: number;
  } | null;
}

/** What can be said of a transfer, and no more. */
export interface Verdict {
  readonly phase: VerdictInput['phase'];
  /** Findings that must not leave: stops that wait for a decision, and all that the reviewer has flagged. */
  readonly stopping: number;
  /** That wait for a decision, apart from those that are settled by looking at pictures. */
  readonly toCheck: number;
  /** That need no decision, and have none. */
  readonly notes: number;
  readonly accepted: number;
  readonly flagged: number;
  /** Series with pictures that may carry text, and how many of them have not been looked at. */
  readonly seriesToLookAt: number;
  readonly seriesUnseen: number;
  /** Entries whose content is not known, `encrypted` among them. */
  readonly unread: number;
  readonly encrypted: number;
  readonly closedArchives: number;
  /** Files that are still to be looked into as a whole; null: nobody has begun to. */
  readonly notLookedInto: number | null;
  readonly isLookInsideStopped: boolean;
}

export function computeVerdict(input: VerdictInput): Verdict {
  const { phase, looks, seen, ledger, encrypted, closedArchives, inside } = input;
  const { unreadable, skipped } = ledger.byState;
  return {
    phase,
    ...countFindings(input),
    seriesToLookAt: looks.length,
    seriesUnseen: looks.filter(({ series }) => !isSeen(series, seen)).length,
    unread: unreadable.entries + skipped.entries,
    encrypted,
    closedArchives,
    notLookedInto: notLookedInto(inside),
    isLookInsideStopped: inside?.phase === 'stopped',
  };
}

/** Whether all has been looked at that the checks look at: what they have not found is not there for them to find. */
export function isWholeLookedAt({ phase, unread, closedArchives, notLookedInto }: Verdict): boolean {
  return phase === 'ready' && unread === 0 && closedArchives === 0 && notLookedInto === 0;
}

type FindingCounts = Pick<Verdict, 'stopping' | 'toCheck' | 'notes' | 'accepted' | 'flagged'>;

function countFindings({ findings, decisions, looks }: VerdictInput): FindingCounts {
  const looked = new Set(looks.flatMap((look) => look.findings.map(({ key }) => key)));
  const counts = { stopping: 0, toCheck: 0, notes: 0, accepted: 0, flagged: 0 };
  for (const finding of findings) {
    const verdict = decisionOf(decisions, finding)?.verdict;
    if (verdict !== undefined) counts[verdict] += 1;
    if (verdict === 'flagged') counts.stopping += 1;
    if (verdict !== undefined) continue;
    if (finding.severity === 'stop') counts.stopping += 1;
    else if (looked.has(finding.key)) continue;
    else if (finding.severity === 'check') counts.toCheck += 1;
    else counts.notes += 1;
  }
  return counts;
}

function notLookedInto(inside: VerdictInput['inside']): number | null {
  if (inside === null) return null;
  return inside.phase === 'done' ? 0 : inside.entries - inside.entriesDone;
}

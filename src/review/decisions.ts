import { addStep, type Steps, takeStep } from '../base/steps';
import type { CheckId } from './check-ids';
import type { Severity } from './finding';

/** What the reviewer has said of a finding, or of all that a check finds. */
export interface Decision {
  /** `accepted`: it may leave as it is. `flagged`: it must not. */
  readonly verdict: 'accepted' | 'flagged';
  readonly note: string;
}

export interface Decisions extends Steps<DecisionStep> {
  /** By the keys of findings. */
  readonly findings: ReadonlyMap<string, Decision>;
  /** Of a check as a whole; a finding's own decision goes before it. */
  readonly checks: ReadonlyMap<CheckId, Decision>;
}

/** What is decided on: a finding by its key, or all that a check finds. */
export type DecisionTarget = { readonly finding: string } | { readonly check: CheckId };

/** What was decided before a change, or after it; null: nothing. */
interface DecisionStep {
  readonly target: DecisionTarget;
  readonly decision: Decision | null;
}

export const NO_DECISIONS: Decisions = { findings: new Map(), checks: new Map(), past: [], future: [] };

const MOST_STEPS = 1000;

/** What holds for a finding: what was said of it, else of its check. */
export function decisionOf(
  { findings, checks }: Decisions,
  { key, check }: { readonly key: string; readonly check: CheckId },
): Decision | null {
  return findings.get(key) ?? checks.get(check) ?? null;
}

/** Whether a finding waits for a decision: notes do not. */
export function isRemaining(
  decisions: Decisions,
  finding: { readonly key: string; readonly check: CheckId; readonly severity: Severity },
): boolean {
  return finding.severity !== 'note' && decisionOf(decisions, finding) === null;
}

export function isSameTarget(one: DecisionTarget, other: DecisionTarget): boolean {
  if ('finding' in one) return 'finding' in other && one.finding === other.finding;
  return 'check' in other && one.check === other.check;
}

/** What was said of the target itself. */
export function decisionOn({ findings, checks }: Decisions, target: DecisionTarget): Decision | null {
  return ('finding' in target ? findings.get(target.finding) : checks.get(target.check)) ?? null;
}

/** Says something of a finding or a check in place of what was said; null takes it back. */
export function decide(decisions: Decisions, target: DecisionTarget, decision: Decision | null): Decisions {
  const before = decisionOn(decisions, target);
  if (isSameDecision(before, decision)) return decisions;
  const steps = addStep(decisions, { target, decision: before }, MOST_STEPS);
  return { ...withStep(decisions, { target, decision }), ...steps };
}

export function undoDecision(decisions: Decisions): Decisions {
  return goTo(decisions, 'past');
}

export function redoDecision(decisions: Decisions): Decisions {
  return goTo(decisions, 'future');
}

function goTo(decisions: Decisions, from: 'past' | 'future'): Decisions {
  const taken = takeStep(decisions, from, ({ target }) => ({
    target,
    decision: decisionOn(decisions, target),
  }));
  return taken === null ? decisions : { ...withStep(decisions, taken.step), ...taken.steps };
}

function withStep(decisions: Decisions, { target, decision }: DecisionStep): Decisions {
  return 'finding' in target
    ? { ...decisions, findings: withDecision(decisions.findings, target.finding, decision) }
    : { ...decisions, checks: withDecision(decisions.checks, target.check, decision) };
}

function withDecision<Key>(
  decisions: ReadonlyMap<Key, Decision>,
  key: Key,
  decision: Decision | null,
): ReadonlyMap<Key, Decision> {
  const changed = new Map(decisions);
  if (decision === null) changed.delete(key);
  else changed.set(key, decision);
  return changed;
}

function isSameDecision(one: Decision | null, other: Decision | null): boolean {
  return one?.verdict === other?.verdict && one?.note === other?.note;
}

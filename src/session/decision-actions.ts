import {
  decide,
  redoDecision,
  undoDecision,
  type Decision,
  type Decisions,
  type DecisionTarget,
} from '../review/decisions';
import { selectFinding } from './finding-actions';
import { useSession } from './store';
import { showFindings } from './wanted-row';

/** Says something of a finding, or of all that a check finds; null takes it back. */
export function decideOn(target: DecisionTarget, decision: Decision | null): void {
  change((decisions) => decide(decisions, target, decision));
}

/** Takes back what was last decided, and goes to what it was about. */
export function undoLastDecision(): void {
  takeStep('past', undoDecision);
}

export function redoLastDecision(): void {
  takeStep('future', redoDecision);
}

function takeStep(from: 'past' | 'future', taken: (decisions: Decisions) => Decisions): void {
  const step = useSession.getState().decisions[from].at(-1);
  if (step === undefined) return;
  change(taken);
  selectFinding('finding' in step.target ? step.target.finding : step.target.check);
  showFindings();
}

function change(changed: (decisions: Decisions) => Decisions): void {
  useSession.setState(({ decisions }) => ({ decisions: changed(decisions) }));
}

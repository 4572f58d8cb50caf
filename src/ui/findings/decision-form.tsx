import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup } from '@base-ui/react/toggle-group';
import { Check, Flag, Undo2 } from 'lucide-react';
import { useState, type KeyboardEvent, type RefObject } from 'react';
import { decisionOn, type Decision, type Decisions, type DecisionTarget } from '../../review/decisions';
import { decideOn, undoLastDecision } from '../../session/decision-actions';
import { showFindings } from '../../session/wanted-row';
import { Button, IconButton } from '../button';
import { formatCount } from '../format';
import pane from '../pane.module.css';
import styles from './decision-form.module.css';
import { VERDICT_WORDS } from './finding-words';
import { checkOf, targetOf, type FindingsListRow } from './findings-rows';

type Scope = 'row' | 'check';

interface DecisionFormProps {
  readonly row: FindingsListRow;
  /** How many findings its check has. */
  readonly countOfCheck: number;
  readonly decisions: Decisions;
  readonly noteField: RefObject<HTMLInputElement | null>;
  readonly noteOn: (target: DecisionTarget) => string;
  readonly onNote: (target: DecisionTarget, text: string) => void;
}

/** Accepts or flags a finding, or all that a check finds, with a note. */
export function DecisionForm(props: DecisionFormProps) {
  const { row, countOfCheck, decisions, noteField, noteOn, onNote } = props;
  const [scope, setScope] = useState<Scope>(row.kind === 'check' ? 'check' : 'row');
  const target = scope === 'check' ? { check: checkOf(row) } : targetOf(row);
  const decision = decisionOn(decisions, target);
  const note = noteOn(target);
  const inherited =
    row.kind === 'finding' && decision === null ? decisions.checks.get(row.finding.check) : undefined;

  /** Once more takes it back. */
  function toggle(verdict: Decision['verdict']): void {
    const isTaken = decision?.verdict === verdict && decision.note === note;
    decideOn(target, isTaken ? null : { verdict, note });
  }

  function onNoteKey(event: KeyboardEvent): void {
    if (event.key === 'Enter') decideOn(target, { verdict: decision?.verdict ?? 'accepted', note });
    else if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    showFindings();
  }

  return (
    <div className={styles.form} role="group" aria-label="Decision">
      {row.kind === 'check' ? (
        <p className={styles.inherited}>For all {formatCount(countOfCheck)} findings of this check</p>
      ) : (
        <ToggleGroup
          className={styles.scopes}
          aria-label="Decide on"
          value={[scope]}
          onValueChange={([chosen]: Scope[]) => setScope(chosen ?? scope)}
        >
          <Toggle className={styles.scope} value="row">
            This finding
          </Toggle>
          <Toggle className={styles.scope} value="check">
            All {formatCount(countOfCheck)} of this check
          </Toggle>
        </ToggleGroup>
      )}
      {inherited === undefined ? null : (
        <p className={styles.inherited}>
          {[`${VERDICT_WORDS[inherited.verdict]} with its check`, inherited.note].filter(Boolean).join(': ')}
        </p>
      )}
      <input
        ref={noteField}
        className={`${pane.search ?? ''} ${styles.note ?? ''}`}
        placeholder="Note"
        aria-label="Note"
        title="Enter accepts with this note; N in the list comes here"
        value={note}
        onChange={({ target: { value } }) => onNote(target, value)}
        onKeyDown={onNoteKey}
      />
      <div className={styles.buttons}>
        <Button
          look="outlined"
          aria-pressed={decision?.verdict === 'accepted'}
          title="A in the list"
          onClick={() => toggle('accepted')}
        >
          <Check size={15} aria-hidden />
          <span className={styles.word}>Accept</span>
        </Button>
        <Button
          look="outlined"
          aria-pressed={decision?.verdict === 'flagged'}
          title="F in the list"
          onClick={() => toggle('flagged')}
        >
          <Flag size={15} aria-hidden />
          <span className={styles.word}>Flag</span>
        </Button>
        <IconButton
          icon={Undo2}
          label="Undo the last decision"
          shortcut="Z"
          disabled={decisions.past.length === 0}
          onClick={undoLastDecision}
        />
      </div>
    </div>
  );
}

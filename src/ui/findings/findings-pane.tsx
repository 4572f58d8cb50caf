import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { decisionOn, isSameTarget, NO_DECISIONS, type DecisionTarget } from '../../review/decisions';
import type { FindingRow } from '../../review/finding-row';
import { useSession } from '../../session/store';
import pane from '../pane.module.css';
import { ExpectedContentButton } from '../review/expected-content-button';
import { OptionsButton } from '../review/options-button';
import { Verdict } from '../review/verdict';
import { useDictionary } from '../use-dictionary';
import workspace from '../workspace.module.css';
import { DecisionForm } from './decision-form';
import { Evidence } from './evidence';
import { FindingsFilterBar } from './findings-filter-bar';
import { FindingsList } from './findings-list';
import styles from './findings-pane.module.css';
import {
  checkOf,
  filterFindings,
  findingsListRows,
  remainingByCheck,
  type FindingsListRow,
} from './findings-rows';
import { FindingsSearch } from './findings-search';
import { InsideProgressLine } from './inside-progress-line';
import { searchTexts } from './use-place-words';

/** A note that is being written, and what on. */
interface NoteDraft {
  readonly target: DecisionTarget;
  readonly text: string;
}

/** What the checks have found, with what the reviewer says of it. */
export function FindingsPane() {
  const phase = useSession((session) => session.review.phase);
  const findings = useSession((session) => session.review.findings);
  const decisions = useSession((session) => session.decisions);
  const closed = useSession((session) => session.closedChecks);
  const selected = useSession((session) => session.selectedFinding);
  // The field answers at once, the rows as soon as they can.
  const filter = useDeferredValue(useSession((session) => session.findingsFilter));
  const dictionary = useDictionary();
  const noteField = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState<NoteDraft>({ target: { finding: '' }, text: '' });
  // Decisions change the rows only where those that were made are left out.
  const decisionsInFilter = filter.isRemainingOnly ? decisions : NO_DECISIONS;
  const found = useMemo(() => {
    const textsOf = () => searchTexts(findings, dictionary);
    return filterFindings(findings, { filter, decisions: decisionsInFilter, textsOf });
  }, [findings, filter, decisionsInFilter, dictionary]);
  const rows = useMemo(() => findingsListRows(found, closed), [found, closed]);
  const remaining = useMemo(() => remainingByCheck(found, decisions), [found, decisions]);
  const selectedRow = rows.find(({ key }) => key === selected);

  /** What is written in the field, else what was said. */
  function noteOn(target: DecisionTarget): string {
    return isSameTarget(draft.target, target) ? draft.text : (decisionOn(decisions, target)?.note ?? '');
  }

  return (
    <>
      <Verdict />
      <InsideProgressLine />
      <div className={styles.controls}>
        <FindingsSearch dictionary={dictionary} />
        <OptionsButton />
        <ExpectedContentButton />
      </div>
      {findings.length === 0 ? (
        <p className={pane.empty}>{EMPTY_WORDS[phase]}</p>
      ) : (
        <>
          <FindingsFilterBar findings={findings} />
          <Group className={styles.split} orientation="vertical" id="findings">
            <Panel id="findings-list" className={styles.panel} minSize={90}>
              {rows.length === 0 ? (
                <p className={pane.empty}>No such finding</p>
              ) : (
                <FindingsList
                  {...{ rows, remaining, decisions, dictionary, noteOn }}
                  onNote={() => noteField.current?.focus()}
                />
              )}
            </Panel>
            <Separator
              className={`${workspace.separator ?? ''} ${styles.separator ?? ''}`}
              aria-label="Height of the evidence"
            />
            <Panel id="findings-evidence" className={styles.panel} defaultSize="48%" minSize={120}>
              {selectedRow === undefined ? (
                <p className={pane.empty}>Select a finding to see what it rests on</p>
              ) : (
                <div className={styles.evidence} key={selectedRow.key}>
                  <Evidence row={selectedRow} dictionary={dictionary} />
                  <DecisionForm
                    row={selectedRow}
                    countOfCheck={countOf(selectedRow, findings)}
                    {...{ decisions, noteOn, noteField }}
                    onNote={(target, text) => setDraft({ target, text })}
                  />
                </div>
              )}
            </Panel>
          </Group>
        </>
      )}
    </>
  );
}

function countOf(row: FindingsListRow, findings: readonly FindingRow[]): number {
  return findings.filter(({ check }) => check === checkOf(row)).length;
}

const EMPTY_WORDS = {
  empty: 'Reading…',
  running: 'Reading…',
  ready: 'The checks have found nothing.',
  failed: 'The checks could not be run. Close the archive and open it again.',
} as const;

import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import type { Dictionary } from '../../dicom/dictionary';
import type { CheckId } from '../../review/check-ids';
import {
  decide,
  decisionOf,
  type Decision,
  type Decisions,
  type DecisionTarget,
} from '../../review/decisions';
import { decideOn, redoLastDecision, undoLastDecision } from '../../session/decision-actions';
import { selectFinding, showPlace, toggleCheck } from '../../session/finding-actions';
import { useSession } from '../../session/store';
import { takeWantedRow } from '../../session/wanted-row';
import { useRowFocus, withFocused } from '../use-row-focus';
import { CheckCells } from './check-cells';
import { FindingCells } from './finding-cells';
import styles from './findings-list.module.css';
import { checkOf, nextToDecide, targetOf, type FindingsListRow } from './findings-rows';

const ROW_HEIGHT = { check: 34, finding: 46 } as const;

interface FindingsListProps {
  readonly rows: readonly FindingsListRow[];
  /** How many findings of each check wait for a decision. */
  readonly remaining: ReadonlyMap<CheckId, number>;
  readonly decisions: Decisions;
  readonly dictionary: Dictionary | null;
  /** What is to be written down with a decision. */
  readonly noteOn: (target: DecisionTarget) => string;
  /** Called when the reader wants to write a note. */
  readonly onNote: () => void;
}

/** The findings below their checks; the evidence of the one that has the focus is shown. */
export function FindingsList({ rows, remaining, decisions, dictionary, noteOn, onNote }: FindingsListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const selected = useSession((session) => session.selectedFinding);
  const isWanted = useSession(({ wantedRow }) => wantedRow?.pane === 'findings');
  const keys = useMemo(() => rows.map(({ key }) => key), [rows]);
  const { focusedKey, focusedIndex, setFocusedKey, moveBy, moveTo, handleKey } = useRowFocus({
    keys,
    initialKey: selected,
    scroller,
    scrollToIndex: (index) => virtualizer.scrollToIndex(index),
  });
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => ROW_HEIGHT[rows[index]?.kind ?? 'finding'],
    // A new one has all rows measured again: their heights go by kind.
    getItemKey: useCallback((index: number) => keys[index] ?? index, [keys]),
    overscan: 8,
    rangeExtractor: (range) => withFocused(defaultRangeExtractor(range), focusedIndex),
  });

  useEffect(() => {
    if (!isWanted || focusedKey === null) return;
    moveTo(selected !== null && keys.includes(selected) ? selected : focusedKey);
    takeWantedRow();
  });

  function decideOnRow(row: FindingsListRow, verdict: Decision['verdict'] | null): void {
    const target = targetOf(row);
    const decision = verdict === null ? null : { verdict, note: noteOn(target) };
    const next =
      decision === null ? row.key : nextToDecide(rows, row.key, decide(decisions, target, decision));
    decideOn(target, decision);
    if (next !== null) moveTo(next);
  }

  function show(row: FindingsListRow, isFocused: boolean): void {
    if (row.kind === 'check') toggleCheck(row.check);
    else showPlace(row.finding, { ...row.finding.example, kind: row.finding.kind }, isFocused);
  }

  function onKeyDown(event: KeyboardEvent, row: FindingsListRow): void {
    if (takeHistoryKey(event)) return;
    const rowsInSight = Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT.finding) - 1;
    const isOpenCheck = row.kind === 'check' && !row.isClosed;
    handleKey(event, {
      PageDown: () => moveBy(Math.max(1, rowsInSight)),
      PageUp: () => moveBy(-Math.max(1, rowsInSight)),
      ArrowRight: () => (row.kind === 'check' && row.isClosed ? toggleCheck(row.check) : moveBy(1)),
      ArrowLeft: () => (isOpenCheck ? toggleCheck(row.check) : moveTo(checkOf(row))),
      Enter: () => show(row, true),
      ' ': () => show(row, false),
      a: () => decideOnRow(row, 'accepted'),
      f: () => decideOnRow(row, 'flagged'),
      Delete: () => decideOnRow(row, null),
      Backspace: () => decideOnRow(row, null),
      n: onNote,
      z: undoLastDecision,
    });
  }

  return (
    <div className={styles.list} role="treegrid" aria-label="Findings" aria-rowcount={rows.length}>
      <div ref={scroller} className={styles.scroller} role="rowgroup" tabIndex={-1}>
        <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }} role="presentation">
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            return (
              <div
                key={item.key}
                {...rowAttributes(row)}
                aria-rowindex={item.index + 1}
                aria-selected={row.key === selected}
                tabIndex={row.key === focusedKey ? 0 : -1}
                className={styles.row}
                style={{ transform: `translateY(${String(item.start)}px)`, height: item.size }}
                onFocus={() => {
                  setFocusedKey(row.key);
                  selectFinding(row.key);
                }}
                onKeyDown={(event) => onKeyDown(event, row)}
                onClick={row.kind === 'check' ? () => toggleCheck(row.check) : undefined}
                onDoubleClick={row.kind === 'check' ? undefined : () => show(row, true)}
              >
                {row.kind === 'check' ? (
                  <CheckCells
                    row={row}
                    remaining={remaining.get(row.check) ?? 0}
                    decision={decisions.checks.get(row.check) ?? null}
                  />
                ) : (
                  <FindingCells
                    finding={row.finding}
                    decision={decisionOf(decisions, row.finding)}
                    dictionary={dictionary}
                  />
                )}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function rowAttributes(row: FindingsListRow) {
  const shared = {
    role: 'row',
    'data-row-key': row.key,
    'data-kind': row.kind,
    'aria-posinset': row.position,
    'aria-setsize': row.setSize,
  };
  if (row.kind === 'check') return { ...shared, 'aria-level': 1, 'aria-expanded': !row.isClosed };
  const { check, severity } = row.finding;
  return {
    ...shared,
    'aria-level': 2,
    'data-testid': 'finding',
    'data-check': check,
    'data-severity': severity,
  };
}

/** Ctrl or Cmd with Z, Shift Z or Y: of the decisions here, of the measurements elsewhere. */
function takeHistoryKey(event: KeyboardEvent): boolean {
  const { ctrlKey, metaKey, altKey, shiftKey } = event;
  const key = event.key.toLowerCase();
  if (!(ctrlKey || metaKey) || altKey || (key !== 'z' && key !== 'y')) return false;
  event.preventDefault();
  event.stopPropagation();
  if (key === 'z' && !shiftKey) undoLastDecision();
  else redoLastDecision();
  return true;
}

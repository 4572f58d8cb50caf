import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, type KeyboardEvent } from 'react';
import type { AlignedRow } from '../../dicom/align-headers';
import type { PinnedHeader } from '../../session/state';
import { useIsNarrow } from '../use-is-narrow';
import { useRowFocus } from '../use-row-focus';
import { ComparisonCells } from './comparison-cells';
import { ComparisonHeads } from './comparison-heads';
import { findDifference, findParent } from './comparison-rows';
import styles from './comparison-tree.module.css';

const ROW_HEIGHT = 28;
/** Where the name stands over the values. */
const NARROW_ROW_HEIGHT = 46;

interface ComparisonTreeProps {
  readonly compared: readonly PinnedHeader[];
  readonly rows: readonly AlignedRow[];
  /** Keys of rows that are not as at first: sequences and items that are closed, values that are shown in full. */
  readonly toggled: ReadonlySet<string>;
  readonly onToggle: (key: string) => void;
}

export function ComparisonTree({ compared, rows, toggled, onToggle }: ComparisonTreeProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = useIsNarrow() ? NARROW_ROW_HEIGHT : ROW_HEIGHT;
  const keys = useMemo(() => rows.map(({ key }) => key), [rows]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => keys[index] ?? index,
    overscan: 10,
  });
  const { focusedKey, setFocusedKey, moveBy, moveTo, handleKey } = useRowFocus({
    keys,
    initialKey: null,
    scroller,
    scrollToIndex: (index) => virtualizer.scrollToIndex(index),
  });
  const focusedIndex = focusedKey === null ? -1 : keys.indexOf(focusedKey);
  /** Before the focus has been in the rows, the first of them has not been passed. */
  const hasBeenEntered = useRef(false);

  function moveToDifference(step: 1 | -1): void {
    const index = hasBeenEntered.current ? focusedIndex : -1;
    const row = rows[findDifference(rows, toggled, { index, step })];
    if (row !== undefined) moveTo(row.key);
  }

  function moveToParent(): void {
    const parent = rows[findParent(rows, focusedIndex)];
    if (parent !== undefined) moveTo(parent.key);
  }

  function onKeyDown(event: KeyboardEvent, row: AlignedRow): void {
    const isContainer = row.kind !== 'element';
    const isClosed = isContainer && toggled.has(row.key);
    handleKey(event, {
      ArrowRight: () => (isClosed ? onToggle(row.key) : moveBy(1)),
      ArrowLeft: () => (isContainer && !isClosed ? onToggle(row.key) : moveToParent()),
      Enter: () => onToggle(row.key),
      ' ': () => onToggle(row.key),
      n: () => moveToDifference(1),
      p: () => moveToDifference(-1),
    });
  }

  return (
    <div
      className={styles.tree}
      role="treegrid"
      aria-label="Compared headers"
      aria-rowcount={rows.length + 1}
      data-headers={compared.length}
    >
      <ComparisonHeads compared={compared} onMoveToDifference={moveToDifference} />
      <div ref={scroller} className={styles.scroller} role="rowgroup" tabIndex={-1}>
        <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            const isToggled = toggled.has(row.key);
            return (
              <div
                key={row.key}
                ref={virtualizer.measureElement}
                role="row"
                data-testid="compare-row"
                data-path={row.path}
                data-differs={row.differs}
                data-row-key={row.key}
                data-kind={row.kind}
                data-index={item.index}
                data-in-full={row.kind === 'element' && isToggled}
                aria-level={row.depth + 1}
                aria-rowindex={item.index + 2}
                aria-expanded={row.kind === 'element' ? undefined : !isToggled}
                tabIndex={row.key === focusedKey ? 0 : -1}
                className={styles.row}
                style={{ transform: `translateY(${String(item.start)}px)`, minHeight: rowHeight }}
                onFocus={() => {
                  hasBeenEntered.current = true;
                  setFocusedKey(row.key);
                }}
                onKeyDown={(event) => onKeyDown(event, row)}
                onClick={() => onToggle(row.key)}
              >
                <ComparisonCells row={row} isToggled={isToggled} />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

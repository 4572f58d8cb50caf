import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { HeaderRow } from '../../dicom/header-row';
import type { FindingRow } from '../../review/finding-row';
import { showFindings, takeWantedRow } from '../../session/wanted-row';
import { useRowFocus, withFocused } from '../use-row-focus';
import { HeaderCells } from './header-cells';
import type { HeaderSearch } from './header-search';
import styles from './header-tree.module.css';
import { placesOf } from './row-places';
import type { FindingsByPath } from './use-header-findings';
import type { WantedHeaderRow } from './use-wanted-row';

const ROW_HEIGHT = 26;
/** One and the same, so that cells are not drawn again. */
const NO_FINDINGS: readonly FindingRow[] = [];

interface HeaderTreeProps {
  readonly rows: readonly HeaderRow[];
  readonly search: HeaderSearch;
  /** By path: the rows of another header, whose values are shown beside those that differ. */
  readonly before: ReadonlyMap<string, HeaderRow> | null;
  readonly findings: FindingsByPath;
  /** A row that is to be shown. */
  readonly wanted: WantedHeaderRow | null;
  readonly collapsed: ReadonlySet<string>;
  readonly onToggle: (path: string) => void;
  readonly onOpen: (row: HeaderRow) => void;
  readonly onCopy: (row: HeaderRow) => void;
}

export function HeaderTree(props: HeaderTreeProps) {
  const { rows, search, before, findings, wanted, collapsed, onToggle, onOpen, onCopy } = props;
  const scroller = useRef<HTMLDivElement>(null);
  // The row that was last asked for, until another one is chosen.
  const [shownPath, setShownPath] = useState('');
  const keys = useMemo(() => rows.map(({ path }) => path), [rows]);
  const placeOf = useMemo(() => placesOf(rows), [rows]);
  const { focusedKey, focusedIndex, setFocusedKey, moveBy, moveTo, handleKey } = useRowFocus({
    keys,
    initialKey: null,
    scroller,
    scrollToIndex: (index) => virtualizer.scrollToIndex(index),
  });
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => keys[index] ?? index,
    overscan: 10,
    rangeExtractor: (range) => withFocused(defaultRangeExtractor(range), focusedIndex),
  });

  // Not before search and filters let it be among the rows.
  useEffect(() => {
    const index = wanted === null ? -1 : keys.indexOf(wanted.path);
    if (wanted === null || index < 0) return;
    setShownPath(wanted.path);
    if (wanted.isFocused) moveTo(wanted.path);
    else setFocusedKey(wanted.path);
    virtualizer.scrollToIndex(index, { align: 'center' });
    takeWantedRow();
  }, [wanted, keys, moveTo, setFocusedKey, virtualizer]);

  function onKeyDown(event: KeyboardEvent, row: HeaderRow, index: number): void {
    if (isCopyKey(event) && document.getSelection()?.isCollapsed !== false) {
      event.preventDefault();
      onCopy(row);
      return;
    }
    const canToggle = row.kind !== 'element';
    const isCollapsed = collapsed.has(row.path);
    const parent = rows[placeOf(index).parent];
    const rowsInSight = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1);
    handleKey(event, {
      PageDown: () => moveBy(rowsInSight),
      PageUp: () => moveBy(-rowsInSight),
      Enter: () => onOpen(row),
      ' ': () => (canToggle ? onToggle(row.path) : onOpen(row)),
      ArrowRight: () => (canToggle && isCollapsed ? onToggle(row.path) : moveBy(canToggle ? 1 : 0)),
      ArrowLeft: () => {
        if (canToggle && !isCollapsed) onToggle(row.path);
        else if (parent !== undefined) moveTo(parent.path);
      },
      // Back to where the row was shown from.
      ...(row.path === shownPath ? { Escape: showFindings } : {}),
    });
  }

  return (
    <div className={styles.tree} role="treegrid" aria-label="Elements" aria-rowcount={rows.length + 1}>
      <div role="rowgroup">
        <div role="row" aria-rowindex={1} className={styles.headings}>
          <span role="columnheader">Tag</span>
          <span role="columnheader">Name</span>
          <span role="columnheader">VR</span>
          <span role="columnheader" data-wide>
            VM
          </span>
          <span role="columnheader" data-wide>
            Length
          </span>
          <span role="columnheader">Value</span>
        </div>
      </div>
      <div ref={scroller} className={styles.scroller} role="rowgroup" tabIndex={-1}>
        <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            const isExpandable = row.kind !== 'element';
            const place = placeOf(item.index);
            return (
              <div
                key={item.key}
                role="row"
                data-testid="header-row"
                data-path={row.path}
                data-row-key={row.path}
                data-kind={row.kind}
                aria-current={row.path === shownPath}
                aria-level={row.depth + 1}
                aria-posinset={place.position}
                aria-setsize={place.setSize}
                aria-rowindex={item.index + 2}
                {...(isExpandable ? { 'aria-expanded': !collapsed.has(row.path) } : {})}
                tabIndex={row.path === focusedKey ? 0 : -1}
                className={styles.row}
                style={{ transform: `translateY(${String(item.start)}px)`, height: item.size }}
                onFocus={() => {
                  setFocusedKey(row.path);
                  if (row.path !== shownPath) setShownPath('');
                }}
                onKeyDown={(event) => onKeyDown(event, row, item.index)}
                onClick={isExpandable ? () => onToggle(row.path) : undefined}
                onDoubleClick={isExpandable ? undefined : () => onOpen(row)}
              >
                <HeaderCells
                  row={row}
                  search={search}
                  before={before?.get(row.path) ?? null}
                  findings={findings.get(row.path) ?? NO_FINDINGS}
                  isCollapsed={collapsed.has(row.path)}
                  onOpen={onOpen}
                />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function isCopyKey({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'c';
}

import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, type KeyboardEvent } from 'react';
import type { HeaderRow } from '../../dicom/header-row';
import { useRowFocus } from '../use-row-focus';
import { HeaderCells } from './header-cells';
import type { HeaderSearch } from './header-search';
import styles from './header-tree.module.css';
import { placesOf } from './row-places';

const ROW_HEIGHT = 26;

interface HeaderTreeProps {
  readonly rows: readonly HeaderRow[];
  readonly search: HeaderSearch;
  /** By path: the rows of another header, whose values are shown beside those that differ. */
  readonly before: ReadonlyMap<string, HeaderRow> | null;
  readonly collapsed: ReadonlySet<string>;
  readonly onToggle: (path: string) => void;
  readonly onOpen: (row: HeaderRow) => void;
  readonly onCopy: (row: HeaderRow) => void;
}

export function HeaderTree(props: HeaderTreeProps) {
  const { rows, search, before, collapsed, onToggle, onOpen, onCopy } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const keys = useMemo(() => rows.map(({ path }) => path), [rows]);
  const placeOf = useMemo(() => placesOf(rows), [rows]);
  const { focusedKey, setFocusedKey, moveBy, moveTo, handleKey } = useRowFocus({
    keys,
    initialKey: null,
    scroller,
    scrollToIndex: (index) => virtualizer.scrollToIndex(index),
  });
  const focusedIndex = focusedKey === null ? -1 : keys.indexOf(focusedKey);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => keys[index] ?? index,
    overscan: 10,
    // Scrolled out of sight, the row keeps the focus: Tab and the arrows go on from there.
    rangeExtractor: (range) => withIndex(defaultRangeExtractor(range), focusedIndex),
  });

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
                }}
                onKeyDown={(event) => onKeyDown(event, row, item.index)}
                onClick={isExpandable ? () => onToggle(row.path) : undefined}
                onDoubleClick={isExpandable ? undefined : () => onOpen(row)}
              >
                <HeaderCells
                  row={row}
                  search={search}
                  before={before?.get(row.path) ?? null}
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

function withIndex(indices: number[], index: number): number[] {
  if (index < 0 || indices.includes(index)) return indices;
  return [...indices, index].sort((a, b) => a - b);
}

function isCopyKey({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'c';
}

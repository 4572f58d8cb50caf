import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronRight } from 'lucide-react';
import { memo, useMemo, useRef, type KeyboardEvent } from 'react';
import type { HeaderRow } from '../../dicom/header-row';
import { formatBytes } from '../format';
import { useRowFocus } from '../use-row-focus';
import styles from './header-tree.module.css';

const ROW_HEIGHT = 26;
const INDENT_PIXELS = 12;

interface HeaderTreeProps {
  readonly rows: readonly HeaderRow[];
  readonly collapsed: ReadonlySet<string>;
  readonly onToggle: (path: string) => void;
}

export function HeaderTree({ rows, collapsed, onToggle }: HeaderTreeProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
  });
  const keys = useMemo(() => rows.map(({ path }) => path), [rows]);
  const { focusedKey, setFocusedKey, moveBy, handleKey } = useRowFocus({
    keys,
    initialKey: null,
    scroller,
    scrollToIndex: (index) => virtualizer.scrollToIndex(index),
  });

  function onKeyDown(event: KeyboardEvent, row: HeaderRow): void {
    const canToggle = row.kind !== 'element';
    const isCollapsed = collapsed.has(row.path);
    handleKey(event, {
      ArrowRight: () => (canToggle && isCollapsed ? onToggle(row.path) : moveBy(1)),
      ArrowLeft: () => (canToggle && !isCollapsed ? onToggle(row.path) : moveBy(-1)),
    });
  }

  return (
    <div className={styles.tree} role="treegrid" aria-label="Elements" aria-rowcount={rows.length}>
      <div role="row" className={styles.headings}>
        <span role="columnheader">Tag</span>
        <span role="columnheader">Name</span>
        <span role="columnheader">VR</span>
        <span role="columnheader">Value</span>
      </div>
      <div ref={scroller} className={styles.scroller} role="rowgroup" tabIndex={-1}>
        <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            const isExpandable = row.kind !== 'element';
            return (
              <div
                key={row.path}
                role="row"
                data-testid="header-row"
                data-path={row.path}
                data-row-key={row.path}
                data-kind={row.kind}
                aria-level={row.depth + 1}
                aria-rowindex={item.index + 1}
                {...(isExpandable ? { 'aria-expanded': !collapsed.has(row.path) } : {})}
                tabIndex={row.path === focusedKey ? 0 : -1}
                className={styles.row}
                style={{ transform: `translateY(${String(item.start)}px)`, height: item.size }}
                onFocus={() => {
                  setFocusedKey(row.path);
                }}
                onKeyDown={(event) => onKeyDown(event, row)}
                onClick={isExpandable ? () => onToggle(row.path) : undefined}
              >
                <HeaderCells row={row} isCollapsed={collapsed.has(row.path)} />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

interface HeaderCellsProps {
  readonly row: HeaderRow;
  readonly isCollapsed: boolean;
}

const HeaderCells = memo(function HeaderCells({ row, isCollapsed }: HeaderCellsProps) {
  const hasLength = row.kind === 'element' && row.lengthBytes >= 0;
  const value = row.valueIsCut ? `${row.value}…` : row.value;
  return (
    <>
      <span role="gridcell" className={styles.tag} style={{ paddingLeft: row.depth * INDENT_PIXELS }}>
        {row.kind === 'element' ? null : (
          <ChevronRight size={13} aria-hidden className={styles.chevron} data-expanded={!isCollapsed} />
        )}
        {row.tag}
        {row.kind === 'item' ? row.name : null}
      </span>
      <span role="gridcell" className={styles.name} title={row.keyword || row.name}>
        {row.kind === 'item' ? null : row.name}
      </span>
      <span role="gridcell" className={styles.vr}>
        {row.vr}
      </span>
      <span
        role="gridcell"
        className={styles.value}
        title={`${row.note === undefined ? '' : `${row.note}\n`}${value}${hasLength ? `\n${formatBytes(row.lengthBytes)}` : ''}`}
      >
        {row.note === undefined ? null : <span className={styles.note}>{row.note} </span>}
        {value}
      </span>
    </>
  );
});

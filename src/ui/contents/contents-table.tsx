import {
  createColumnHelper,
  createExpandedRowModel,
  createSortedRowModel,
  rowExpandingFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type Row,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp, ChevronRight } from 'lucide-react';
import { memo, useEffect, useRef, type KeyboardEvent } from 'react';
import { openSeries } from '../../session/viewport-actions';
import { useSession } from '../../session/store';
import { formatBytes, formatCount, formatDate } from '../format';
import { useRowFocus } from '../use-row-focus';
import type { ContentsRow } from './contents-rows';
import styles from './contents-table.module.css';
import { SeriesOrigin } from './series-origin';
import { SeriesThumbnail } from './series-thumbnail';

const features = tableFeatures({
  rowExpandingFeature,
  rowSortingFeature,
  expandedRowModel: createExpandedRowModel(),
  sortedRowModel: createSortedRowModel(),
});

type ContentsTableRow = Row<typeof features, ContentsRow>;

const helper = createColumnHelper<typeof features, ContentsRow>();

const columns = helper.columns([
  helper.accessor('title', { header: 'Contents', sortFn: byText }),
  helper.accessor('modality', { header: 'Mod.', sortFn: byText }),
  helper.accessor('date', { header: 'Date', sortFn: byText }),
  helper.accessor('images', { header: 'Images', sortDescFirst: true }),
  helper.accessor('bytes', { header: 'Size', sortDescFirst: true }),
]);

const collator = new Intl.Collator(undefined, { numeric: true });

function byText(a: ContentsTableRow, b: ContentsTableRow, columnId: string): number {
  return collator.compare(a.getValue(columnId), b.getValue(columnId));
}

const ROW_HEIGHT = { patient: 44, study: 40, series: 60 } as const;

function childrenOf(row: ContentsRow): ContentsRow[] | undefined {
  return row.kind === 'series' ? undefined : [...row.children];
}

interface ContentsTableProps {
  readonly rows: readonly ContentsRow[];
  /** Called when the user has opened a series to look at it. */
  readonly onOpen: () => void;
}

export function ContentsTable({ rows, onOpen }: ContentsTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const openKey = useSession(({ viewport }) => viewport.seriesKey);
  const table = useTable({
    features,
    columns,
    data: rows,
    getSubRows: childrenOf,
    getRowId: (row) => row.key,
    initialState: { expanded: true },
    autoResetExpanded: false,
  });
  const visible = table.getRowModel().rows;
  const virtualizer = useVirtualizer({
    count: visible.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => ROW_HEIGHT[visible[index]?.original.kind ?? 'series'],
    getItemKey: (index) => visible[index]?.id ?? index,
    overscan: 6,
  });

  // Heights go by kind; another row at the same place may have another one.
  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, visible]);

  useEffect(() => {
    const index = visible.findIndex(({ id }) => id === openKey);
    if (index >= 0) virtualizer.scrollToIndex(index, { align: 'auto' });
    // Only when another series is opened, not when rows arrive.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [openKey]);

  const { focusedKey, setFocusedKey, moveBy, moveTo, handleKey } = useRowFocus({
    keys: visible.map(({ id }) => id),
    initialKey: openKey,
    scroller,
    scrollToIndex: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  });

  function onKeyDown(event: KeyboardEvent, row: ContentsTableRow): void {
    handleKey(event, {
      ArrowRight: () => (row.getCanExpand() && !row.getIsExpanded() ? row.toggleExpanded(true) : moveBy(1)),
      ArrowLeft: () => {
        if (row.getCanExpand() && row.getIsExpanded()) row.toggleExpanded(false);
        else if (row.parentId !== undefined) moveTo(row.parentId);
      },
      Enter: () => {
        activate(row);
        if (row.original.kind === 'series') onOpen();
      },
      ' ': () => activate(row),
    });
  }

  return (
    <div className={styles.table} role="treegrid" aria-label="Contents" aria-rowcount={visible.length}>
      <div role="rowgroup">
        {table.getHeaderGroups().map((group) => (
          <div key={group.id} role="row" className={styles.headings}>
            {group.headers.map(({ id, column }) => {
              const direction = column.getIsSorted();
              return (
                <div key={id} role="columnheader" aria-sort={ariaSort(direction)} data-column={id}>
                  <button type="button" className={styles.heading} onClick={column.getToggleSortingHandler()}>
                    {String(column.columnDef.header)}
                    {direction === 'asc' ? <ArrowUp size={12} aria-hidden /> : null}
                    {direction === 'desc' ? <ArrowDown size={12} aria-hidden /> : null}
                  </button>
                </div>
              );
            })}
          </div>
        ))}
      </div>
      <div ref={scroller} className={styles.scroller} role="rowgroup" tabIndex={-1}>
        <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = visible[item.index];
            if (row === undefined) return null;
            return (
              <div
                key={row.id}
                {...rowAttributes(row, openKey)}
                aria-rowindex={item.index + 1}
                tabIndex={row.id === focusedKey ? 0 : -1}
                className={styles.row}
                data-kind={row.original.kind}
                data-row-key={row.id}
                style={{ height: item.size, transform: `translateY(${String(item.start)}px)` }}
                onClick={() => {
                  setFocusedKey(row.id);
                  activate(row);
                  if (row.original.kind === 'series') onOpen();
                }}
                onKeyDown={(event) => onKeyDown(event, row)}
              >
                <RowCells row={row.original} isExpanded={row.getIsExpanded()} />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function activate(row: ContentsTableRow): void {
  if (row.original.kind === 'series') openSeries(row.original.key);
  else row.toggleExpanded();
}

function ariaSort(direction: false | 'asc' | 'desc'): 'none' | 'ascending' | 'descending' {
  if (direction === false) return 'none';
  return direction === 'asc' ? 'ascending' : 'descending';
}

function rowAttributes(row: ContentsTableRow, openKey: string | null): Record<string, unknown> {
  const { original } = row;
  const shared = { role: 'row', 'aria-level': row.depth + 1 };
  if (original.kind !== 'series') return { ...shared, 'aria-expanded': row.getIsExpanded() };
  return {
    ...shared,
    'aria-selected': original.key === openKey,
    'data-testid': 'series-row',
    'data-series-uid': original.series.seriesInstanceUid,
    'data-instances': original.series.instances.length,
  };
}

const RowCells = memo(function RowCells(props: { readonly row: ContentsRow; readonly isExpanded: boolean }) {
  const { row, isExpanded } = props;
  return (
    <>
      <div role="gridcell" className={styles.title}>
        {row.kind === 'series' ? (
          <SeriesThumbnail series={row.series} />
        ) : (
          <ChevronRight size={15} aria-hidden className={styles.chevron} data-expanded={isExpanded} />
        )}
        <div className={styles.names}>
          <div className={styles.name} title={row.title}>
            {row.title}
          </div>
          {row.subtitle === '' ? null : <div className={styles.subtitle}>{row.subtitle}</div>}
          {row.kind === 'series' ? <SeriesOrigin series={row.series} /> : null}
        </div>
      </div>
      <div role="gridcell">{row.kind === 'patient' ? '' : row.modality}</div>
      <div role="gridcell">{row.kind === 'series' ? formatDate(row.date) : ''}</div>
      <div role="gridcell">{formatCount(row.images)}</div>
      <div role="gridcell">{formatBytes(row.bytes)}</div>
    </>
  );
});

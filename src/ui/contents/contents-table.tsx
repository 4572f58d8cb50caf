import { useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp, ChevronRight } from 'lucide-react';
import { memo, useEffect, useMemo, useRef, type CSSProperties, type KeyboardEvent } from 'react';
import { requestAllColumnValues } from '../../session/column-actions';
import type { AttributeColumn, SeriesValues } from '../../session/column-values';
import { openSeries } from '../../session/viewport-actions';
import { useSession } from '../../session/store';
import { formatBytes, formatCount, formatDate } from '../format';
import { useRowFocus } from '../use-row-focus';
import { seriesDragHandlers } from '../viewer/series-drag';
import { AttributeCells } from './attribute-cells';
import { ColumnsMenu } from './columns-menu';
import { contentsColumns, contentsFeatures, type ContentsTableRow } from './contents-columns';
import type { ContentsRow } from './contents-rows';
import styles from './contents-table.module.css';
import { SeriesFindings } from './series-findings';
import { SeriesOrigin } from './series-origin';
import { SeriesParts } from './series-parts';
import { SeriesThumbnail } from './series-thumbnail';
import { useActiveViewport } from '../use-viewport';

const ROW_HEIGHT = { patient: 44, study: 40, series: 60 } as const;
/** They stay over the rows when these are scrolled. */
const HEADINGS_HEIGHT = 28;

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
  const openKey = useActiveViewport((viewport) => viewport.seriesKey);
  const added = useSession((session) => session.attributeColumns);
  const values = useSession((session) => session.columnValues);
  const columns = useMemo(() => contentsColumns(added, values), [added, values]);
  const table = useTable({
    features: contentsFeatures,
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
    scrollPaddingEnd: HEADINGS_HEIGHT,
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

  const keys = useMemo(() => visible.map(({ id }) => id), [visible]);
  const { focusedKey, setFocusedKey, moveBy, moveTo, handleKey } = useRowFocus({
    keys,
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
    <div
      ref={scroller}
      className={styles.table}
      style={{ '--added-columns': added.length } as CSSProperties}
      data-widened={added.length > 0}
      role="treegrid"
      aria-label="Contents"
      aria-rowcount={visible.length}
      tabIndex={-1}
    >
      <div role="rowgroup" className={styles.head}>
        {table.getHeaderGroups().map((group) => (
          <div key={group.id} role="row" className={styles.headings}>
            {group.headers.map(({ id, column }) => {
              const direction = column.getIsSorted();
              const label = String(column.columnDef.header);
              const isAdded = added.some(({ path }) => path === id);
              return (
                <div
                  key={id}
                  role="columnheader"
                  className={styles.headingCell}
                  aria-sort={ariaSort(direction)}
                  data-column={id}
                  data-added={isAdded}
                >
                  <button
                    type="button"
                    className={styles.heading}
                    title={isAdded ? label : undefined}
                    onClick={(event) => {
                      if (isAdded) requestAllColumnValues();
                      column.getToggleSortingHandler()?.(event);
                    }}
                  >
                    <span className={styles.label}>{label}</span>
                    {direction === 'asc' ? <ArrowUp size={12} aria-hidden /> : null}
                    {direction === 'desc' ? <ArrowDown size={12} aria-hidden /> : null}
                  </button>
                  {id === 'title' ? <ColumnsMenu /> : null}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      <div role="rowgroup" className={styles.rows} style={{ height: virtualizer.getTotalSize() }}>
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
              <RowCells
                row={row.original}
                isExpanded={row.getIsExpanded()}
                added={added}
                values={values.get(row.id)}
              />
            </div>
          );
        })}
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
    ...seriesDragHandlers(original.key),
  };
}

interface RowCellsProps {
  readonly row: ContentsRow;
  readonly isExpanded: boolean;
  readonly added: readonly AttributeColumn[];
  readonly values: SeriesValues | undefined;
}

const RowCells = memo(function RowCells({ row, isExpanded, added, values }: RowCellsProps) {
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
          <div className={styles.subtitle}>
            {row.kind === 'series' ? (
              <>
                <SeriesFindings seriesKey={row.key} />
                <SeriesParts series={row.series} />
              </>
            ) : null}
            {row.subtitle}
          </div>
          {row.kind === 'series' ? <SeriesOrigin series={row.series} /> : null}
        </div>
      </div>
      <div role="gridcell">{row.kind === 'patient' ? '' : row.modality}</div>
      <div role="gridcell">{row.kind === 'series' ? formatDate(row.date) : ''}</div>
      <div role="gridcell">{formatCount(row.images)}</div>
      <div role="gridcell">{formatBytes(row.bytes)}</div>
      {row.kind === 'series' ? (
        <AttributeCells series={row.series} columns={added} values={values} />
      ) : (
        added.map(({ path }) => <div key={path} role="gridcell" />)
      )}
    </>
  );
});

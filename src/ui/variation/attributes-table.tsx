import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type Row,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { formatCount } from '../format';
import { useRowFocus } from '../use-row-focus';
import styles from './attributes-table.module.css';
import { VariationStrip } from './variation-strip';
import { itemWords } from './variation-words';
import type { VariedRow } from './varied-rows';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

type AttributeRow = Row<typeof features, VariedRow>;

const helper = createColumnHelper<typeof features, VariedRow>();

const columns = helper.columns([
  helper.accessor(({ attribute }) => attribute.path, { id: 'tag', header: 'Tag' }),
  helper.accessor(({ attribute }) => attribute.name, { id: 'name', header: 'Name', sortFn: byText }),
  helper.accessor('rank', { header: 'Kind', id: 'kind' }),
  helper.accessor(({ attribute }) => attribute.variation.distinct, {
    id: 'distinct',
    header: 'Values',
    sortDescFirst: true,
  }),
  helper.accessor('valueText', { header: 'Value or range', id: 'value', sortFn: byText }),
]);

const collator = new Intl.Collator(undefined, { numeric: true });

function byText(a: AttributeRow, b: AttributeRow, columnId: string): number {
  return collator.compare(a.getValue(columnId), b.getValue(columnId));
}

const ROW_HEIGHT = 28;
const STRIP = { width: 180, height: 14 } as const;

interface AttributesTableProps {
  readonly rows: readonly VariedRow[];
  /** Distinct values, for the cells of the strips. */
  readonly values: readonly string[];
  readonly chosenPath: string | null;
  readonly onChoose: (path: string) => void;
  readonly onOpenInstance: (instance: number) => void;
}

/** What each attribute does over the instances. */
export function AttributesTable({
  rows,
  values,
  chosenPath,
  onChoose,
  onOpenInstance,
}: AttributesTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const table = useTable({ features, columns, data: rows, getRowId: (row) => row.attribute.path });
  const sorted = table.getRowModel().rows;
  const virtualizer = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  const keys = useMemo(() => sorted.map(({ id }) => id), [sorted]);
  const { focusedKey, setFocusedKey, handleKey } = useRowFocus({
    keys,
    initialKey: chosenPath,
    scroller,
    scrollToIndex: (index) => virtualizer.scrollToIndex(index),
  });

  return (
    <div className={styles.table} role="grid" aria-label="Attributes" aria-rowcount={sorted.length + 1}>
      <div role="rowgroup">
        {table.getHeaderGroups().map((group) => (
          <div key={group.id} role="row" className={styles.headings} aria-rowindex={1}>
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
            const row = sorted[item.index]?.original;
            if (row === undefined) return null;
            const { path } = row.attribute;
            return (
              <div
                key={path}
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={path === chosenPath}
                tabIndex={path === focusedKey ? 0 : -1}
                className={styles.row}
                style={{ height: item.size, transform: `translateY(${String(item.start)}px)` }}
                data-testid="variation-row"
                data-path={path}
                data-kind={row.kind}
                data-row-key={path}
                onClick={() => {
                  setFocusedKey(path);
                  onChoose(path);
                }}
                onKeyDown={(event) => {
                  handleKey(event, { Enter: () => onChoose(path), ' ': () => onChoose(path) });
                }}
              >
                <AttributeCells row={row} values={values} onOpenInstance={onOpenInstance} />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function ariaSort(direction: false | 'asc' | 'desc'): 'none' | 'ascending' | 'descending' {
  if (direction === false) return 'none';
  return direction === 'asc' ? 'ascending' : 'descending';
}

interface AttributeCellsProps {
  readonly row: VariedRow;
  readonly values: readonly string[];
  readonly onOpenInstance: (instance: number) => void;
}

function AttributeCells({ row, values, onOpenInstance }: AttributeCellsProps) {
  const { attribute, kind, kindText, valueText } = row;
  const { path, tag, keyword, name, vr, variation } = attribute;
  const items = itemWords(path);
  return (
    <>
      <span role="gridcell" className={styles.tag}>
        {tag}
      </span>
      <span
        role="gridcell"
        className={styles.name}
        title={[keyword || name, vr, items].filter(Boolean).join('\n')}
      >
        {name || 'Unknown'}
        {items === '' ? null : <span className={styles.items}> in {items}</span>}
      </span>
      <span role="gridcell" className={styles.kind}>
        <VariationStrip attribute={attribute} values={values} {...STRIP} onPick={onOpenInstance} />
        <span className={styles.word} data-kind={kind} title={kindText}>
          {kindText}
        </span>
      </span>
      <span role="gridcell" className={styles.distinct}>
        {formatCount(variation.distinct)}
      </span>
      <span role="gridcell" className={styles.value} title={valueText}>
        {valueText}
      </span>
    </>
  );
}

import {
  createColumnHelper,
  createExpandedRowModel,
  createSortedRowModel,
  rowExpandingFeature,
  rowSortingFeature,
  tableFeatures,
  type Row,
} from '@tanstack/react-table';
import type { AttributeColumn, ColumnValue, ColumnValues } from '../../session/column-values';
import { formatCount } from '../format';
import type { ContentsRow } from './contents-rows';

export const contentsFeatures = tableFeatures({
  rowExpandingFeature,
  rowSortingFeature,
  expandedRowModel: createExpandedRowModel(),
  sortedRowModel: createSortedRowModel(),
});

export type ContentsTableRow = Row<typeof contentsFeatures, ContentsRow>;

const helper = createColumnHelper<typeof contentsFeatures, ContentsRow>();

const OWN_COLUMNS = [
  helper.accessor('title', { header: 'Contents', sortFn: byText }),
  helper.accessor('modality', { header: 'Mod.', sortFn: byText }),
  helper.accessor('date', { header: 'Date', sortFn: byText }),
  helper.accessor('images', { header: 'Images', sortDescFirst: true }),
  helper.accessor('bytes', { header: 'Size', sortDescFirst: true }),
];

/** The table's own columns, and those of the attributes that were added. */
export function contentsColumns(attributes: readonly AttributeColumn[], values: ColumnValues) {
  const added = attributes.map(({ path, label }) =>
    helper.accessor((row) => columnText(values.get(row.key)?.byPath.get(path)), {
      id: path,
      header: label,
      sortFn: byText,
    }),
  );
  return helper.columns([...OWN_COLUMNS, ...added]);
}

/** The value of all instances, or how many there are; until that is known, that of the first. */
export function columnText(value: ColumnValue | undefined): string {
  if (value === undefined) return '';
  return value.isComplete && value.distinct > 1 ? `${formatCount(value.distinct)} values` : value.first;
}

const collator = new Intl.Collator(undefined, { numeric: true });

function byText(a: ContentsTableRow, b: ContentsTableRow, columnId: string): number {
  return collator.compare(a.getValue(columnId), b.getValue(columnId));
}

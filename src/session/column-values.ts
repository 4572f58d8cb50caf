import type { Series } from '../catalog/catalog-types';
import { MISSING, type AttributeTableBuilder } from '../catalog/attribute-table';

/** An attribute that the contents table has a column of. */
export interface AttributeColumn {
  /** `00180050`: at the top of the data set. */
  readonly path: string;
  readonly label: string;
}

/** What the instances of a series say of an attribute. */
export interface ColumnValue {
  /** Of the first instance that was read. */
  readonly first: string;
  /** How many different values have been met; that it is missing is one of them. */
  readonly distinct: number;
  /** All instances were asked. */
  readonly isComplete: boolean;
}

export interface SeriesValues {
  /** The series as it was asked. */
  readonly of: Series;
  readonly byPath: ReadonlyMap<string, ColumnValue>;
}

/** By the key of the series. */
export type ColumnValues = ReadonlyMap<string, SeriesValues>;

/** The values of these series in a table that has the instances of one after the other. */
export function collectColumnValues(
  series: readonly Series[],
  table: AttributeTableBuilder,
  { paths, isComplete }: { readonly paths: readonly string[]; readonly isComplete: boolean },
): ColumnValues {
  let start = 0;
  return new Map(
    series.map((of) => {
      const end = start + of.instances.length;
      const byPath = new Map(
        paths.map((path) => [path, { ...readColumn(table, path, start, end), isComplete }] as const),
      );
      start = end;
      return [of.key, { of, byPath }] as const;
    }),
  );
}

function readColumn(
  table: AttributeTableBuilder,
  path: string,
  start: number,
  end: number,
): Omit<ColumnValue, 'isComplete'> {
  const cells = table.cellsOf(path);
  const met = new Set<number>();
  for (let index = start; index < end; index++)
    if (table.isRead[index] === 1) met.add(cells?.[index] ?? MISSING);
  const [first = MISSING] = met;
  return { first: table.values[first] ?? '', distinct: met.size };
}

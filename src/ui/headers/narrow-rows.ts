import type { HeaderRow } from '../../dicom/header-row';
import type { FilteredRows, HeaderFilter } from './filter-rows';
import { isEmptySearch, matcherOf, type HeaderSearch } from './header-search';

export interface HeaderQuery {
  readonly search: HeaderSearch;
  /** A row has to pass all of them. */
  readonly filters: readonly HeaderFilter[];
}

export interface NarrowedRows {
  /** What is found, with the sequences and items that it stands in. */
  readonly rows: readonly HeaderRow[];
  /** Elements that are found themselves. */
  readonly elements: number;
}

export function isNarrowing({ search, filters }: HeaderQuery): boolean {
  return filters.length > 0 || !isEmptySearch(search);
}

/** A sequence or item that matches the search brings all that stands in it, as far as the filters leave it. */
export function narrowRows(
  rows: readonly HeaderRow[],
  query: HeaderQuery,
  filtered: FilteredRows,
): NarrowedRows {
  if (!isNarrowing(query)) return { rows, elements: countElements(rows) };
  const matches = matcherOf(rows, query.search);
  const sets = query.filters.map((filter) => filtered[filter]);
  const found: HeaderRow[] = [];
  let elements = 0;
  // The rows above the current one, by depth, that are not in `found` yet.
  const above: HeaderRow[] = [];
  let matchDepth = Infinity;
  rows.forEach((row, index) => {
    while ((above.at(-1)?.depth ?? -1) >= row.depth) above.pop();
    if (row.depth <= matchDepth) matchDepth = matches(row, index) ? row.depth : Infinity;
    if (matchDepth !== Infinity && sets.every((set) => set.has(row))) {
      found.push(...above.splice(0), row);
      if (row.kind !== 'item') elements += 1;
    } else if (row.kind !== 'element') {
      above.push(row);
    }
  });
  return { rows: found, elements };
}

export function countElements(rows: readonly HeaderRow[]): number {
  return rows.reduce((count, { kind }) => (kind === 'item' ? count : count + 1), 0);
}

/** Without what stands in collapsed sequences and items. */
export function withoutCollapsed(
  rows: readonly HeaderRow[],
  collapsed: ReadonlySet<string>,
): readonly HeaderRow[] {
  if (collapsed.size === 0) return rows;
  let hiddenBelow = Infinity;
  return rows.filter((row) => {
    if (row.depth > hiddenBelow) return false;
    hiddenBelow = collapsed.has(row.path) ? row.depth : Infinity;
    return true;
  });
}

import type { AlignedRow } from '../../dicom/align-headers';
import type { HeaderRow } from '../../dicom/header-row';
import { filterRows } from '../headers/filter-rows';
import { parseSearch } from '../headers/header-search';
import { narrowRows } from '../headers/narrow-rows';

interface WantedRows {
  /** As in the header panel; a row is found if it is in any of the headers. */
  readonly search: string;
  readonly onlyDifferences: boolean;
}

const NO_FILTERS = filterRows([], { before: null, findings: new Map() });

/** The rows that are wanted, with the sequences and items that they stand in. */
export function findRows(
  rows: readonly AlignedRow[],
  headers: readonly (readonly HeaderRow[])[],
  { search, onlyDifferences }: WantedRows,
): readonly AlignedRow[] {
  // What a differing element stands in differs too.
  const wanted = onlyDifferences ? rows.filter(({ differs }) => differs) : rows;
  if (search.trim() === '') return wanted;
  const query = { search: parseSearch(search), filters: [] };
  const found = new Set(headers.flatMap((header) => narrowRows(header, query, NO_FILTERS).rows));
  return wanted.filter(({ cells }) => cells.some((cell) => cell !== null && found.has(cell)));
}

/** Without what is inside of closed sequences and items. */
export function withoutClosed(
  rows: readonly AlignedRow[],
  closed: ReadonlySet<string>,
): readonly AlignedRow[] {
  let closedDepth = Infinity;
  return rows.filter(({ key, depth }) => {
    if (depth > closedDepth) return false;
    closedDepth = closed.has(key) ? depth : Infinity;
    return true;
  });
}

/**
 * The place of the next difference after a row, or of the last one before it; -1 where there is none. A closed
 * sequence stands for those inside it.
 */
export function findDifference(
  rows: readonly AlignedRow[],
  closed: ReadonlySet<string>,
  from: { readonly index: number; readonly step: 1 | -1 },
): number {
  for (let index = from.index + from.step; ; index += from.step) {
    const row = rows[index];
    if (row === undefined) return -1;
    if (row.isDifference || (row.differs && row.kind !== 'element' && closed.has(row.key))) return index;
  }
}

/** The place of the sequence or item that a row stands in; -1 at the top. */
export function findParent(rows: readonly AlignedRow[], index: number): number {
  const depth = rows[index]?.depth ?? 0;
  return rows.findLastIndex((row, at) => at < index && row.depth < depth);
}

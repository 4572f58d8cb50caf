import type { HeaderRow } from '../../dicom/header-row';
import type { FindingsByPath } from './use-header-findings';

/** In the order of their buttons. */
export const HEADER_FILTERS = ['private', 'problems', 'findings', 'empty', 'changed'] as const;

export type HeaderFilter = (typeof HEADER_FILTERS)[number];

/** The rows that each filter leaves; items stand for nothing of their own, but for what is wrong with them. */
export type FilteredRows = Readonly<Record<HeaderFilter, ReadonlySet<HeaderRow>>>;

/** What some of the filters go by. */
interface FilterSources {
  /** The header that `changed` holds against this one; null where there is none. */
  readonly before: ReadonlyMap<string, HeaderRow> | null;
  readonly findings: FindingsByPath;
}

export function filterRows(rows: readonly HeaderRow[], { before, findings }: FilterSources): FilteredRows {
  const found = {
    private: new Set<HeaderRow>(),
    problems: new Set<HeaderRow>(),
    findings: new Set<HeaderRow>(),
    empty: new Set<HeaderRow>(),
    changed: new Set<HeaderRow>(),
  };
  // What stands in a private sequence is private too.
  let privateDepth = Infinity;
  for (const row of rows) {
    if (row.depth <= privateDepth) privateDepth = isPrivateRow(row) ? row.depth : Infinity;
    if (row.problems !== undefined && row.problems.length > 0) found.problems.add(row);
    if (findings.has(row.path)) found.findings.add(row);
    if (row.kind === 'item') continue;
    if (privateDepth !== Infinity) found.private.add(row);
    if (isEmptyRow(row)) found.empty.add(row);
    if (before !== null && isChanged(row, before.get(row.path))) found.changed.add(row);
  }
  return found;
}

/** By path, for `filterRows`. */
export function rowsByPath(rows: readonly HeaderRow[]): ReadonlyMap<string, HeaderRow> {
  return new Map(rows.map((row) => [row.path, row]));
}

/** Private elements have odd groups (PS3.5 7.8): the last digit of the group decides, `(0029,1010)`. */
export function isPrivateRow({ tag }: HeaderRow): boolean {
  return tag !== '' && parseInt(tag.charAt(4), 16) % 2 === 1;
}

/** No value, nothing but padding, or no item. */
function isEmptyRow({ kind, vm, value }: HeaderRow): boolean {
  return kind === 'sequence' ? vm === 0 : value === '';
}

function isChanged(row: HeaderRow, before: HeaderRow | undefined): boolean {
  if (before === undefined) return true;
  const isSame = row.value === before.value && row.vr === before.vr && row.vm === before.vm;
  // Of a value that is cut, the length tells more than what is left.
  return !isSame || (row.kind === 'element' && row.lengthBytes !== before.lengthBytes && row.valueIsCut);
}

import type { HeaderRow } from '../../dicom/header-row';

/**
 * The rows that match a text, with the sequences and items they stand in. A tag may be written `0010,0010`,
 * `(0010,0010)` or `00100010`.
 */
export function searchHeader(rows: readonly HeaderRow[], text: string): readonly HeaderRow[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return rows;
  const wantedTag = wanted.replace(/[(),\s]/g, '');
  const matches = (row: HeaderRow): boolean =>
    [row.keyword, row.name, row.value, row.note ?? '', row.tag].some((field) =>
      field.toLowerCase().includes(wanted),
    ) ||
    (/^[0-9a-f]{4,8}$/.test(wantedTag) && row.tag.replace(/[(),]/g, '').toLowerCase().startsWith(wantedTag));

  const found: HeaderRow[] = [];
  // The rows above the current one, by depth, that are not in `found` yet.
  let above: HeaderRow[] = [];
  for (const row of rows) {
    above = above.filter(({ depth }) => depth < row.depth);
    if (matches(row)) {
      found.push(...above, row);
      above = [];
    } else if (row.kind !== 'element') {
      above.push(row);
    }
  }
  return found;
}

/** Without what stands in collapsed sequences and items. */
export function withoutCollapsed(
  rows: readonly HeaderRow[],
  collapsed: ReadonlySet<string>,
): readonly HeaderRow[] {
  let hiddenBelow = Infinity;
  return rows.filter((row) => {
    if (row.depth > hiddenBelow) return false;
    hiddenBelow = collapsed.has(row.path) ? row.depth : Infinity;
    return true;
  });
}

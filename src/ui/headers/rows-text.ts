import type { HeaderRow } from '../../dicom/header-row';

/** An element as a line to paste: `(0010,0010)`, `Patient's Name`, `Roe^Jane`, with tabs between them. */
export function formatRow(row: HeaderRow): string {
  return [row.tag, row.name, valueOf(row)].filter((cell, index) => index > 0 || cell !== '').join('\t');
}

/** Rows as a table to paste; what stands in a sequence is marked as in the standard: `>(0008,1155)` (PS3.3 5.2). */
export function formatRows(rows: readonly HeaderRow[]): string {
  const lines = rows.map((row) =>
    // An item and its elements are one level below their sequence.
    [`${'>'.repeat(Math.ceil(row.depth / 2))}${row.tag}`, row.name, row.vr, valueOf(row)].join('\t'),
  );
  return ['Tag\tName\tVR\tValue', ...lines].join('\n');
}

/** In one cell: a text may have lines and tabs of its own. */
function valueOf({ value, valueIsCut }: HeaderRow): string {
  const line = value.replace(/[\t\r\n]+/g, ' ');
  return valueIsCut ? `${line}…` : line;
}

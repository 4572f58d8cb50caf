/** All lengths are device pixels, so that cells have sharp edges on every screen. */
export interface FileMapLayout {
  /** From one cell to the next, across and down. */
  readonly pitch: number;
  readonly columns: number;
  readonly height: number;
  readonly sections: readonly FileMapSectionLayout[];
}

/** The cells of one archive: rows of `columns`, filled from the left. */
export interface FileMapSectionLayout {
  readonly firstCell: number;
  readonly cellCount: number;
  /** Of its first row; a label has its room above. */
  readonly top: number;
}

interface FileMapSpace {
  /** Of each archive. */
  readonly cellCounts: readonly number[];
  readonly width: number;
  /** Without scrolling. */
  readonly height: number;
  readonly smallestPitch: number;
  readonly largestPitch: number;
  /** Above the cells of each archive. */
  readonly labelHeight: number;
}

/** As large as all cells fit without scrolling, within the limits. */
export function layoutFileMap(space: FileMapSpace): FileMapLayout {
  for (let pitch = space.largestPitch; pitch > space.smallestPitch; pitch--) {
    const layout = layoutWithPitch(space, pitch);
    if (layout.height <= space.height) return layout;
  }
  return layoutWithPitch(space, space.smallestPitch);
}

function layoutWithPitch({ cellCounts, width, labelHeight }: FileMapSpace, pitch: number): FileMapLayout {
  const columns = Math.max(1, Math.floor(width / pitch));
  const sections: FileMapSectionLayout[] = [];
  let firstCell = 0;
  let height = 0;
  for (const cellCount of cellCounts) {
    const top = height + labelHeight;
    sections.push({ firstCell, cellCount, top });
    height = top + Math.ceil(cellCount / columns) * pitch;
    firstCell += cellCount;
  }
  return { pitch, columns, height, sections };
}

export function placeOfCell(
  { pitch, columns, sections }: FileMapLayout,
  cell: number,
): { readonly x: number; readonly y: number } {
  const section = sections.findLast(({ firstCell }) => firstCell <= cell);
  const { firstCell = 0, top = 0 } = section ?? {};
  const index = cell - firstCell;
  return { x: (index % columns) * pitch, y: top + Math.floor(index / columns) * pitch };
}

/** null between the archives and beside their last cells. */
export function cellAtPoint(layout: FileMapLayout, x: number, y: number): number | null {
  const { pitch, columns, sections } = layout;
  const section = sections.findLast(({ top }) => top <= y);
  const column = Math.floor(x / pitch);
  if (section === undefined || column < 0 || column >= columns) return null;
  const index = Math.floor((y - section.top) / pitch) * columns + column;
  return index < section.cellCount ? section.firstCell + index : null;
}

/**
 * Where a key (by its name in UI Events) leads from a cell: left and right in the order of the archives, up and down
 * to the cell nearest to that column, PageUp and PageDown by as many rows as are in view; at the ends it stays.
 *
 * @returns null where the key does not move
 */
export function cellAfterKey(
  layout: FileMapLayout,
  cell: number,
  key: string,
  rowsInView: number,
): number | null {
  const last = layout.sections.reduce((sum, { cellCount }) => sum + cellCount, 0) - 1;
  const rows = Math.max(1, rowsInView - 1);
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, cell - 1);
    case 'ArrowRight':
      return Math.min(last, cell + 1);
    case 'ArrowUp':
      return cellRowsAway(layout, cell, -1);
    case 'ArrowDown':
      return cellRowsAway(layout, cell, 1);
    case 'PageUp':
      return cellRowsAway(layout, cell, -rows);
    case 'PageDown':
      return cellRowsAway(layout, cell, rows);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

/** Goes over from one archive to the next; beyond the first and the last row it stays in them. */
function cellRowsAway({ columns, sections }: FileMapLayout, cell: number, rows: number): number {
  let at = sections.findLastIndex(({ firstCell }) => firstCell <= cell);
  const index = cell - (sections[at]?.firstCell ?? 0);
  const column = index % columns;
  let row = Math.floor(index / columns) + rows;
  for (;;) {
    const section = sections[at];
    if (section === undefined) return cell;
    const rowCount = Math.ceil(section.cellCount / columns);
    if (row < 0 && at > 0) {
      at--;
      row += Math.ceil((sections[at]?.cellCount ?? 0) / columns);
    } else if (row >= rowCount && at < sections.length - 1) {
      at++;
      row -= rowCount;
    } else {
      const inside = Math.max(0, Math.min(rowCount - 1, row)) * columns + column;
      return section.firstCell + Math.min(section.cellCount - 1, inside);
    }
  }
}

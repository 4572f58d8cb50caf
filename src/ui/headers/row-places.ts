import type { HeaderRow } from '../../dicom/header-row';

/** Where a row stands among those that have the same parent. */
export interface RowPlace {
  /** Index of the row that it stands in; -1 at the top. */
  readonly parent: number;
  /** From 1. */
  readonly position: number;
  readonly setSize: number;
}

/** Of rows that come with all that they stand in: the place of the row at an index. */
export function placesOf(rows: readonly HeaderRow[]): (index: number) => RowPlace {
  const parents = new Int32Array(rows.length);
  const positions = new Uint32Array(rows.length);
  /** Of the row before each index, so that 0 is the top. */
  const childCounts = new Uint32Array(rows.length + 1);
  const latestAtDepth: number[] = [];
  rows.forEach(({ depth }, index) => {
    const parent = depth === 0 ? -1 : (latestAtDepth[depth - 1] ?? -1);
    latestAtDepth[depth] = index;
    const position = (childCounts[parent + 1] ?? 0) + 1;
    parents[index] = parent;
    positions[index] = position;
    childCounts[parent + 1] = position;
  });
  return (index) => {
    const parent = parents[index] ?? -1;
    return { parent, position: positions[index] ?? 0, setSize: childCounts[parent + 1] ?? 0 };
  };
}

/** From the outermost sequence that a row stands in to the row itself. */
export function trailOf(rows: readonly HeaderRow[], row: HeaderRow): readonly HeaderRow[] {
  const trail: HeaderRow[] = [];
  for (const each of rows.slice(0, rows.indexOf(row) + 1).reverse()) {
    const below = trail[0];
    if (below === undefined || each.depth < below.depth) trail.unshift(each);
    if (each.depth === 0) break;
  }
  return trail;
}

/** The row at a path, else the nearest one that it would stand in; null where there is none of them. */
export function rowAtOrAround(rows: readonly HeaderRow[], path: string): HeaderRow | null {
  const paths = new Map(rows.map((row) => [row.path, row]));
  for (let at = path; at !== ''; at = pathAround(at)) {
    const row = paths.get(at);
    if (row !== undefined) return row;
  }
  return null;
}

/** `00082112[0].00081155` stands in `00082112[0]`, that in `00082112`, and that in no other. */
export function pathAround(path: string): string {
  return path.endsWith(']')
    ? path.slice(0, path.lastIndexOf('['))
    : path.slice(0, Math.max(0, path.lastIndexOf('.')));
}

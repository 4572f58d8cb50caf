import { assert } from '../base/assert';
import type { HeaderRow } from './header-row';

/** What stands at one place of several headers. */
export interface AlignedRow {
  /** Unique; not only the path, since a path may come twice in a file. */
  readonly key: string;
  /** These are of the first header that has it. */
  readonly path: string;
  readonly depth: number;
  readonly tag: string;
  readonly name: string;
  /** That of a sequence if it is one in any of the headers. */
  readonly kind: HeaderRow['kind'];
  /** One for each header; null where it is missing. */
  readonly cells: readonly (HeaderRow | null)[];
  /** It is missing somewhere, it has not the same VR and value everywhere, or something inside it differs. */
  readonly differs: boolean;
  /**
   * The headers that have what it stands in do not agree on it: so of a sequence that one header lacks, the sequence
   * alone, not every element in it.
   */
  readonly isDifference: boolean;
}

/**
 * Lays headers side by side: elements by tag in the order of tags, items by index. An element that comes again in the
 * same data set has a row of its own, beside its like in the others; so have private elements of one tag but several
 * creators, which are different attributes (PS3.5 7.8.1). Values that are cut count as equal if their lengths are.
 */
export function alignHeaders(headers: readonly (readonly HeaderRow[])[]): readonly AlignedRow[] {
  const rows: Draft[] = [];
  alignLevels(headers.map(treeOf), '', rows);
  return rows;
}

type Draft = { -readonly [Field in keyof AlignedRow]: AlignedRow[Field] };

interface Node {
  readonly row: HeaderRow;
  readonly children: Node[];
}

/** The elements of one data set, or the items of one sequence; null where a header has no such thing. */
type Level = readonly Node[] | null;

/** A place of a level, and what each header has there. */
interface Place {
  readonly key: string;
  readonly order: number;
  readonly nodes: (Node | null)[];
}

function treeOf(rows: readonly HeaderRow[]): readonly Node[] {
  const top: Node[] = [];
  /** By depth: where the next row of that depth belongs. */
  const levels = [top];
  for (const row of rows) {
    const node: Node = { row, children: [] };
    const level = levels[row.depth];
    assert(level !== undefined, 'a row is at most one deeper than the one before');
    level.push(node);
    levels[row.depth + 1] = node.children;
  }
  return top;
}

/** Adds the rows of a level, and of all below it; whether any of them differs. */
function alignLevels(levels: readonly Level[], parentKey: string, rows: Draft[]): boolean {
  let someDiffer = false;
  for (const { key, nodes } of placesOf(levels, parentKey)) {
    const cells = nodes.map((node) => node?.row ?? null);
    const row = draftOf(key, cells);
    row.isDifference = !areAlike(cells.filter((_, header) => levels[header] !== null));
    row.differs = row.isDifference || cells.includes(null);
    rows.push(row);
    if (row.kind !== 'element') {
      const inside = nodes.map((node) =>
        node === null || node.row.kind === 'element' ? null : node.children,
      );
      if (alignLevels(inside, key, rows)) row.differs = true;
    }
    someDiffer ||= row.differs;
  }
  return someDiffer;
}

function draftOf(key: string, cells: readonly (HeaderRow | null)[]): Draft {
  const present = cells.filter((cell) => cell !== null);
  const [first] = present;
  assert(first !== undefined, 'a place is where at least one header has something');
  const { path, depth, tag, name } = first;
  const kind = present.find((cell) => cell.kind !== 'element')?.kind ?? 'element';
  return { key, path, depth, tag, name, kind, cells, differs: false, isDifference: false };
}

function areAlike([first = null, ...others]: readonly (HeaderRow | null)[]): boolean {
  return others.every((other) => {
    if (first === null || other === null) return first === other;
    if (first.vr !== other.vr || first.value !== other.value) return false;
    return !(first.valueIsCut || other.valueIsCut) || first.lengthBytes === other.lengthBytes;
  });
}

function placesOf(levels: readonly Level[], parentKey: string): readonly Place[] {
  const places = new Map<string, Place>();
  levels.forEach((level, header) => {
    if (level === null) return;
    const timesSeen = new Map<string, number>();
    for (const node of level) {
      const name = nameInLevel(node.row);
      const times = (timesSeen.get(name) ?? 0) + 1;
      timesSeen.set(name, times);
      const key = `${parentKey}${name}${times === 1 ? '' : `#${times}`}`;
      let place = places.get(key);
      if (place === undefined) {
        place = { key, order: orderOf(node.row), nodes: levels.map(() => null) };
        places.set(key, place);
      }
      place.nodes[header] = node;
    }
  });
  // Those of one tag stay in the order of the headers.
  return [...places.values()].sort((a, b) => a.order - b.order);
}

function nameInLevel(row: HeaderRow): string {
  if (row.kind === 'item') return `[${indexOf(row)}]`;
  return row.creator === undefined ? `.${tagOf(row)}` : `.${tagOf(row)}(${row.creator})`;
}

function orderOf(row: HeaderRow): number {
  return row.kind === 'item' ? indexOf(row) : parseInt(tagOf(row), 16);
}

/** `00100010`: the end of the path. */
function tagOf({ path }: HeaderRow): string {
  return path.slice(-8);
}

/** Of an item in its sequence: 0 of `00082112[0]`. */
function indexOf({ path }: HeaderRow): number {
  return parseInt(path.slice(path.lastIndexOf('[') + 1), 10);
}

import { groupBy } from '../../base/group-by';
import type { CatalogSnapshot, Instance, Series, Study } from '../../catalog/catalog-types';
import { readLines, type LineReading, type PastedLine } from './expected-lines';
import { listSeries, studiesOf, type ListedSeries } from '../listed-series';

/** What a line of the list may name, in the order in which it is looked up. */
export const CONTENT_NAMES = [
  'study-uid',
  'series-uid',
  'instance-uid',
  'accession-number',
  'series-description',
] as const;
export type ContentName = (typeof CONTENT_NAMES)[number];

/** What has become of one line of the list. */
export interface ExpectedLine {
  /** As it was pasted, without what surrounds it. */
  readonly text: string;
  /** What it was found as; none where it was not. */
  readonly names: readonly ContentName[];
  /** What it means, with how many of their instances; none: missing. */
  readonly series: readonly ListedSeries[];
  /** Instances of all of these series. */
  readonly instances: number;
  /** How many there should be, by the line itself; null where it does not say. */
  readonly expectedInstances: number | null;
  /** Of a line with several columns: those that are nowhere in what the others mean. */
  readonly notFound: readonly string[];
}

/** A pasted list held against what is in the archives. */
export interface ExpectedContent {
  /** In their order. */
  readonly lines: readonly ExpectedLine[];
  /** Series, and with how many instances, that no line means. */
  readonly extra: readonly ListedSeries[];
}

/**
 * Holds a list that somebody pasted, one thing a line, against the catalog. Bullets, quotation marks, letter case and
 * separators in a description make no difference; a count may stand behind: `T1 axial x 120`.
 */
export function checkExpected(list: string, catalog: CatalogSnapshot): ExpectedContent {
  const contents = contentsOf(catalog);
  const found = readLines(list).map((line) => findLine(line, contents));
  const covered = new Set(found.flatMap(({ items }) => [...items]));
  return {
    lines: found.map(({ line }) => line),
    extra: listItems(contents.items.filter((item) => !covered.has(item))),
  };
}

/** One instance, and what it is part of. */
interface Item {
  readonly study: Study;
  readonly series: Series;
  readonly instance: Instance;
}

interface Contents {
  readonly items: readonly Item[];
  readonly byName: Readonly<Record<ContentName, ReadonlyMap<string, readonly Item[]>>>;
}

function contentsOf(catalog: CatalogSnapshot): Contents {
  const items = studiesOf(catalog).flatMap((study) =>
    study.series.flatMap((series) => series.instances.map((instance) => ({ study, series, instance }))),
  );
  return {
    items,
    byName: {
      'study-uid': groupBy(items, ({ study }) => study.studyInstanceUid),
      'series-uid': groupBy(items, ({ series }) => series.seriesInstanceUid),
      'instance-uid': groupBy(items, ({ instance }) => instance.sopInstanceUid),
      'accession-number': groupBy(items, ({ study }) => fold(study.accessionNumber)),
      'series-description': groupBy(items, ({ series }) => fold(series.description)),
    },
  };
}

/** Letter case and what stands between words: `T1_TSE-TRA` is `t1 tse tra`. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-–]+/g, ' ')
    .trim();
}

interface FoundCell {
  readonly cell: string;
  readonly name: ContentName | null;
  readonly items: readonly Item[];
}

function findCell(cell: string, { byName }: Contents): FoundCell {
  const folded = fold(cell);
  for (const name of CONTENT_NAMES) {
    const items = byName[name].get(name.endsWith('uid') ? cell : folded);
    if (items !== undefined && folded !== '') return { cell, name, items };
  }
  return { cell, name: null, items: [] };
}

interface FoundLine {
  readonly line: ExpectedLine;
  readonly items: ReadonlySet<Item>;
}

/** By the reading of which the least is not found, the first of those. */
function findLine({ text, readings }: PastedLine, contents: Contents): FoundLine {
  const [best] = readings
    .flatMap((reading) => findReading(reading, contents) ?? [])
    .sort((a, b) => a.notFound.length - b.notFound.length);
  const { items = new Set<Item>(), names = [], notFound = [], count = null } = best ?? {};
  const series = listItems([...items]);
  const line = { text, names, series, instances: items.size, expectedInstances: count, notFound };
  return { line, items };
}

interface FoundReading {
  readonly count: number | null;
  readonly items: ReadonlySet<Item>;
  readonly names: readonly ContentName[];
  readonly notFound: readonly string[];
}

/** Cells of one kind say each what is meant, those of the next kind what of it: `A100, T1 axial`; `A100, A101`. */
function findReading({ cells, count }: LineReading, contents: Contents): FoundReading | null {
  const found = cells.map((cell) => findCell(cell, contents));
  const notFound = cellsWithout(found);
  const names: ContentName[] = [];
  let meant: ReadonlySet<Item> | null = null;
  for (const name of CONTENT_NAMES) {
    const ofName = narrowCells(
      found.filter((one) => one.name === name),
      meant,
    );
    notFound.push(...cellsWithout(ofName));
    if (ofName.every(({ items }) => items.length === 0)) continue;
    meant = new Set(ofName.flatMap(({ items }) => items));
    names.push(name);
  }
  return meant === null ? null : { count, items: meant, names, notFound };
}

function cellsWithout(found: readonly FoundCell[]): string[] {
  return found.filter(({ items }) => items.length === 0).map(({ cell }) => cell);
}

function narrowCells(found: readonly FoundCell[], within: ReadonlySet<Item> | null): readonly FoundCell[] {
  if (within === null) return found;
  return found.map((one) => ({ ...one, items: one.items.filter((item) => within.has(item)) }));
}

/** The series of the instances, with how many of each. */
function listItems(items: readonly Item[]): readonly ListedSeries[] {
  return [...groupBy(items, ({ series }) => series)].flatMap(([series, ofSeries]) => {
    const [first] = ofSeries;
    return first === undefined ? [] : [listSeries(first.study, series, ofSeries.length)];
  });
}

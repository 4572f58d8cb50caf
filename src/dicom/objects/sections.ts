import type { TagKey } from '../tag';
import { parseDecimal } from '../text-values';
import { type Attributes, nameOf, valueOf } from './attributes';
import type { Fact, FactsSection, PaletteSection, TableColumn, TableRow, TableSection } from './object-face';

/** More than anyone reads in a table. */
const MAX_ROWS = 1000;

/** None where the value is ''. */
export function factOf(label: string, value: string): readonly Fact[] {
  return value === '' ? [] : [{ label, value }];
}

/** Those of the attributes that have a value, by their names in the dictionary. */
export function factsOf(attributes: Attributes, tags: readonly TagKey[]): readonly Fact[] {
  return tags.flatMap((tag) => factOf(nameOf(attributes, tag), valueOf(attributes, tag)));
}

export function factsSection(heading: string, facts: readonly Fact[]): FactsSection {
  return { as: 'facts', heading, facts };
}

/** A column of a table, and how its cell is read of what a row is of. */
export interface Column<Row> extends TableColumn {
  readonly read: (row: Row) => string;
}

/** The value of an attribute in each row. */
export function column(label: string, tag: TagKey): Column<Attributes> {
  return { label, read: (item) => valueOf(item, tag) };
}

export function numberColumn(label: string, tag: TagKey): Column<Attributes> {
  return { label, isNumber: true, read: (item) => decimalWords(valueOf(item, tag)) };
}

/** `6.00000000000000` makes `6`; what is no decimal stays as it is. */
export function decimalWords(text: string): string {
  const value = parseDecimal(text);
  return Number.isNaN(value) ? text : String(Number(value.toPrecision(SIGNIFICANT_DIGITS)));
}

/** More than a DS value of a measurement has. */
const SIGNIFICANT_DIGITS = 9;

/** A table of the first rows, without the columns that are empty from top to bottom. */
export function tableSection<Row>(
  heading: string,
  all: readonly Row[],
  columns: readonly Column<Row>[],
  colourOf: (row: Row) => TableRow['colour'] = () => undefined,
): TableSection {
  const cells = all.slice(0, MAX_ROWS).map((row) => ({ row, texts: columns.map(({ read }) => read(row)) }));
  const isUsed = columns.map((_, index) => cells.some(({ texts }) => texts[index] !== ''));
  const used = <T>(list: readonly T[]): readonly T[] => list.filter((_, index) => isUsed[index]);
  return {
    as: 'table',
    heading,
    columns: used(columns).map(({ label, isNumber = false }) => ({ label, isNumber })),
    rows: cells.map(({ row, texts }) => withColour({ cells: used(texts) }, colourOf(row))),
    total: all.length,
  };
}

function withColour(row: TableRow, colour: TableRow['colour']): TableRow {
  return colour === undefined ? row : { ...row, colour };
}

/** The entries of a palette, each of its colours from 0 to 255. */
export function paletteSection(
  heading: string,
  { red, green, blue }: { readonly red: Uint8Array; readonly green: Uint8Array; readonly blue: Uint8Array },
): PaletteSection {
  const rgb = new Uint8Array(red.length * 3);
  red.forEach((value, index) => rgb.set([value, green[index] ?? 0, blue[index] ?? 0], index * 3));
  return { as: 'palette', heading, rgb };
}

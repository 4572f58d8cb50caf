import type { Problem } from '../base/problem';
import type { Attribute, AttributeColumns } from './attribute-batch';

/** In a column in place of a value: the instance does not have the attribute. */
export const MISSING = 0;

/** Cells of four bytes that are held at most: 256 MB, of which the system gives what is written to. */
const MAX_CELLS = 2 ** 26;

interface Column {
  readonly attribute: Attribute;
  /** Of each instance its value's place in `values`, or `MISSING`. */
  readonly cells: Uint32Array;
}

/** Attributes by instances, put together from batches of any order. */
export class AttributeTableBuilder {
  /** Distinct values; the first stands for `MISSING`. */
  readonly values: string[] = [''];
  readonly failures: Problem[] = [];
  /** 1 for each instance that was read. */
  readonly isRead: Uint8Array;
  /** How many instances were read or failed. */
  done = 0;
  /** Some attributes were left out: they were more than can be held. */
  isCut = false;
  readonly #places = new Map<string, number>();
  readonly #columns = new Map<string, Column>();
  readonly #maxCells: number;

  /** @param instances how many there will be */
  constructor(instances: number, maxCells = MAX_CELLS) {
    this.isRead = new Uint8Array(instances);
    this.#maxCells = maxCells;
  }

  /** @param instanceOf tells which instance an entry of the batch's archive is. */
  add(batch: AttributeColumns, instanceOf: (entryIndex: number) => number | undefined): void {
    const columns = batch.attributes.map((attribute) => this.#columnFor(attribute));
    const places = Uint32Array.from(batch.values, (value) => this.#placeOf(value));
    let cell = 0;
    batch.entryIndex.forEach((entryIndex, entry) => {
      const instance = instanceOf(entryIndex);
      const end = batch.cellEnds[entry] ?? 0;
      for (; cell < end; cell++) {
        const column = columns[batch.cellAttributes[cell] ?? 0];
        if (column && instance !== undefined)
          column.cells[instance] = places[batch.cellValues[cell] ?? 0] ?? 0;
      }
      if (instance !== undefined) this.isRead[instance] = 1;
    });
    this.done += batch.entryIndex.length + batch.failures.length;
    this.failures.push(...batch.failures);
  }

  /** All that any instance has, in the order of a data set. */
  attributes(): readonly Attribute[] {
    return Array.from(this.#columns.values(), ({ attribute }) => attribute)
      .map((attribute) => ({ attribute, order: orderOf(attribute.path) }))
      .sort((a, b) => (a.order < b.order ? -1 : 1))
      .map(({ attribute }) => attribute);
  }

  /** Of all instances; null where none has the attribute. `MISSING` too for one that was not read. */
  cellsOf(path: string): Uint32Array | null {
    return this.#columns.get(path)?.cells ?? null;
  }

  #columnFor(attribute: Attribute): Column | null {
    const known = this.#columns.get(attribute.path);
    if (known !== undefined) return known;
    const instances = this.isRead.length;
    if ((this.#columns.size + 1) * instances > this.#maxCells) {
      this.isCut = true;
      return null;
    }
    const column = { attribute, cells: new Uint32Array(instances) };
    this.#columns.set(attribute.path, column);
    return column;
  }

  #placeOf(value: string): number {
    const known = this.#places.get(value);
    if (known !== undefined) return known;
    const place = this.values.push(value) - 1;
    this.#places.set(value, place);
    return place;
  }
}

/** Items by their number: `[2]` before `[10]`. */
function orderOf(path: string): string {
  return path.replace(/\d+(?=\])/g, (index) => index.padStart(8, '0'));
}

import type { Problem } from '../base/problem';

/** An attribute of some instances, at the top of their data sets or in an item of a sequence. */
export interface Attribute {
  /** `00100010`; inside sequences `00082112[0].00081155`. */
  readonly path: string;
  /** `(0010,0010)` */
  readonly tag: string;
  /** '' where the dictionary has none. */
  readonly keyword: string;
  /** Of a private one its creator in brackets. */
  readonly name: string;
  readonly vr: string;
}

export interface AttributeValue extends Attribute {
  readonly value: string;
}

/** Attributes of some entries of an archive, in columns; each string stands in it once. */
export interface AttributeColumns {
  readonly attributes: readonly Attribute[];
  readonly values: readonly string[];
  /** Of the entries that were read. */
  readonly entryIndex: Uint32Array<ArrayBuffer>;
  /** Where the cells of each of these end. */
  readonly cellEnds: Uint32Array<ArrayBuffer>;
  /** Of each cell: a place in `attributes`. */
  readonly cellAttributes: Uint32Array<ArrayBuffer>;
  /** Of each cell: a place in `values`. */
  readonly cellValues: Uint32Array<ArrayBuffer>;
  /** Why entries could not be read; these are not in `entryIndex`. */
  readonly failures: readonly Problem[];
}

export interface EncodedAttributes {
  readonly columns: AttributeColumns;
  readonly transfer: readonly ArrayBuffer[];
}

/** Gathers what was read of some entries. Batches are complete in themselves, so that nothing is held between them. */
export class AttributeBatchEncoder {
  readonly #attributes = new Map<string, { readonly attribute: Attribute; readonly place: number }>();
  readonly #values = new Map<string, number>();
  readonly #failures: Problem[] = [];
  readonly #entryIndex: number[] = [];
  readonly #cellEnds: number[] = [];
  readonly #cellAttributes: number[] = [];
  readonly #cellValues: number[] = [];

  get entries(): number {
    return this.#entryIndex.length + this.#failures.length;
  }

  get cells(): number {
    return this.#cellValues.length;
  }

  add(entryIndex: number, values: Iterable<AttributeValue>): void {
    for (const { value, ...attribute } of values) {
      this.#cellAttributes.push(this.#placeOfAttribute(attribute));
      this.#cellValues.push(this.#placeOfValue(value));
    }
    this.#entryIndex.push(entryIndex);
    this.#cellEnds.push(this.cells);
  }

  addFailure(problem: Problem): void {
    this.#failures.push(problem);
  }

  /** The buffers are meant to be transferred. */
  encode(): EncodedAttributes {
    const columns = {
      attributes: Array.from(this.#attributes.values(), ({ attribute }) => attribute),
      values: [...this.#values.keys()],
      entryIndex: Uint32Array.from(this.#entryIndex),
      cellEnds: Uint32Array.from(this.#cellEnds),
      cellAttributes: Uint32Array.from(this.#cellAttributes),
      cellValues: Uint32Array.from(this.#cellValues),
      failures: this.#failures,
    };
    const { entryIndex, cellEnds, cellAttributes, cellValues } = columns;
    return {
      columns,
      transfer: [entryIndex, cellEnds, cellAttributes, cellValues].map(({ buffer }) => buffer),
    };
  }

  #placeOfAttribute(attribute: Attribute): number {
    const known = this.#attributes.get(attribute.path);
    if (known !== undefined) return known.place;
    const place = this.#attributes.size;
    this.#attributes.set(attribute.path, { attribute, place });
    return place;
  }

  #placeOfValue(value: string): number {
    const known = this.#values.get(value);
    if (known !== undefined) return known;
    const place = this.#values.size;
    this.#values.set(value, place);
    return place;
  }
}

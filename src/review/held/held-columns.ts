import { assert } from '../../base/assert';
import type { ValuePlace } from './value-place';

/** Where a value was met: the place, and the path that it has there, with item numbers. */
export interface MetPlace {
  readonly place: ValuePlace;
  /** '' where the place has a kind. */
  readonly path: string;
}

/** What ends the row of an entry. */
export interface HeldRow {
  readonly entryIndex: number;
  /** Whether what was added as the top of the data set is all of it. */
  readonly hasStructure: boolean;
  /** NaN where there are no native pixels. */
  readonly pixelBytes: number;
}

/** The top of a data set: its tags, the empty ones negative. */
export type PackedStructure = readonly number[];

/** Rows in columns that cross to another thread without being copied; what was sent once is told by its number. */
export interface HeldColumns {
  readonly newPlaces: readonly MetPlace[];
  readonly newStructures: readonly PackedStructure[];
  /** UTF-8, one after the other; text `i` ends at `textEnds[i]`. */
  readonly newTexts: Uint8Array<ArrayBuffer>;
  readonly textEnds: Uint32Array<ArrayBuffer>;
  readonly entryIndex: Uint32Array<ArrayBuffer>;
  /** Of each row, in `pairs`. */
  readonly pairEnds: Uint32Array<ArrayBuffer>;
  readonly pairs: Uint32Array<ArrayBuffer>;
  readonly structure: Int32Array<ArrayBuffer>;
  readonly pixelBytes: Float64Array<ArrayBuffer>;
}

export function buffersOfHeld(columns: HeldColumns): readonly ArrayBuffer[] {
  const { newTexts, textEnds, entryIndex, pairEnds, pairs, structure, pixelBytes } = columns;
  return [newTexts, textEnds, entryIndex, pairEnds, pairs, structure, pixelBytes].map(({ buffer }) => buffer);
}

/** Lives as long as one worker's share of an archive, beside the `HeldDecoder` that reads its columns in order. */
export class HeldEncoder {
  readonly #texts = new Map<string, number>();
  readonly #structures = new Map<string, number>();
  #places = 0;
  #newPlaces: MetPlace[] = [];
  #newStructures: PackedStructure[] = [];
  #newTexts: string[] = [];
  /** Number of the place, number of the text, and so on. */
  #pairs = new Uint32Array(FIRST_PAIRS);
  #pairsEnd = 0;
  #entries: number[] = [];
  #pairEnds: number[] = [];
  #rowStructures: number[] = [];
  #pixelBytes: number[] = [];
  /** The structure of the row before, and how much of it this row has had so far; null once they differ. */
  #last: { readonly tags: PackedStructure; readonly number: number } = { tags: [], number: -1 };
  #same = 0;
  #own: number[] | null = null;

  /** Rows since the last flush. */
  get count(): number {
    return this.#entries.length;
  }

  /** The caller remembers the number: no two calls are of the same place. */
  addPlace(place: MetPlace): number {
    this.#newPlaces.push(place);
    return this.#places++;
  }

  numberOfText(text: string): number {
    let number = this.#texts.get(text);
    if (number === undefined) {
      number = this.#texts.size;
      this.#texts.set(text, number);
      this.#newTexts.push(text);
    }
    return number;
  }

  /** To the row that is ended next. */
  addValue(place: number, text: number): void {
    if (this.#pairsEnd + 2 > this.#pairs.length) {
      const grown = new Uint32Array(this.#pairs.length * 2);
      grown.set(this.#pairs);
      this.#pairs = grown;
    }
    this.#pairs[this.#pairsEnd++] = place;
    this.#pairs[this.#pairsEnd++] = text;
  }

  /** The next element at the top of the row's data set. Most files have the structure of the one before. */
  addTop(tag: number, isEmpty: boolean): void {
    const packed = isEmpty ? -tag : tag;
    if (this.#own !== null) this.#own.push(packed);
    else if (this.#last.tags[this.#same] === packed) this.#same += 1;
    else this.#own = [...this.#last.tags.slice(0, this.#same), packed];
  }

  endRow({ entryIndex, hasStructure, pixelBytes }: HeldRow): void {
    this.#entries.push(entryIndex);
    this.#pairEnds.push(this.#pairsEnd);
    this.#rowStructures.push(hasStructure ? this.#endStructure() : -1);
    this.#pixelBytes.push(pixelBytes);
    this.#same = 0;
    this.#own = null;
  }

  #endStructure(): number {
    if (this.#own === null && this.#same === this.#last.tags.length) return this.#last.number;
    const tags = this.#own ?? this.#last.tags.slice(0, this.#same);
    const key = tags.join();
    let number = this.#structures.get(key);
    if (number === undefined) {
      number = this.#structures.size;
      this.#structures.set(key, number);
      this.#newStructures.push(tags);
    }
    this.#last = { tags, number };
    return number;
  }

  /** The rows since the last flush; their buffers are meant to be transferred. */
  flush(): HeldColumns {
    const columns = {
      newPlaces: this.#newPlaces,
      newStructures: this.#newStructures,
      ...packTexts(this.#newTexts),
      entryIndex: Uint32Array.from(this.#entries),
      pairEnds: Uint32Array.from(this.#pairEnds),
      pairs: this.#pairs.slice(0, this.#pairsEnd),
      structure: Int32Array.from(this.#rowStructures),
      pixelBytes: Float64Array.from(this.#pixelBytes),
    };
    this.#newPlaces = [];
    this.#newStructures = [];
    this.#newTexts = [];
    this.#pairsEnd = 0;
    this.#entries = [];
    this.#pairEnds = [];
    this.#rowStructures = [];
    this.#pixelBytes = [];
    return columns;
  }
}

const FIRST_PAIRS = 1 << 12;

/** UTF-8 takes at most three bytes for each unit of a string. */
const MOST_BYTES = 3;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

function packTexts(texts: readonly string[]): Pick<HeldColumns, 'newTexts' | 'textEnds'> {
  const room = texts.reduce((sum, { length }) => sum + length, 0) * MOST_BYTES;
  const bytes = new Uint8Array(room);
  const textEnds = new Uint32Array(texts.length);
  let end = 0;
  texts.forEach((text, index) => {
    end += encoder.encodeInto(text, bytes.subarray(end)).written;
    textEnds[index] = end;
  });
  return { newTexts: bytes.slice(0, end), textEnds };
}

/** What one encoder sent, in the order in which it did. */
export class HeldDecoder {
  readonly places: MetPlace[] = [];
  readonly texts: string[] = [];
  readonly structures: PackedStructure[] = [];

  /** Takes in what is new; the rows are then read by their numbers. */
  takeIn({ newPlaces, newStructures, newTexts, textEnds }: HeldColumns): void {
    for (const place of newPlaces) this.places.push(place);
    for (const structure of newStructures) this.structures.push(structure);
    let start = 0;
    for (const end of textEnds) {
      this.texts.push(decoder.decode(newTexts.subarray(start, end)));
      start = end;
    }
  }
}

/** The pairs of a row. */
export function pairsOfRow({ pairEnds, pairs }: HeldColumns, row: number): Uint32Array {
  assert(row < pairEnds.length, 'the row is one of the columns');
  return pairs.subarray(row === 0 ? 0 : pairEnds[row - 1], pairEnds[row]);
}

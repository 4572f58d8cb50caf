import { UNDEFINED_LENGTH } from '../../dicom/element-cursor';
import type { Dictionary } from '../../dicom/dictionary';
import {
  type AttributePath,
  type ElementsRange,
  type HeldPass,
  type HeldValuesSink,
  HeldValuesReader,
} from '../../dicom/held-values';
import type { Part10Layout } from '../../dicom/part10-layout';
import { printableRuns } from '../../dicom/printable-runs';
import { PIXEL_DATA } from '../../dicom/summary-fields';
import { type HeldColumns, HeldEncoder, type MetPlace } from './held-columns';
import { ENCAPSULATED_DOCUMENT, readingOf } from './held-reading';
import { type PlaceKind, withoutItemNumbers } from './value-place';

/** A DICOM file in memory, as far as its pixels at least. */
export interface FileInMemory {
  readonly bytes: Uint8Array;
  readonly layout: Part10Layout;
  /** The inflated data set of a deflated transfer syntax (PS3.5 A.5); else null: it is in `bytes`. */
  readonly inflated: Uint8Array | null;
}

const META_ENCODING = { isExplicit: true, isLittleEndian: true };
const PREFIX_END = 132;
const PREAMBLE_BYTES = 128;
const DOCUMENT: MetPlace = {
  place: { path: '00420011', kind: null, tag: ENCAPSULATED_DOCUMENT, vr: 'OB', creator: '' },
  path: '00420011',
};

/** Collects what the review holds of the entries of one share; it lives as long as that is read. */
export class HeldScan {
  readonly #encoder = new HeldEncoder();
  readonly #reader: HeldValuesReader;
  readonly #kinds = new Map<PlaceKind, number>();
  /** By the number of the place. */
  readonly #lastTexts: { text: string; number: number }[] = [];
  #document: number | null = null;

  constructor(dictionary: Dictionary) {
    this.#reader = new HeldValuesReader({ dictionary, open: (path) => this.#open(path) });
  }

  /** Rows since the last flush. */
  get count(): number {
    return this.#encoder.count;
  }

  /** A text of the entry that is added next, in a place that is no attribute. */
  addText(kind: PlaceKind, text: string): void {
    if (text !== '') this.#add(this.#numberOfKind(kind), text);
  }

  /** The text of a document that the data set of the entry that is added next encapsulates (PS3.3 C.24.2). */
  addDocument(text: string): void {
    if (text === '') return;
    this.#document ??= this.#encoder.addPlace(DOCUMENT);
    this.#add(this.#document, text);
  }

  /** The elements between `start` and `end` of the entry that is added next, which stand behind its pixels. */
  addBehindPixels(bytes: Uint8Array, range: ElementsRange): void {
    this.#reader.read(bytes, range, 'behind', {
      addValue: (key, text) => this.#add(key, text),
      addTop: () => undefined,
    });
  }

  /** Ends the row of an entry that is no DICOM file. */
  endRow(entryIndex: number): void {
    this.#encoder.endRow({ entryIndex, hasStructure: false, pixelBytes: NaN });
  }

  /** Reads a DICOM file and ends its row. In the pass for `long` values, what the other one reads is left out. */
  addFile(entryIndex: number, { bytes, layout, inflated }: FileInMemory, pass: HeldPass): void {
    let pixelBytes = NaN;
    const sink: HeldValuesSink = {
      addValue: (key, text) => this.#add(key, text),
      addTop: (tag, length) => {
        this.#encoder.addTop(tag, length === 0);
        if (tag === PIXEL_DATA && length !== UNDEFINED_LENGTH) pixelBytes = length;
      },
    };
    const { metaStart, dataSetStart } = layout;
    if (pass === 'short' && metaStart === PREFIX_END) {
      this.addText('preamble', printableRuns(bytes.subarray(0, PREAMBLE_BYTES)));
    }
    const meta = { start: metaStart, end: dataSetStart, encoding: META_ENCODING };
    this.#reader.read(bytes, meta, pass, sink);
    const dataSet = inflated ?? bytes;
    const start = inflated === null ? dataSetStart : 0;
    this.#reader.read(dataSet, { start, end: dataSet.length, encoding: layout }, pass, sink);
    this.#encoder.endRow({ entryIndex, hasStructure: pass === 'short', pixelBytes });
  }

  flush(): HeldColumns {
    return this.#encoder.flush();
  }

  #add(place: number, text: string): void {
    this.#encoder.addValue(place, this.#numberOfText(place, text));
  }

  /** From file to file most values of a place are the same. */
  #numberOfText(key: number, text: string): number {
    const last = this.#lastTexts[key];
    if (last?.text === text) return last.number;
    const number = this.#encoder.numberOfText(text);
    if (last === undefined) this.#lastTexts[key] = { text, number };
    else {
      last.text = text;
      last.number = number;
    }
    return number;
  }

  #open(attribute: AttributePath): { readonly key: number; readonly reading: ReturnType<typeof readingOf> } {
    const { path, tag, vr, creator } = attribute;
    const reading = readingOf(attribute);
    if (reading === 'nothing') return { key: -1, reading };
    const place = { path: withoutItemNumbers(path), kind: null, tag, vr, creator };
    return { key: this.#encoder.addPlace({ place, path }), reading };
  }

  #numberOfKind(kind: PlaceKind): number {
    let number = this.#kinds.get(kind);
    if (number === undefined) {
      const place = { path: '', kind, tag: 0, vr: '', creator: '' };
      number = this.#encoder.addPlace({ place, path: '' });
      this.#kinds.set(kind, number);
    }
    return number;
  }
}

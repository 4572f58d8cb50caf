import { assert } from '../base/assert';
import type { Problem } from '../base/problem';
import { INSTANCE_NUMBER_KEYS, INSTANCE_TEXT_KEYS, type InstanceSummary } from '../dicom/summary';
import { emptySummary } from '../dicom/summary-fields';
import type { FileKind, LedgerState } from './catalog-types';
import type { ScanRow } from './file-columns';

/** Results of the scan of some entries, in columns; strings are interned for the whole scan of one worker. */
export interface SummaryColumns {
  /** Strings not sent before by this worker; their numbers follow on from those sent. */
  readonly newStrings: readonly string[];
  readonly count: number;
  readonly entryIndex: Uint32Array<ArrayBuffer>;
  readonly kind: readonly FileKind[];
  readonly state: readonly Exclude<LedgerState, 'duplicate'>[];
  /** 1 where the row has a summary. */
  readonly hasSummary: Uint8Array<ArrayBuffer>;
  /** String numbers, `INSTANCE_TEXT_KEYS.length` for each row with a summary. */
  readonly text: Uint32Array<ArrayBuffer>;
  /** `INSTANCE_NUMBER_KEYS.length` for each row with a summary. */
  readonly numbers: Float64Array<ArrayBuffer>;
  /** By position in the batch. */
  readonly problems: readonly (readonly [row: number, problem: Problem])[];
  /** Compressed bytes of the entries of this batch: what the progress counts. */
  readonly compressedBytes: number;
  /** Bytes that were inflated for this batch. */
  readonly inflatedBytes: number;
}

/** A row and what it cost to read. */
export interface MeasuredRow extends ScanRow {
  readonly compressedBytes: number;
  readonly inflatedBytes: number;
}

export interface EncodedBatch {
  readonly columns: SummaryColumns;
  readonly transfer: readonly ArrayBuffer[];
}

/** Lives as long as one scan of one worker, beside the `SummaryBatchDecoder` that reads its batches in order. */
export class SummaryBatchEncoder {
  readonly #numbers = new Map<string, number>();
  #sentStrings = 0;
  #newStrings: string[] = [];
  #rows: MeasuredRow[] = [];

  /** Rows since the last flush. */
  get count(): number {
    return this.#rows.length;
  }

  add(row: MeasuredRow): void {
    this.#rows.push(row);
  }

  /** The rows since the last flush in columns; their buffers are meant to be transferred. */
  flush(): EncodedBatch {
    const rows = this.#rows;
    const summaries = rows.flatMap(({ summary }) => summary ?? []);
    const text = this.#encodeText(summaries);
    const columns: SummaryColumns = {
      newStrings: this.#newStrings,
      count: rows.length,
      entryIndex: Uint32Array.from(rows, ({ entryIndex }) => entryIndex),
      kind: rows.map(({ kind }) => kind),
      state: rows.map(({ state }) => state),
      hasSummary: Uint8Array.from(rows, ({ summary }) => (summary === null ? 0 : 1)),
      text,
      numbers: encodeNumbers(summaries),
      problems: rows.flatMap(({ problems }, index) => problems.map((problem) => [index, problem] as const)),
      compressedBytes: rows.reduce((total, { compressedBytes }) => total + compressedBytes, 0),
      inflatedBytes: rows.reduce((total, { inflatedBytes }) => total + inflatedBytes, 0),
    };
    this.#sentStrings += this.#newStrings.length;
    this.#newStrings = [];
    this.#rows = [];
    const { entryIndex, hasSummary, numbers } = columns;
    return { columns, transfer: [entryIndex.buffer, hasSummary.buffer, text.buffer, numbers.buffer] };
  }

  #encodeText(summaries: readonly InstanceSummary[]): Uint32Array<ArrayBuffer> {
    const text = new Uint32Array(summaries.length * INSTANCE_TEXT_KEYS.length);
    let at = 0;
    for (const summary of summaries) {
      for (const key of INSTANCE_TEXT_KEYS) text[at++] = this.#numberOf(summary[key]);
    }
    return text;
  }

  #numberOf(value: string): number {
    let number = this.#numbers.get(value);
    if (number === undefined) {
      number = this.#sentStrings + this.#newStrings.length;
      this.#newStrings.push(value);
      this.#numbers.set(value, number);
    }
    return number;
  }
}

/** Gives the rows back; all batches of one encoder, each once, in the order in which they were flushed. */
export class SummaryBatchDecoder {
  readonly #strings: string[] = [];

  decode(columns: SummaryColumns): readonly ScanRow[] {
    for (const text of columns.newStrings) this.#strings.push(text);
    const problems = problemsByRow(columns);
    let summaries = 0;
    return columns.kind.map((kind, index) => {
      const state = columns.state[index];
      const entryIndex = columns.entryIndex[index];
      assert(state !== undefined && entryIndex !== undefined, 'the columns of a batch are of one length');
      const summary = columns.hasSummary[index] === 1 ? this.#decodeSummary(columns, summaries++) : null;
      return { entryIndex, kind, state, summary, problems: problems.get(index) ?? [] };
    });
  }

  #decodeSummary(columns: SummaryColumns, index: number): InstanceSummary {
    const summary = emptySummary();
    let at = index * INSTANCE_TEXT_KEYS.length;
    for (const key of INSTANCE_TEXT_KEYS) summary[key] = this.#strings[columns.text[at++] ?? -1] ?? '';
    at = index * INSTANCE_NUMBER_KEYS.length;
    for (const key of INSTANCE_NUMBER_KEYS) summary[key] = columns.numbers[at++] ?? NaN;
    return summary;
  }
}

function problemsByRow(columns: SummaryColumns): ReadonlyMap<number, readonly Problem[]> {
  const byRow = new Map<number, Problem[]>();
  for (const [row, problem] of columns.problems) byRow.set(row, [...(byRow.get(row) ?? []), problem]);
  return byRow;
}

function encodeNumbers(summaries: readonly InstanceSummary[]): Float64Array<ArrayBuffer> {
  const numbers = new Float64Array(summaries.length * INSTANCE_NUMBER_KEYS.length);
  let at = 0;
  for (const summary of summaries) {
    for (const key of INSTANCE_NUMBER_KEYS) numbers[at++] = summary[key];
  }
  return numbers;
}

import type { Problem } from '../base/problem';

/** One element of a header, flattened in file order; the page needs no dictionary to show it. */
export interface HeaderRow {
  /**
   * `00100010`; inside sequences `00082112[0].00081155`. An item's row ends in its index: `00082112[0]`. Where a tag
   * comes again in one data set, the last one has this path, and those before it `00100010~1`, `00100010~2`.
   */
  readonly path: string;
  /** 0 at the top level; an item is one deeper than its sequence, its elements two. */
  readonly depth: number;
  readonly kind: 'element' | 'sequence' | 'item';
  /** `(0010,0010)`; '' for an item. */
  readonly tag: string;
  /** Keyword, or '' where the dictionary has none. */
  readonly keyword: string;
  /** `Patient's Name`; for a private element with its creator, `DLP [ELSCINT1]`; `Item 1` for an item. */
  readonly name: string;
  readonly vr: string;
  /** Number of values. */
  readonly vm: number;
  /**
   * Decoded, several values joined by `\`; cut after `MAX_VALUE_CHARACTERS`. Of binary values the start: numbers of
   * OF, OD, OL and OV, bytes in hexadecimal of all others.
   */
  readonly value: string;
  readonly valueIsCut: boolean;
  /** Length of the value field in bytes; -1 where undefined. */
  readonly lengthBytes: number;
  /** Offset of the value field from the start of the file, in bytes. */
  readonly offsetBytes: number;
  /** What a value means where that is not plain: `CT Image Storage`, `2024-03-05`, `45 years`; see `readableValue`. */
  readonly note?: string;
  /** Of a private element: who reserved its block (PS3.5 7.8.1), `ELSCINT1`. */
  readonly creator?: string;
  /** What is wrong with this element: `VR CS, the dictionary says LO`. They are among the problems of the header too. */
  readonly problems?: readonly string[];
}

export interface Header {
  readonly rows: readonly HeaderRow[];
  readonly problems: readonly Problem[];
  readonly transferSyntaxUid: string;
  readonly transferSyntaxName: string;
  readonly sopClassName: string;
}

export const MAX_VALUE_CHARACTERS = 4096;

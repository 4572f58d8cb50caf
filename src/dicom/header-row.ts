import type { Problem } from '../base/problem';

/** One element of a header, flattened in file order; the page needs no dictionary to show it. */
export interface HeaderRow {
  /** `00100010`; inside sequences `00082112[0].00081155`. An item's row ends in its index: `00082112[0]`. */
  readonly path: string;
  /** 0 at the top level; an item is one deeper than its sequence, its elements two. */
  readonly depth: number;
  readonly kind: 'element' | 'sequence' | 'item';
  /** `(0010,0010)`; '' for an item. */
  readonly tag: string;
  /** Keyword, or '' where the dictionary has none. */
  readonly keyword: string;
  /** `Patient's Name`; for a private element its creator in brackets; `Item 1` for an item. */
  readonly name: string;
  readonly vr: string;
  /** Number of values. */
  readonly vm: number;
  /** Decoded, several values joined by `\`; binary as a preview; cut after `MAX_VALUE_CHARACTERS`. */
  readonly value: string;
  readonly valueIsCut: boolean;
  /** Length of the value field in bytes; -1 where undefined. */
  readonly lengthBytes: number;
  /** Offset of the value field from the start of the file, in bytes. */
  readonly offsetBytes: number;
  /** What a value means where that is not plain: of a registered UID its name, `CT Image Storage`. */
  readonly note?: string;
}

export interface Header {
  readonly rows: readonly HeaderRow[];
  readonly problems: readonly Problem[];
  readonly transferSyntaxUid: string;
  readonly transferSyntaxName: string;
  readonly sopClassName: string;
}

export const MAX_VALUE_CHARACTERS = 4096;

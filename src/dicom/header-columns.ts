import type { Problem } from '../base/problem';
import type { Header, HeaderRow } from './header-row';

const KINDS = ['element', 'sequence', 'item'] as const satisfies readonly HeaderRow['kind'][];

const TEXT_KEYS = ['tag', 'keyword', 'name', 'vr', 'value', 'note', 'creator'] as const;
const NUMBERS_OF_ROW = 6;

/**
 * A header as it crosses from worker to page: 50,000 rows are as many objects, which to copy takes longer than to read
 * the file. What frames repeat stands in it once.
 */
export interface HeaderColumns extends Omit<Header, 'rows' | 'problems'> {
  readonly count: number;
  /** One for each line. */
  readonly paths: string;
  readonly strings: readonly string[];
  /** For each row, by `TEXT_KEYS`: places in `strings`, one more than they are; 0 where the row has none. */
  readonly texts: Uint32Array<ArrayBuffer>;
  /** For each row: depth, place of its kind, VM, whether the value is cut, length and offset in bytes. */
  readonly numbers: Float64Array<ArrayBuffer>;
  /** Of the rows that have any. */
  readonly rowProblems: readonly (readonly [row: number, problems: readonly string[]])[];
  readonly problems: readonly Problem[];
}

export interface EncodedHeader {
  readonly columns: HeaderColumns;
  readonly transfer: readonly ArrayBuffer[];
}

export function encodeHeader({ rows, ...rest }: Header): EncodedHeader {
  const places = new Map<string, number>();
  const placeOf = (text: string | undefined): number => {
    if (text === undefined) return 0;
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, places.size + 1);
    return places.size;
  };
  const texts = new Uint32Array(rows.length * TEXT_KEYS.length);
  const numbers = new Float64Array(rows.length * NUMBERS_OF_ROW);
  let textAt = 0;
  let numberAt = 0;
  for (const row of rows) {
    for (const key of TEXT_KEYS) texts[textAt++] = placeOf(row[key]);
    numbers[numberAt++] = row.depth;
    numbers[numberAt++] = KINDS.indexOf(row.kind);
    numbers[numberAt++] = row.vm;
    numbers[numberAt++] = row.valueIsCut ? 1 : 0;
    numbers[numberAt++] = row.lengthBytes;
    numbers[numberAt++] = row.offsetBytes;
  }
  const columns: HeaderColumns = {
    ...rest,
    count: rows.length,
    paths: rows.map(({ path }) => path).join('\n'),
    strings: [...places.keys()],
    texts,
    numbers,
    rowProblems: rows.flatMap(({ problems }, index) => (problems ? [[index, problems] as const] : [])),
  };
  return { columns, transfer: [texts.buffer, numbers.buffer] };
}

export function decodeHeader(columns: HeaderColumns): Header {
  const { problems, transferSyntaxUid, transferSyntaxName, sopClassName } = columns;
  const paths = columns.paths.split('\n');
  const rowProblems = new Map(columns.rowProblems);
  const rows = Array.from({ length: columns.count }, (_, index) => {
    const row = decodeRow(columns, index, paths[index] ?? '');
    const note = textAt(columns, index, 5);
    const creator = textAt(columns, index, 6);
    const found = rowProblems.get(index);
    // Most have none of them; so it takes half of the time.
    if (note === undefined && creator === undefined && found === undefined) return row;
    return {
      ...row,
      ...(note !== undefined && { note }),
      ...(creator !== undefined && { creator }),
      ...(found !== undefined && { problems: found }),
    };
  });
  return { rows, problems, transferSyntaxUid, transferSyntaxName, sopClassName };
}

function decodeRow(columns: HeaderColumns, index: number, path: string): HeaderRow {
  const { numbers } = columns;
  const at = index * NUMBERS_OF_ROW;
  return {
    path,
    depth: numbers[at] ?? 0,
    kind: KINDS[numbers[at + 1] ?? 0] ?? 'element',
    tag: textAt(columns, index, 0) ?? '',
    keyword: textAt(columns, index, 1) ?? '',
    name: textAt(columns, index, 2) ?? '',
    vr: textAt(columns, index, 3) ?? '',
    vm: numbers[at + 2] ?? 0,
    value: textAt(columns, index, 4) ?? '',
    valueIsCut: numbers[at + 3] === 1,
    lengthBytes: numbers[at + 4] ?? 0,
    offsetBytes: numbers[at + 5] ?? 0,
  };
}

/** `key` is a place in `TEXT_KEYS`. */
function textAt({ strings, texts }: HeaderColumns, index: number, key: number): string | undefined {
  const place = texts[index * TEXT_KEYS.length + key] ?? 0;
  return place === 0 ? undefined : strings[place - 1];
}

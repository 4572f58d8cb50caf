import type { HeaderRow } from '../../dicom/header-row';
import { isPrivateRow } from './filter-rows';

/** What the search field asks for. */
export interface HeaderSearch {
  /** In lower case; '' where everything matches. */
  readonly text: string;
  /** `0010`, `00100010`: how a tag begins that may be meant; '' where the text is none. */
  readonly tagDigits: string;
  /** Only private elements, by their creator. */
  readonly isPrivate: boolean;
}

const PRIVATE = 'private:';

/** A tag may be written `0010,0010`, `(0010,0010)` or `00100010`; `private:siemens` asks for a creator. */
export function parseSearch(written: string): HeaderSearch {
  const text = written.trim().toLowerCase();
  if (text.startsWith(PRIVATE)) {
    return { text: text.slice(PRIVATE.length).trimStart(), tagDigits: '', isPrivate: true };
  }
  const digits = text.replace(/[(),\s]/g, '');
  return { text, tagDigits: /^[0-9a-f]{4,8}$/.test(digits) ? digits : '', isPrivate: false };
}

/** Whether a search leaves everything as it is. */
export function isEmptySearch({ text, isPrivate }: HeaderSearch): boolean {
  return text === '' && !isPrivate;
}

/** Tells by its index which of `rows` match. */
export function matcherOf(
  rows: readonly HeaderRow[],
  { text, tagDigits, isPrivate }: HeaderSearch,
): (row: HeaderRow, index: number) => boolean {
  if (isPrivate) return (row) => isPrivateRow(row) && creatorOf(row).toLowerCase().includes(text);
  if (text === '') return () => true;
  const texts = searchTextsOf(rows);
  return (row, index) =>
    texts[index]?.includes(text) === true || (tagDigits !== '' && hasTagDigits(row, tagDigits));
}

function creatorOf({ creator, value, name }: HeaderRow): string {
  return creator ?? (name === 'Private Creator' ? value : '');
}

function hasTagDigits({ tag }: HeaderRow, digits: string): boolean {
  return tag.replace(/[(),]/g, '').toLowerCase().startsWith(digits);
}

/** Of each header, once it is searched: so typing costs no more than looking through them. */
const searchTexts = new WeakMap<readonly HeaderRow[], readonly string[]>();

/** Ahead of the first letter, which is then answered as soon as the others. */
export function prepareSearch(rows: readonly HeaderRow[]): void {
  searchTextsOf(rows);
}

function searchTextsOf(rows: readonly HeaderRow[]): readonly string[] {
  const known = searchTexts.get(rows);
  if (known !== undefined) return known;
  const texts = rows.map(({ tag, keyword, name, value, note = '', creator = '' }) =>
    `${tag}\n${keyword}\n${name}\n${value}\n${note}\n${creator}`.toLowerCase(),
  );
  searchTexts.set(rows, texts);
  return texts;
}

import type { HeaderSearch } from './header-search';

/** A piece of a text, and whether it is what was searched for. */
export interface TextPiece {
  readonly text: string;
  readonly isMatch: boolean;
}

/** The text in pieces, each place of what is searched for a piece of its own. */
export function markText(text: string, { text: wanted }: HeaderSearch): readonly TextPiece[] {
  const lower = text.toLowerCase();
  // Some letters change their number with their case: places in one text are then none in the other.
  if (wanted === '' || lower.length !== text.length) return piecesOf(text, []);
  const ranges: (readonly [number, number])[] = [];
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length)) {
    ranges.push([at, at + wanted.length]);
  }
  return piecesOf(text, ranges);
}

/** A tag is found by its digits too: of `00100020` all of `(0010,0020)` is a match but the brackets. */
export function markTag(tag: string, search: HeaderSearch): readonly TextPiece[] {
  const { tagDigits } = search;
  const digits = tag.replace(/[(),]/g, '').toLowerCase();
  if (tagDigits === '' || !digits.startsWith(tagDigits)) return markText(tag, search);
  const comma = tagDigits.length > 4 ? 1 : 0;
  return piecesOf(tag, [[1, 1 + tagDigits.length + comma]]);
}

/** Fewer characters are in sight of any value. */
const SIGHT = 24;
const BEFORE = 8;

/** The text from shortly before the first match on, where that would be out of sight at its start. */
export function excerptOf(text: string, { text: wanted }: HeaderSearch): string {
  const at = wanted === '' ? -1 : text.toLowerCase().indexOf(wanted);
  return at + wanted.length > SIGHT && at > BEFORE ? `…${text.slice(at - BEFORE)}` : text;
}

export function isMarked(pieces: readonly TextPiece[]): boolean {
  return pieces.some(({ isMatch }) => isMatch);
}

/** The text in pieces; the ranges are in ascending order and do not overlap. */
export function piecesOf(text: string, ranges: readonly (readonly [number, number])[]): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let done = 0;
  for (const [start, end] of ranges) {
    pieces.push({ text: text.slice(done, start), isMatch: false });
    pieces.push({ text: text.slice(start, end), isMatch: true });
    done = end;
  }
  pieces.push({ text: text.slice(done), isMatch: false });
  return pieces.filter((piece) => piece.text !== '');
}

import type { TextRange } from '../finding';

/** A text in which case, diacritics and apostrophes are gone, with the way back to what they were taken from. */
export interface FoldedText {
  readonly original: string;
  readonly text: string;
  /** Of each unit of `text` the first unit of the original that it comes from; null: the same one. */
  readonly starts: readonly number[] | null;
}

/** Letters that Unicode does not take apart (they carry no separate mark), as they are written without them. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'ss',
  æ: 'ae',
  Æ: 'ae',
  œ: 'oe',
  Œ: 'oe',
  ø: 'o',
  Ø: 'o',
  ł: 'l',
  Ł: 'l',
  đ: 'd',
  Đ: 'd',
  ð: 'd',
  Ð: 'd',
  þ: 'th',
  Þ: 'th',
  ħ: 'h',
  Ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  Ŋ: 'n',
  ŧ: 't',
  Ŧ: 't',
};

/** Written or left out as it comes: O'Brien, O’Brien, OBrien. */
const APOSTROPHES = "'`´‘’ʼʹ′";

// eslint-disable-next-line no-control-regex -- all of ASCII but the apostrophe and the grave accent
const PLAIN = /^[\x00-\x26\x28-\x5f\x61-\x7f]*$/;
const MARKS = /[\u0300-\u036f]/g;

/** In what Unicode calls compatibility forms: `Ｒｏé` makes `roe`; characters that are one to the eye are one. */
export function foldText(original: string): FoldedText {
  if (PLAIN.test(original)) return { original, text: original.toLowerCase(), starts: null };
  const starts: number[] = [];
  let text = '';
  let at = 0;
  for (const character of original) {
    text += foldCharacter(character);
    while (starts.length < text.length) starts.push(at);
    at += character.length;
  }
  return { original, text, starts };
}

/** The range of the original that a range of the folded text comes from, with the marks that belong to its end. */
export function originalRange({ original, text, starts }: FoldedText, start: number, end: number): TextRange {
  if (starts === null) return [start, end];
  const from = starts[start] ?? original.length;
  const last = starts[end - 1] ?? from;
  let to = last + String.fromCodePoint(original.codePointAt(last) ?? 0).length;
  const next = end < text.length ? (starts[end] ?? original.length) : original.length;
  while (to < next && foldCharacter(original.charAt(to)) === '' && !APOSTROPHES.includes(original.charAt(to)))
    to += 1;
  return [from, Math.max(to, from)];
}

/** Whether two neighbours in the folded text have nothing between them in the original that was left out. */
export function areNeighbours({ original, starts }: FoldedText, before: number): boolean {
  if (starts === null) return true;
  const first = starts[before] ?? 0;
  const second = starts[before + 1] ?? 0;
  for (let at = first; at < second; at++) if (APOSTROPHES.includes(original.charAt(at))) return false;
  return true;
}

const foldedCharacters = new Map<string, string>();

function foldCharacter(character: string): string {
  let folded = foldedCharacters.get(character);
  if (folded === undefined) {
    folded = computeFold(character);
    foldedCharacters.set(character, folded);
  }
  return folded;
}

function computeFold(character: string): string {
  if (APOSTROPHES.includes(character)) return '';
  const letter = LETTERS[character];
  if (letter !== undefined) return letter;
  // Put together again: a syllable of Hangul is one character, not three.
  return character.normalize('NFKD').replaceAll(MARKS, '').toLowerCase().normalize('NFC');
}

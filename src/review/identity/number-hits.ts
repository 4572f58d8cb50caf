import { isWordUnit } from './aho-corasick';
import type { FoldedText } from './fold-text';
import type { SearchHit, SearchTerm } from './search-hit';

/** A number as long as this is found within other characters too; a shorter one by itself. */
const MIN_CHARACTERS_WITHIN = 6;
/** Digits fewer than that are many things: they are to be all of the text, or introduced by a word. */
const MIN_DIGITS_AS_TEXT = 5;
/** From here on, digits may be grouped in another way than they were met. */
const MIN_CHARACTERS_GROUPED = 8;
const MOST_GROUPS = 3;

const LONGEST_INTRODUCTION = 24;
const INTRODUCED =
  /(?:^|[^\p{L}])(?:id|ids|mrn|pid|pat|patient|nr|no|number|accession|acc|case|fall|hn|#)[\s.:#=_-]{0,3}$/u;

/** An identifier's number where it stands is that number, and not part of another one. */
export function isWholeNumber({ term, start, end }: SearchHit, { text }: FoldedText): boolean {
  if (!isGroupedAlike(text.slice(start, end), term)) return false;
  const isDigits = /^\d+$/.test(term.key);
  if (
    isDigits &&
    (/\d\.$/.test(text.slice(Math.max(0, start - 2), start)) || /^\.\d/.test(text.slice(end, end + 2)))
  )
    return false;
  if (term.key.length >= MIN_CHARACTERS_WITHIN) return !isWithinDigits(text, start, end);
  if (isWordUnit(text.charCodeAt(start - 1)) || isWordUnit(text.charCodeAt(end))) return false;
  if (!isDigits || term.identifier.kind === 'own-term') return true;
  const isAll = term.key.length >= MIN_DIGITS_AS_TEXT && end - start === text.length;
  return isAll || INTRODUCED.test(text.slice(Math.max(0, start - LONGEST_INTRODUCTION), start));
}

/** `63483683/7`, `634836837`, `63483683 7`; a phone number is grouped in any way. */
function isGroupedAlike(written: string, { key, identifier }: SearchTerm): boolean {
  if (/[^\p{L}\p{N}]{4}|\n/u.test(written)) return false;
  const most = key.length >= MIN_CHARACTERS_GROUPED ? MOST_GROUPS : groupsIn(identifier.text);
  return identifier.kind === 'phone' || groupsIn(written) <= most;
}

function groupsIn(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

const MOST_ZEROS = 24;

/** Zeros before it fill it up to a length: `0063483683`. */
function isWithinDigits(text: string, start: number, end: number): boolean {
  const before = /\d*$/.exec(text.slice(Math.max(0, start - MOST_ZEROS), start))?.[0] ?? '';
  if (/\d/.test(text.charAt(start)) && !/^0*$/.test(before)) return true;
  return /\d/.test(text.charAt(end - 1)) && /\d/.test(text.charAt(end));
}

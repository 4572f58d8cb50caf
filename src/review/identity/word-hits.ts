import { groupBy } from '../../base/group-by';
import { isWordUnit } from './aho-corasick';
import { isCommonWord } from './common-words';
import { areNeighbours, type FoldedText, originalRange } from './fold-text';
import type { SearchHit } from './search-hit';
import { isIdeographic } from './person-name-parts';

/** A name of three letters is in many abbreviations. */
const MIN_NAME_ALONE = 4;
const MOST_BETWEEN_NAMES = 2;

/** No letter on either side; in scripts without spaces that cannot be told. */
export function isWholeWord({ term, start, end }: SearchHit, folded: FoldedText): boolean {
  if (
    !isIdeographic(term.key) &&
    (isLetterBeside(folded, start - 1, start) || isLetterBeside(folded, end, end))
  ) {
    return false;
  }
  if (term.form !== 'initials') return true;
  const written = folded.original.slice(...originalRange(folded, start, end));
  return written === written.toUpperCase();
}

/** `second` is the later one of the letter and its neighbour: an apostrophe parts the two (`Roe's`). */
function isLetterBeside(folded: FoldedText, at: number, second: number): boolean {
  const unit = folded.text.charCodeAt(at);
  return isWordUnit(unit) && !isDigit(unit) && areNeighbours(folded, second - 1);
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/**
 * Those that stand for themselves. A name that is a word as well, or short, needs another part of the same name beside
 * it, or a position that tells.
 */
export function namingHits(hits: readonly SearchHit[], folded: FoldedText): readonly SearchHit[] {
  const byStart = groupBy(hits.some(isWeak) ? hits : [], ({ start }) => start);
  const beside = new Set<SearchHit>();
  for (const hit of hits) {
    for (const other of nextHits(hit, byStart, folded)) {
      if (isOfOnePerson(hit, other)) beside.add(hit).add(other);
    }
  }
  return hits.filter((hit) => !isWeak(hit) || beside.has(hit) || isInTellingPosition(hit, folded));
}

function isWeak({ term: { key, people } }: SearchHit): boolean {
  if (people.size === 0) return false;
  return isCommonWord(key) || (key.length < MIN_NAME_ALONE && !isIdeographic(key));
}

/** Those that begin behind a hit, with nothing but a separator or two between them: `Field^Grant`, `Grant, Field`. */
function nextHits(
  { end }: SearchHit,
  byStart: ReadonlyMap<number, readonly SearchHit[]>,
  { text }: FoldedText,
): readonly SearchHit[] {
  if (byStart.size === 0) return [];
  const found: SearchHit[] = [];
  for (let at = end; at <= end + MOST_BETWEEN_NAMES; at++) {
    found.push(...(byStart.get(at) ?? []));
    if (isWordUnit(text.charCodeAt(at))) break;
  }
  return found;
}

function isOfOnePerson({ term: one }: SearchHit, { term: other }: SearchHit): boolean {
  if (one.key === other.key) return false;
  for (const person of one.people) if (other.people.has(person)) return true;
  return false;
}

/** Not in capitals: MR and PT are modalities. */
const BEFORE_NAME =
  /(?:^|[^\p{L}])(?:(?:Dr|Mr|Ms|Mrs|Miss|Prof|Herr|Frau|Mme|Pt|[Pp]atient|[Ff]or|[Bb]y)\.?|(?:[Nn]ame|[Pp]atient)\s?[:=]) {1,2}$/u;
const LONGEST_BEFORE_NAME = 12;

/** Behind a title or the like, and written as a name: `Dr White`, but not `for white matter`. */
function isInTellingPosition({ start, end }: SearchHit, folded: FoldedText): boolean {
  const [from, to] = originalRange(folded, start, end);
  const { original } = folded;
  if (!/^\p{Lu}\p{Ll}/u.test(original.slice(from, to))) return false;
  return BEFORE_NAME.test(original.slice(Math.max(0, from - LONGEST_BEFORE_NAME), from));
}

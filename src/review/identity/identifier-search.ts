import { createPatternSearch, type PatternMatch } from './aho-corasick';
import { findDates } from '../patterns/find-dates';
import { type FoldedText, foldText, originalRange } from './fold-text';
import type { Echo, Identifier } from './identifiers';
import { isWholeNumber } from './number-hits';
import type { SearchHit, SearchTerm } from './search-hit';
import { isLonger, pickApart } from './text-ranges';
import { isWholeWord, namingHits } from './word-hits';

export interface SearchedIdentifiers {
  readonly terms: readonly SearchTerm[];
  /** By the day: `20210419`. */
  readonly birthDates: ReadonlyMap<string, Identifier>;
}

/** Makes what finds them in a text, in its order; where two overlap, the longer one. */
export function createIdentifierSearch({
  terms,
  birthDates,
}: SearchedIdentifiers): (text: string) => readonly Echo[] {
  const findWords = createTermSearch(terms.filter(({ form }) => form !== 'number'));
  const findNumbers = createTermSearch(terms.filter(({ form }) => form === 'number'));
  return (text) => {
    const folded = foldText(text);
    const words = findWords(folded).filter((hit) => isWholeWord(hit, folded));
    const hits = [
      ...namingHits(words, folded),
      ...findNumbers(folded).filter((hit) => isWholeNumber(hit, folded)),
    ];
    const echoes = hits.map(({ term, start, end }) => ({
      identifier: term.identifier,
      range: originalRange(folded, start, end),
    }));
    return pickApart([...echoes, ...birthDatesIn(text, birthDates)], isLonger);
  };
}

function createTermSearch(terms: readonly SearchTerm[]): (folded: FoldedText) => readonly SearchHit[] {
  if (terms.length === 0) return () => [];
  const keys = terms.map(({ key }) => key);
  const { findAll } = createPatternSearch(keys, { skipSeparators: terms[0]?.form === 'number' });
  const toHit = ({ pattern, start, end }: PatternMatch): readonly SearchHit[] => {
    const term = terms[pattern];
    return term === undefined ? [] : [{ term, start, end }];
  };
  return ({ text }) => findAll(text).flatMap(toHit);
}

function birthDatesIn(text: string, birthDates: SearchedIdentifiers['birthDates']): readonly Echo[] {
  if (birthDates.size === 0) return [];
  return findDates(text).flatMap(({ range, days }) => {
    const identifier = days.map((day) => birthDates.get(day)).find((known) => known !== undefined);
    return identifier === undefined ? [] : [{ identifier, range }];
  });
}

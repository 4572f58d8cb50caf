import { isAllowedTerm } from '../profile/allowed-terms';
import { findNamesInValue } from './find-person-names';
import { findPatterns } from './find-patterns';
import { findRecordNumbers } from './find-record-numbers';
import type { HeldValue } from '../held/held-value';
import type { Echo } from '../identity/identifiers';
import type { ReviewOptions } from '../review-options';
import type { FoundPattern } from './text-pattern';
import { isLonger, overlapsSome, pickApart } from '../identity/text-ranges';

const WORDS_OF_FORM = {
  caret: 'a person’s name as DICOM writes it',
  title: 'a name with a title',
  introduced: 'a name introduced as one',
  'e-mail': 'an e-mail address',
} as const;

const RECORD_NUMBER = 'a number as patients have them';

/** What in a value leads to a person by its shape, but for what the reviewer allows; in the order of the text. */
export function patternsInValue(held: HeldValue, options: ReviewOptions): readonly FoundPattern[] {
  const found = [
    ...findPatterns(held.text),
    ...findNamesInValue(held).map(({ form, range }) => ({
      words: WORDS_OF_FORM[form],
      range,
      isIdentifying: true,
    })),
    ...findRecordNumbers(held).map((range) => ({ words: RECORD_NUMBER, range, isIdentifying: true })),
  ];
  return pickApart(found, isLonger).filter(({ range }) => !isAllowedTerm(held.text.slice(...range), options));
}

/** Those that are no echo as well. */
export function withoutEchoes(
  patterns: readonly FoundPattern[],
  echoes: readonly Echo[],
): readonly FoundPattern[] {
  return patterns.filter(({ range }) => !overlapsSome(range, echoes));
}

/** `a phone number and a date`, each of them once. */
export function wordsOfPatterns(patterns: readonly FoundPattern[]): string {
  return [...new Set(patterns.map(({ words }) => words))].join(' and ');
}

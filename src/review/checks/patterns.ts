import { isPrivateTag } from '../../dicom/tag';
import { isAllowedTerm } from '../profile/allowed-terms';
import type { Check } from '../check';
import { DATE } from '../patterns/find-patterns';
import type { Finding } from '../finding';
import type { HeldValue } from '../held/held-value';
import { isProfileHit } from '../profile/profile';
import type { ReviewInput } from '../review-input';
import type { FoundPattern } from '../patterns/text-pattern';
import { patternsInValue, withoutEchoes, wordsOfPatterns } from '../patterns/value-patterns';
import { isAboutEquipment, isHiddenAttribute } from '../identity/telling-places';
import type { ValuePlace } from '../held/value-place';

/**
 * Texts with the shape of something that leads to a person: phone numbers, e-mail and web addresses, streets, national
 * numbers with their check digits, numbers introduced as a patient's, names with a title or as in VR PN, and dates. What
 * is an echo is reported as that, and what the profile reports by it. A date in a private attribute is a note: most are
 * of the program, not of the person.
 */
export const patternsCheck: Check = {
  id: 'patterns',
  find: (input) => input.values.all.flatMap((held) => findingsOf(held, input)),
};

function findingsOf(held: HeldValue, { identifiers, options }: ReviewInput): readonly Finding[] {
  if (!isSearched(held.place)) return [];
  const found = patternsInValue(held, options);
  if (found.length === 0 || isProfileHit(held, options) || isAllowedTerm(held.text, options)) return [];
  const patterns = withoutEchoes(found, identifiers.echoesIn(held));
  return patterns.length === 0 ? [] : [findingOf(held, patterns)];
}

function findingOf(held: HeldValue, patterns: readonly FoundPattern[]): Finding {
  const isPrivate = isPrivateTag(held.place.tag);
  const identifying = patterns.some(
    ({ isIdentifying, words }) => isIdentifying && !(isPrivate && words === DATE),
  );
  return {
    check: 'patterns',
    severity: identifying ? 'check' : 'note',
    identifying,
    value: held.text,
    marks: patterns.map(({ range }) => range),
    message: `Looks as if it holds ${wordsOfPatterns(patterns)}.`,
    place: { held },
  };
}

const SEARCHED_KINDS: ReadonlySet<string> = new Set(['non-dicom', 'picture-metadata']);
const SEARCHED_VRS: ReadonlySet<string> = new Set('LO LT OB SH ST UC UN UR UT'.split(' '));

function isSearched(place: ValuePlace): boolean {
  if (place.kind !== null) return SEARCHED_KINDS.has(place.kind);
  return SEARCHED_VRS.has(place.vr) && !isHiddenAttribute(place) && !isAboutEquipment(place.tag);
}

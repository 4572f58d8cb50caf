import { isAllowedTerm } from '../profile/allowed-terms';
import type { Check } from '../check';
import { severityOfEchoes, wordsOfEchoes } from '../identity/echo-words';
import type { Finding } from '../finding';
import type { HeldValue } from '../held/held-value';
import { isProfileHit } from '../profile/profile';
import type { ReviewInput } from '../review-input';
import { isAboutEquipment, isHiddenAttribute, REFERENCED_FILE_ID } from '../identity/telling-places';
import type { ValuePlace } from '../held/value-place';

/**
 * What identifies someone in one place stands in another one: components of names, numbers, birth dates, phone numbers,
 * addresses and institutions (`learnIdentifiers`), in any text at any depth, in the printable runs of bytes, in
 * documents and files that are not DICOM. A name that is a common word counts beside another part of the same name only,
 * or where its position tells. Where the value itself is what makes the attribute identifying, the profile and the
 * check of dates and names say so; paths and hidden bytes have checks of their own.
 */
export const echoesCheck: Check = {
  id: 'echoes',
  find: (input) => input.values.all.flatMap((held) => findingsOf(held, input)),
};

function findingsOf(held: HeldValue, { identifiers, options }: ReviewInput): readonly Finding[] {
  const { place, text } = held;
  if (!isSearched(place)) return [];
  const echoes = identifiers.echoesIn(held);
  if (echoes.length === 0 || isProfileHit(held, options) || isAllowedTerm(text, options)) return [];
  return [
    {
      check: 'echoes',
      severity: severityOfEchoes(echoes),
      identifying: true,
      value: text,
      marks: echoes.map(({ range }) => range),
      message: `Holds ${wordsOfEchoes(echoes)}.`,
      place: { held },
    },
  ];
}

const SEARCHED_KINDS: ReadonlySet<string> = new Set(['non-dicom', 'picture-metadata']);
/** Not CS: its values are out of lists, and a patient who is called Derived is in half of them. */
const SEARCHED_VRS: ReadonlySet<string> = new Set('AE LO LT OB SH ST UC UN UR UT'.split(' '));

function isSearched(place: ValuePlace): boolean {
  const { kind, vr, tag } = place;
  if (kind !== null) return SEARCHED_KINDS.has(kind);
  return (
    SEARCHED_VRS.has(vr) && tag !== REFERENCED_FILE_ID && !isHiddenAttribute(place) && !isAboutEquipment(tag)
  );
}

import { isPrivateTag } from '../../dicom/tag';
import { isAllowedTerm } from '../profile/allowed-terms';
import type { Check } from '../check';
import { standInOf } from '../identity/dummy-values';
import type { Finding } from '../finding';
import type { HeldValue } from '../held/held-value';
import { isStructuredText } from '../profile/content-item-values';
import { profilePlaceOf } from '../profile/profile';
import type { ReviewOptions } from '../review-options';
import { isKnownSafe } from '../profile/safe-private';
import type { ValuePlace } from '../held/value-place';
import { CHECK, NOTE, STOP, type Weight } from '../weight';

/**
 * Dates, times and person names by their VR that table E.1-1 does not have: private ones, and those of other editions
 * (PS3.5 6.2). When a machine was calibrated, or something expires, is a note; so is a time without a day, which may be
 * a duration. Private attributes that are known to be safe are left out, and what has a check of its own.
 */
export const datesAndNamesCheck: Check = {
  id: 'dates-and-names',
  find: ({ values, options }) => values.all.flatMap((held) => findingsOf(held, options)),
};

const WORDS: Readonly<Record<string, string>> = {
  PN: 'a person’s name',
  DA: 'a date',
  DT: 'a date and time',
  TM: 'a time of day',
};

/** (0008,0416) Expiration DateTime, (0014,1020) Expiry Date, (0014,3076), (0014,3077): gain calibration. */
const TECHNICAL: ReadonlySet<number> = new Set([0x00080416, 0x00141020, 0x00143076, 0x00143077]);

function findingsOf(held: HeldValue, options: ReviewOptions): readonly Finding[] {
  const { place, text } = held;
  const word = WORDS[place.vr];
  if (word === undefined || isStructuredText(place.tag) || profilePlaceOf(place) !== null) return [];
  if (isKnownSafe(place) || isAllowedTerm(text, options)) return [];
  const weight = weigh(held, options);
  if (weight === null) return [];
  const message = `This is ${word} by its value representation, in ${ownerOf(place)}.`;
  return [{ check: 'dates-and-names', ...weight, value: text, marks: [], message, place: { held } }];
}

function ownerOf({ tag, creator }: ValuePlace): string {
  if (!isPrivateTag(tag)) return 'an attribute that the Basic Profile does not list';
  return creator === ''
    ? 'a private attribute that no creator has reserved'
    : `a private attribute of ${creator}`;
}

function weigh({ place: { tag, vr }, text }: HeldValue, { allowed }: ReviewOptions): Weight | null {
  const standIn = standInOf(text, vr);
  if (standIn === 'dummy') return null;
  if (vr === 'PN') return standIn === 'pseudonym' ? NOTE : STOP;
  if (allowed.includes('retainLongitudinalFullDates')) return null;
  const isNote = vr === 'TM' || TECHNICAL.has(tag) || allowed.includes('retainLongitudinalModifiedDates');
  return isNote ? NOTE : CHECK;
}

import type { Check } from '../check';
import type { Finding } from '../finding';
import type { HeldValue } from '../held/held-value';
import { profileHitOf, type ProfileHit, type ProfilePlace, type ProfileReason } from '../profile/profile';
import { verbOfAction } from '../profile/profile-words';
import { learnPseudonyms, pseudonymKey } from '../identity/pseudonyms';
import type { ReviewInput } from '../review-input';
import { NOTE } from '../weight';

/**
 * Attributes of the Basic Profile (PS3.15 table E.1-1) that have a value, at any depth and in the file meta
 * information. Names, IDs, contacts and birth dates stop; dates, institutions and devices are to be checked; all else
 * is a note. Values that only stand in for one that was taken away are no finding, nor are UIDs.
 *
 * A code that is both the name and the ID of a patient is a note: who registers patients writes their names, and tools
 * for de-identification write a code twice. It is not identifying, since only whoever holds its key knows who that is.
 */
export const profileCheck: Check = {
  id: 'profile',
  find: (input) => {
    const pseudonyms = learnPseudonyms(input.values);
    return input.values.all.flatMap((held) => findingsOf(held, input, pseudonyms));
  },
};

function findingsOf(
  held: HeldValue,
  { options }: ReviewInput,
  pseudonyms: ReadonlySet<string>,
): readonly Finding[] {
  const hit = profileHitOf(held, options);
  if (hit === null) return [];
  const isPseudonym = NAMES_AND_IDS.has(hit.at.attribute.kind) && pseudonyms.has(pseudonymKey(held.text));
  const { weight, reason, at }: ProfileHit = isPseudonym
    ? { weight: NOTE, reason: 'pseudonym', at: hit.at }
    : hit;
  const { severity, identifying } = weight;
  const message = messageOf(at, reason);
  return [{ check: 'profile', severity, identifying, value: held.text, marks: [], message, place: { held } }];
}

const NAMES_AND_IDS: ReadonlySet<string> = new Set(['name', 'id']);

function messageOf({ attribute, isInSequence }: ProfilePlace, reason: ProfileReason): string {
  const { name, basicProfile, kind } = attribute;
  const subject = isInSequence ? `${name}, in which this stands` : name;
  if (reason === 'clean') {
    const state = kind === 'date' || kind === 'time' ? 'shifted' : 'clean';
    return `The transfer allows ${subject}, if it is ${state}: see that it is.`;
  }
  return `The Basic Profile ${verbOfAction(basicProfile)} ${subject}${REMARKS[reason]}.`;
}

const REMARKS: Readonly<Record<Exclude<ProfileReason, 'clean'>, string>> = {
  remove: ', and here is a value',
  pseudonym: '; this looks like a pseudonym, which identifies nobody without its key',
  counter: '; a number this short hardly tells one person from another',
  'very-old': '; few people are 90 or older, so that an age may identify one of them',
};

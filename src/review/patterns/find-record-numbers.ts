import { PHONE_RULES } from './contact-rules';
import { findDates } from './find-dates';
import type { TextRange } from '../finding';
import type { HeldValue } from '../held/held-value';
import { profilePlaceOf } from '../profile/profile';
import { applyRules } from './text-pattern';
import { isLonger, overlapsSome, pickApart } from '../identity/text-ranges';

/**
 * Seven to ten digits, as numbers of patients and visits have them, with up to three letters before or a check digit
 * behind: `41648859/7`, `H-4660879`. What is filled up with zeros is a count, as is what has a unit.
 */
const RECORD_NUMBER =
  /(?<![\p{L}\p{N}.,/+_-])(?:[A-Z]{1,3}[- ]?)?[1-9]\d{6,9}(?:[/-]\d)?(?![\p{L}\p{N}]|[.,/_-]\d| ?(?:voxel|pixel|byte|count|kcount|event|image|sample|point|[µmkM]?(?:s|Hz|m|Bq|B)(?!\p{L})))/gu;

/** In what describes a study or an image a number that long is out of place, and likely the patient's, unless it is part of a date or a phone number. */
export function findRecordNumbers({ place, text }: HeldValue): readonly TextRange[] {
  if (!/\d{7}/.test(text) || place.vr === 'UI' || profilePlaceOf(place)?.attribute.kind !== 'descriptor')
    return [];
  const numbers = [...text.matchAll(RECORD_NUMBER)].map(
    ({ index, 0: number }) => [index, index + number.length] as const,
  );
  if (numbers.length === 0) return [];
  const dates = findDates(text).filter(({ isCertain }) => isCertain);
  const others = pickApart([...applyRules(PHONE_RULES, text), ...dates], isLonger);
  return numbers.filter((range) => !overlapsSome(range, others));
}

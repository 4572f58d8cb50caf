import { ADDRESS_RULES } from './address-rules';
import { E_MAIL_RULES, PHONE_RULES, WEB_RULES } from './contact-rules';
import { findDates } from './find-dates';
import { INTRODUCED_NUMBER_RULES, NATIONAL_ID_RULES } from './national-id-rules';
import { isLonger, pickApart } from '../identity/text-ranges';
import { applyRules, type FoundPattern } from './text-pattern';

/** What a date is called. */
export const DATE = 'a date';

const RULES = [
  E_MAIL_RULES,
  WEB_RULES,
  PHONE_RULES,
  ADDRESS_RULES,
  INTRODUCED_NUMBER_RULES,
  NATIONAL_ID_RULES,
];

/** Contacts, addresses and numbers of people, and dates, by their shape; in the order of the text, none in another. */
export function findPatterns(text: string): readonly FoundPattern[] {
  const dates = findDates(text).filter(({ isCertain }) => isCertain);
  const found = [
    ...RULES.flatMap((rules) => applyRules(rules, text)),
    ...dates.map(({ range }) => ({ words: DATE, range, isIdentifying: true })),
  ];
  return pickApart(found, isLonger);
}

import { isCommonWord } from './common-words';
import { isDay } from '../patterns/find-dates';
import { foldText } from './fold-text';

const LETTER_PAIRS: readonly (readonly [letter: RegExp, pair: string])[] = [
  [/[äæ]/g, 'ae'],
  [/[öøœ]/g, 'oe'],
  [/ü/g, 'ue'],
  [/å/g, 'aa'],
];

/** Folded, in the spellings that take the place of one another: `Jürgen` makes `jurgen`, `juergen`. */
export function spellingsOf(word: string): readonly string[] {
  const folded = foldText(word).text;
  const paired = LETTER_PAIRS.reduce(
    (text, [letter, pair]) => text.replaceAll(letter, pair),
    word.normalize('NFC').toLowerCase(),
  );
  return [...new Set([folded, foldText(paired).text, folded.replaceAll(/([aou])e/g, '$1')])];
}

/** Letters and digits alone, folded. */
export function squeeze(text: string): string {
  return foldText(text).text.replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** A number of so many digits tells by itself, without the letters before it or the digit behind it. */
const MIN_CORE_DIGITS = 6;

/** `H-11705483`: with and without its letters; `63483683/7`: with and without its last digit; `000123456`: without zeros. */
export function numberForms(id: string): readonly string[] {
  const whole = squeeze(id);
  const core = /^\p{L}+(\d+)$/u.exec(whole)?.[1] ?? '';
  const stem = /^(\d+)[/-]\d$/.exec(id)?.[1] ?? '';
  const bare = /^0+(\d+)$/.exec(whole)?.[1] ?? '';
  return [whole, ...[core, stem, bare].filter((form) => form.length >= MIN_CORE_DIGITS && !isDay(form))];
}

const MIN_PHONE_DIGITS = 8;

/** With the code of the country, of one digit to three, and without it. */
export function phoneForms(phone: string): readonly string[] {
  const digits = phone.replaceAll(/\D/g, '');
  const hasCountry = /^\s*(\+|00)/.test(phone);
  const bare = digits.replace(/^0+/, '');
  const national = hasCountry ? [1, 2, 3].map((length) => bare.slice(length).replace(/^0+/, '')) : [];
  return [bare, ...national.filter(({ length }) => length >= MIN_PHONE_DIGITS)];
}

const MIN_ADDRESS_CHARACTERS = 6;

/** All of an address, and what of it has a house's number: `512 Elm Street`. */
export function addressParts(address: string): readonly string[] {
  const parts = address.split(/[,;^\n\r]+/).map((part) => part.trim());
  const streets = parts.filter((part) => /\d/.test(part) && /\p{L}{3}/u.test(part));
  return [address, ...streets].filter(({ length }) => length >= MIN_ADDRESS_CHARACTERS);
}

const MIN_INITIALS = 3;
const MOST_INITIALS = 6;

/** `University Hospital of Ashford` makes `uha`; '' where they would be a word, or too few. */
export function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}]+/u).filter((word) => /^\p{Lu}/u.test(word));
  const initials = foldText(words.map((word) => word.charAt(0)).join('')).text;
  const isTelling = initials.length >= MIN_INITIALS && initials.length <= MOST_INITIALS;
  return isTelling && !isCommonWord(initials) ? initials : '';
}

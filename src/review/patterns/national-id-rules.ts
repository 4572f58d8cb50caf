import type { PatternRule, PatternRules } from './text-pattern';

/** Numbers of people and their records, introduced by what they are called, with four digits at least. */
const INTRODUCED: PatternRule = {
  words: 'a number introduced as one of a person',
  pattern: new RegExp(
    '(?<![\\p{L}\\p{N}])(?:SSN|SIN|NHS|MRN|MRNO|PID|PAT|Pat(?:ient)?(?:en)?[ .-]{0,2}(?:ID|Id|No|Nr|Nummer|Number)|Patient (?:ID|number|no)|' +
      'BSN|CPR|AHV|NIR|NIE|DNI|NIF|CPF|PESEL|KVNR|HETU|personnummer|fødselsnummer|fodselsnummer|CNP|EGN|RRN|INSEE|codice fiscale|' +
      'Aadhaar|Medicare|Medicaid|[Hh]ospital (?:no|number)|[Aa]ccession(?: ?(?:no|nr|number|#))?|Acc\\.? ?(?:no|nr|#)|[Pp]assport|Versichertennummer|' +
      'Fallnummer|Fallnr|Aufnahmenummer|[Cc]ase (?:no|number)|[Mm]edical [Rr]ecord(?: [Nn]umber)?|[Ss]ocial [Ss]ecurity(?: [Nn]umber)?)' +
      '[ .:#=_-]{0,3}(?:no|nr|number|is)?[ .:#=_-]{0,3}(?=[A-Z/ -]{0,4}\\d)[A-Z\\d](?:[-/. ]?[A-Z\\d]){3,30}(?![\\p{L}\\p{N}])',
    'gu',
  ),
  fits: (match) => (match.match(/\d/g)?.length ?? 0) >= 4,
};

export const INTRODUCED_NUMBER_RULES: PatternRules = { hint: /\d(?:[-/. ]?[A-Z\d]){3}/, rules: [INTRODUCED] };

/**
 * National numbers by their form and their check digits. One that has neither separators nor letters, and of which one
 * in ten would pass, counts only where it is introduced.
 */
export const NATIONAL_ID_RULES: PatternRules = {
  hint: /\d{6}|\d{2,3}[-. ]\d{2,4}[-. ]|[A-Z]{6}\d/,
  rules: [
    // Area, group and serial number are never zero, and no area is 666 (ssa.gov, randomization of 2011).
    national('United States', '(?!000|666)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}'),
    national('British', '\\d{3} \\d{3} \\d{4}', isNhsNumber),
    national('Swedish', '(?:19|20)?\\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\\d|3[01])[-+]\\d{4}', (match) =>
      passesLuhn(digitsOf(match).slice(-10)),
    ),
    national(
      'Finnish',
      '(?:[0-2]\\d|3[01])(?:0\\d|1[0-2])\\d{2}[-+A-FU-Y]\\d{3}[\\dA-FHJ-NPR-Y]',
      isFinnishCode,
    ),
    national('Danish', '(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])\\d{2}-\\d{4}'),
    national('Norwegian', '(?:[0-6]\\d|7[01])(?:[04][1-9]|[15][0-2])\\d{2} \\d{5}', isNorwegianNumber),
    national(
      'French',
      '[12] ?\\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\\d) ?(?:\\d{2}|2[AB]) ?\\d{3} ?\\d{3} ?\\d{2}',
      isFrenchNumber,
    ),
    national('Italian', '[A-Z]{6}\\d{2}[A-EHLMPRST]\\d{2}[A-Z]\\d{3}[A-Z]', isItalianCode),
    national('Spanish', '(?:\\d{8}|[XYZ]\\d{7})-?[A-Z]', isSpanishNumber),
    national('Brazilian', '\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}', isBrazilianNumber),
    national('Belgian', '\\d{2}\\.[0-5]\\d\\.\\d{2}-\\d{3}\\.\\d{2}', isBelgianNumber),
    national('Swiss', '756\\.\\d{4}\\.\\d{4}\\.\\d{2}', isSwissNumber),
    national(
      'Chinese',
      '\\d{6}(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\\d|3[01])\\d{3}[\\dX]',
      isChineseNumber,
    ),
    national('Korean', '\\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\\d|3[01])-[1-8]\\d{6}'),
  ],
};

function national(country: string, source: string, fits: PatternRule['fits'] = () => true): PatternRule {
  return {
    words: `a national number (${country})`,
    pattern: new RegExp(`(?<![\\p{L}\\p{N}.+-])${source}(?![\\p{L}\\p{N}]|[.-]\\d)`, 'gu'),
    fits,
  };
}

function digitsOf(text: string): readonly number[] {
  return (text.match(/\d/g) ?? []).map(Number);
}

function weightedSum(digits: readonly number[], weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0);
}

/** ISO/IEC 7812-1, annex B: every second digit from the right is doubled. */
function passesLuhn(digits: readonly number[]): boolean {
  const sum = digits.toReversed().reduce((total, digit, index) => {
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** Modulo 11 over nine digits. */
function isNhsNumber(text: string): boolean {
  const digits = digitsOf(text);
  const check = (11 - (weightedSum(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
  return check === digits[9];
}

function isFinnishCode(text: string): boolean {
  const remainder = Number(text.slice(0, 6) + text.slice(7, 10)) % 31;
  return '0123456789ABCDEFHJKLMNPRSTUVWXY'[remainder] === text[10];
}

function isNorwegianNumber(text: string): boolean {
  const digits = digitsOf(text);
  const first = weightedSum(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]);
  const second = weightedSum(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]);
  return first % 11 === 0 && second % 11 === 0;
}

/** 97 minus the number modulo 97; the departments 2A and 2B count as 19 and 18. */
function isFrenchNumber(text: string): boolean {
  const digits = text.replaceAll(' ', '').replace('2A', '19').replace('2B', '18');
  return 97 - Number(BigInt(digits.slice(0, 13)) % 97n) === Number(digits.slice(13));
}

/** What characters in odd places count for (decree of 23 December 1976, Italy), of 0 to 9 and of A to Z alike. */
const ODD_PLACES = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

function isItalianCode(text: string): boolean {
  const sum = Array.from(text.slice(0, 15)).reduce((total, character, index) => {
    const value = /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 65;
    return total + (index % 2 === 0 ? (ODD_PLACES[value] ?? 0) : value);
  }, 0);
  return String.fromCharCode(65 + (sum % 26)) === text.at(-1);
}

/** The letter that a foreigner's number begins with stands for a digit. */
function isSpanishNumber(text: string): boolean {
  const number = text.replace(/-?[A-Z]$/, '').replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)));
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(number) % 23] === text.at(-1);
}

function isBrazilianNumber(text: string): boolean {
  const digits = digitsOf(text);
  const check = (count: number): number => {
    const weights = Array.from({ length: count }, (_, index) => count + 1 - index);
    return ((weightedSum(digits, weights) * 10) % 11) % 10;
  };
  return check(9) === digits[9] && check(10) === digits[10];
}

/** Who was born from 2000 on has a 2 before the number. */
function isBelgianNumber(text: string): boolean {
  const digits = text.replaceAll(/\D/g, '');
  const [number, check] = [digits.slice(0, 9), Number(digits.slice(9))];
  return 97 - (Number(number) % 97) === check || 97 - (Number(`2${number}`) % 97) === check;
}

/** EAN-13. */
function isSwissNumber(text: string): boolean {
  return weightedSum(digitsOf(text), [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0;
}

/** GB 11643-1999. */
function isChineseNumber(text: string): boolean {
  const sum = weightedSum(digitsOf(text.slice(0, 17)), [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]);
  return '10X98765432'[sum % 11] === text.at(-1);
}

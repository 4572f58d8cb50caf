import type { TextRange } from '../finding';

/** A date that stands in a text. */
export interface FoundDate {
  readonly range: TextRange;
  /** The days that it may mean, `20210419`: of 04/05/2021 two. */
  readonly days: readonly string[];
  /** Anybody would read it as a date; else it is one only to who looks for that day: `19042021`, `19.04.21`. */
  readonly isCertain: boolean;
}

/** The first letters of months, folded, in the languages of Western and Northern Europe. */
const MONTHS: Readonly<Record<string, number>> = {
  ...{ jan: 1, ene: 1, gen: 1, feb: 2, fev: 2, mar: 3, maa: 3, mrt: 3, apr: 4, abr: 4, avr: 4 },
  ...{ mai: 5, may: 5, maj: 5, mag: 5, mei: 5, jun: 6, jui: 6, giu: 6, jul: 7, lug: 7 },
  ...{ aug: 8, ago: 8, aou: 8, sep: 9, set: 9, oct: 10, okt: 10, ott: 10, out: 10 },
  ...{ nov: 11, dec: 12, dez: 12, dic: 12, des: 12 },
};

const YEAR = '(?:18[89]|19\\d|20\\d)\\d';
const DAY_OR_MONTH = '(?:0?[1-9]|[12]\\d|3[01])';
const MONTH_NAME = '\\p{L}{3,10}';
/** Neither inside a longer number, nor part of a version or a UID. */
const BEFORE = '(?<!\\d|\\d[.,])';
const AFTER = '(?!\\d|[.,]\\d)';

/** Numbers around separators; eight digits, with or without the time behind them; a month by its name. */
const NUMERIC = new RegExp(
  `${BEFORE}(?:(${YEAR})([-./])(${DAY_OR_MONTH})\\2(${DAY_OR_MONTH})|(${DAY_OR_MONTH})([-./ ])(${DAY_OR_MONTH})\\6(${YEAR}|\\d\\d))${AFTER}`,
  'gu',
);
const DIGITS = /(?<!\d|\d[.,])(\d{8})(?:[0-2]\d[0-5]\d(?:[0-5]\d(?:\.\d+)?)?)?(?!\d|[.,]\d)/g;
const NAMED = new RegExp(
  `(?<![\\d.])(?:(\\d{1,2})(?:st|nd|rd|th|er|º|°)?[-. ]{0,2}(?:de |of )?(${MONTH_NAME})\\.?[-, ]{0,2}(?:de |del )?(${YEAR})|(?<!\\p{L})(${MONTH_NAME})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (${YEAR}))${AFTER}`,
  'giu',
);

/** Cheaper than the forms themselves: most texts have digits, and few a date. */
const NUMERIC_HINT = /\d([-./ ])\d\d?\1\d/;
const DIGITS_HINT = /\d{8}/;
const NAMED_HINT = /(?:18|19|20)\d\d/;

/** In the order of the forms, not of the text. */
export function findDates(text: string): readonly FoundDate[] {
  const numeric = NUMERIC_HINT.test(text) ? numericDates(text) : [];
  const digits = DIGITS_HINT.test(text) ? digitDates(text) : [];
  const named = NAMED_HINT.test(text) && /\p{L}{3}/u.test(text) ? namedDates(text) : [];
  return [...numeric, ...digits, ...named];
}

function numericDates(text: string): readonly FoundDate[] {
  return [...text.matchAll(NUMERIC)].flatMap((match) => {
    const [, year, , month = '', day = '', first = '', , second = '', last = ''] = match;
    if (year !== undefined) return foundDate(match, [toDay(year, month, day)], true);
    if (last.length === 4) {
      return foundDate(match, [toDay(last, second, first), toDay(last, first, second)], true);
    }
    // Two digits of a year: the text would be a version as well.
    if (first.length < 2 || second.length < 2) return [];
    const years = [`19${last}`, `20${last}`];
    const days = years.flatMap((full) => [toDay(full, second, first), toDay(full, first, second)]);
    return foundDate(match, days, false);
  });
}

function digitDates(text: string): readonly FoundDate[] {
  return [...text.matchAll(DIGITS)].flatMap((match) => {
    const [, digits = ''] = match;
    const day = toDay(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6));
    if (day !== '') return foundDate(match, [day], true);
    const [first, second, year] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)];
    return foundDate(match, [toDay(year, second, first), toDay(year, first, second)], false);
  });
}

function namedDates(text: string): readonly FoundDate[] {
  return [...text.matchAll(NAMED)].flatMap((match) => {
    const [, dayFirst, monthSecond = '', yearLast = '', monthFirst = '', daySecond = '', yearAfter = ''] =
      match;
    const isDayFirst = dayFirst !== undefined;
    const month = monthOf(isDayFirst ? monthSecond : monthFirst);
    if (month === undefined) return [];
    const day = toDay(isDayFirst ? yearLast : yearAfter, String(month), isDayFirst ? dayFirst : daySecond);
    return foundDate(match, [day], true);
  });
}

function monthOf(name: string): number | undefined {
  const start = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').slice(0, 3).toLowerCase();
  // Juillet is not juin.
  return start === 'jui' && /^juil/i.test(name) ? 7 : MONTHS[start];
}

function foundDate(
  match: RegExpExecArray,
  days: readonly string[],
  isCertain: boolean,
): readonly FoundDate[] {
  const known = [...new Set(days)].filter((day) => day !== '');
  if (known.length === 0) return [];
  return [{ range: [match.index, match.index + match[0].length], days: known, isCertain }];
}

/** A calendar day of those who are imaged: `20210419`. */
export function isDay(digits: string): boolean {
  return /^\d{8}$/.test(digits) && toDay(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)) !== '';
}

const FIRST_YEAR = 1880;
const LAST_YEAR = 2099;

/** '' where there is no such day, or nobody who was born on it is imaged. */
function toDay(year: string, month: string, day: string): string {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (y < FIRST_YEAR || y > LAST_YEAR || m < 1 || m > 12 || d < 1 || d > daysInMonth(y, m)) return '';
  return `${year}${month.padStart(2, '0')}${day.padStart(2, '0')}`;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

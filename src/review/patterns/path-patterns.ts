import { isCommonWord } from '../identity/common-words';
import { findDates } from './find-dates';
import { findPersonNames } from './find-person-names';
import type { TextRange } from '../finding';
import { foldText } from '../identity/fold-text';
import { E_MAIL_RULES } from './contact-rules';
import { INTRODUCED_NUMBER_RULES } from './national-id-rules';
import { applyRules } from './text-pattern';
import { pickApart } from '../identity/text-ranges';

/** What the name of a folder or a file looks like. */
export interface PathPattern {
  readonly words: string;
  readonly range: TextRange;
  /** `date` and `number` may be of anything. */
  readonly form: 'person' | 'contact' | 'date' | 'number';
  /** Of a date: `20210419`; else ''. */
  readonly day: string;
}

const WORD = "\\p{Lu}(?:\\p{L}|['’-](?=\\p{L}))+";
/** `Roe_Richard_19610304`, `Roe, Richard 04.03.1961`, and the other way round. */
const NAME_AND_DATE = new RegExp(
  `^(${WORD}(?:[_ ,^]+${WORD}){1,3})[_ .^-]+(?=\\d)|[\\d][_ ^-]+(${WORD}(?:[_ ,^]+${WORD}){1,3})$`,
  'u',
);
const CONTACT_RULES = [INTRODUCED_NUMBER_RULES, E_MAIL_RULES];
/** Digits alone, as many as numbers of patients have; the names of files on a medium have eight characters at most. */
const LONG_NUMBER = /(?<![\p{L}\d.])\d{6,12}(?![\p{L}\d]|\.\d)/gu;

/** Shapes in one name of a path: a person with a date, an e-mail address, a number introduced as one, a date, a number. */
export function findPathPatterns(name: string): readonly PathPattern[] {
  const dates = findDates(name).filter(({ isCertain }) => isCertain);
  const found: readonly PathPattern[] = [
    ...(dates.length === 0 ? [] : namesWithDates(name)),
    ...namesIn(name),
    ...CONTACT_RULES.flatMap((rules) => applyRules(rules, name)).map(({ words, range }) => ({
      ...{ words, range, day: '' },
      form: 'contact' as const,
    })),
    ...dates.map(({ range, days }) => ({
      words: 'a date',
      range,
      form: 'date' as const,
      day: days[0] ?? '',
    })),
    ...[...name.matchAll(LONG_NUMBER)].map(({ index, 0: digits }) => ({
      words: 'a number as patients have them',
      range: [index, index + digits.length] as const,
      form: 'number' as const,
      day: '',
    })),
  ];
  return pickApart(found, (one, other) => FORMS.indexOf(one.form) < FORMS.indexOf(other.form));
}

/** The first tells most. */
const FORMS: readonly PathPattern['form'][] = ['person', 'contact', 'date', 'number'];

/** Words that are common as well (`Chest_Routine_20210419`) are what a study is called. */
function namesWithDates(name: string): readonly PathPattern[] {
  const match = NAME_AND_DATE.exec(name);
  const person = match?.[1] ?? match?.[2] ?? '';
  const words = foldText(person)
    .text.split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  if (match === null || words.length < 2 || words.some(isCommonWord)) return [];
  const start = name.indexOf(person);
  return [{ words: 'a name with a date', range: [start, start + person.length], form: 'person', day: '' }];
}

function namesIn(name: string): readonly PathPattern[] {
  return findPersonNames(name).map(({ range }) => ({
    words: 'a person’s name',
    range,
    form: 'person',
    day: '',
  }));
}

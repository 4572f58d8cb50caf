/**
 * Values that stand in for one that was taken away. `dummy`: it says only that nothing is said. `pseudonym`: it tells
 * one person from another, yet who that is only to whoever holds the key.
 */
export type StandIn = 'dummy' | 'pseudonym';

/** What tools for de-identification write, and people in a hurry, in the languages in which they are met. */
const DUMMY_WORDS: ReadonlySet<string> = new Set(
  (
    'anon anonym anonyme anonymous anonymize anonymized anonymise anonymised anonymisiert anonimo anonimizado ' +
    'anonimizzato deid deident deidentified deidentify pseudonym pseudonymized pseudonymised removed deleted ' +
    'cleared erased stripped redacted masked hidden withheld scrubbed modified replaced suppressed blinded unknown ' +
    'unbekannt inconnu desconocido sconosciuto onbekend undefined unspecified undisclosed unnamed noname noid none ' +
    'null nil empty blank dummy default fake test testing phantom demo sample example calibration qa qc name id ' +
    'patient subject volunteer participant doctor physician operator hospital institution institute'
  ).split(' '),
);

/** What says nothing only as a whole: as a part, it may be a name. */
const DUMMY_PHRASES: ReadonlySet<string> = new Set([
  'n a',
  'na',
  'nan',
  'no name',
  'no id',
  'no value',
  'not applicable',
  'not available',
  'not given',
  'not known',
  'not provided',
  'not recorded',
  'not specified',
]);

/** With a number of a few digits, these are one of a list: `Case 12`, `SUBJ-003`. */
const SUBJECT_WORDS: ReadonlySet<string> = new Set('case no nr number pat pt person subj sub vol'.split(' '));
const MOST_DIGITS = 5;

const FIRST_WORDS: ReadonlySet<string> = new Set([
  ...DUMMY_WORDS,
  ...SUBJECT_WORDS,
  ...[...DUMMY_PHRASES].map((phrase) => phrase.replace(/ .*/, '')),
]);

/** What tools write in place of a date, and the days on which clocks start. */
const DUMMY_DAYS: ReadonlySet<string> = new Set(['19000101', '19700101', '19991111']);
/** Nobody who was born before has been imaged by a machine that writes DICOM. */
const FIRST_YEAR = 1880;
const LAST_YEAR = 2100;

/** What a value stands in for, if it does; of several values, only if all do. `vr` says how it is to be read. */
export function standInOf(text: string, vr: string): StandIn | null {
  let standIn: StandIn = 'dummy';
  for (const value of text.split('\\')) {
    const one = standInOfOne(value.trim(), vr);
    if (one === null) return null;
    if (one === 'pseudonym') standIn = one;
  }
  return standIn;
}

function standInOfOne(value: string, vr: string): StandIn | null {
  if (!/[A-Za-z1-9]/.test(value) && !/[\p{L}\p{N}]/u.test(value.replaceAll('0', ''))) return 'dummy';
  if ((vr === 'DA' || vr === 'DT') && isDummyDate(value)) return 'dummy';
  if (vr === 'TM' && isDummyTime(value)) return 'dummy';
  return standInOfText(value);
}

function isDummyDate(value: string): boolean {
  const day = value.replaceAll(/[.\-/]/g, '').slice(0, 8);
  const year = Number(day.slice(0, 4));
  return year < FIRST_YEAR || year > LAST_YEAR || DUMMY_DAYS.has(day) || /^(\d)\1+$/.test(day);
}

function isDummyTime(value: string): boolean {
  return /^(\d)\1{5}(?:\.0*)?$/.test(value.replaceAll(':', ''));
}

function standInOfText(value: string): StandIn | null {
  if (/^(?:(\d)\1{3,}|[xX]+)$/.test(value)) return 'dummy';
  const folded = foldLetters(value).replaceAll('de-id', 'deid');
  // Nearly all values have a first word that decides it.
  const [first] = /\p{L}+/u.exec(folded) ?? [];
  if (first !== undefined && !FIRST_WORDS.has(first) && !/^x+$/.test(first)) return standInOfCode(value);
  const words = folded.match(/\p{L}+/gu) ?? [];
  const numbers = folded.match(/\p{N}+/gu) ?? [];
  if (numbers.length === 0) return areDummies(words) ? 'dummy' : null;
  return isNumbered(words, numbers) ? 'pseudonym' : standInOfCode(value);
}

function foldLetters(value: string): string {
  const lower = value.toLowerCase();
  return /[\u0080-\uffff]/.test(lower) ? lower.normalize('NFKD').replaceAll(/\p{M}/gu, '') : lower;
}

function areDummies(words: readonly string[]): boolean {
  return (
    words.every((word) => DUMMY_WORDS.has(word) || /^x+$/.test(word)) || DUMMY_PHRASES.has(words.join(' '))
  );
}

/** `ANON-0001`, `Anonymized1`, `Subject 12`. */
function isNumbered(words: readonly string[], numbers: readonly string[]): boolean {
  return (
    words.length > 0 &&
    words.every((word) => DUMMY_WORDS.has(word) || SUBJECT_WORDS.has(word)) &&
    numbers.join('').length <= MOST_DIGITS
  );
}

/** A UUID, a UID, or a hash of 128 bits or more: outside of a database, nobody is known by one. */
function standInOfCode(value: string): StandIn | null {
  const isRandom =
    /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value) ||
    /^[0-2](?:\.\d+){5,}$/.test(value) ||
    (/^[\da-f]{32,}$/i.test(value) && /[a-f]/i.test(value));
  return isRandom ? 'pseudonym' : null;
}

/** The options of the Basic Application Level Confidentiality Profile that a transfer may be allowed (PS3.15 E.3). */
export const PROFILE_OPTIONS = [
  'retainSafePrivate',
  'retainUids',
  'retainDeviceIdentity',
  'retainInstitutionIdentity',
  'retainPatientCharacteristics',
  'retainLongitudinalFullDates',
  'retainLongitudinalModifiedDates',
  'cleanDescriptors',
  'cleanStructuredContent',
  'cleanGraphics',
] as const;

export type ProfileOption = (typeof PROFILE_OPTIONS)[number];

/** What the reviewer has said of the transfer. It is kept by the page alone, and saved only as a file of theirs. */
export interface ReviewOptions {
  readonly allowed: readonly ProfileOption[];
  /** Null: not said. */
  readonly expectedPatients: number | null;
  /** A name, a number: found wherever they stand. */
  readonly termsToFind: readonly string[];
  /** A value that is one of these, or a hit on one of them, is no finding. */
  readonly termsToAllow: readonly string[];
}

export const DEFAULT_OPTIONS: ReviewOptions = {
  allowed: [],
  expectedPatients: null,
  termsToFind: [],
  termsToAllow: [],
};

/** Full and modified dates: of dates that were moved, none is as it was. */
const DATE_OPTIONS: readonly ProfileOption[] = [
  'retainLongitudinalFullDates',
  'retainLongitudinalModifiedDates',
];

export function hasContradiction(allowed: readonly ProfileOption[]): boolean {
  return DATE_OPTIONS.every((option) => allowed.includes(option));
}

/** Allows an option, which takes back one that it excludes, or takes it back; in the order of `PROFILE_OPTIONS`. */
export function setAllowed(
  allowed: readonly ProfileOption[],
  option: ProfileOption,
  isAllowed: boolean,
): readonly ProfileOption[] {
  const excluded = DATE_OPTIONS.includes(option) && isAllowed ? DATE_OPTIONS : [option];
  const others = allowed.filter((each) => !excluded.includes(each));
  return PROFILE_OPTIONS.filter((each) => others.includes(each) || (isAllowed && each === option));
}

/** Terms without what is around them, each once. */
export function tidyTerms(terms: readonly string[]): readonly string[] {
  return [...new Set(terms.map((term) => term.trim()).filter((term) => term !== ''))];
}

import { problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import {
  DEFAULT_OPTIONS,
  hasContradiction,
  PROFILE_OPTIONS,
  tidyTerms,
  type ProfileOption,
  type ReviewOptions,
} from './review-options';

const FORMAT = 'glovebox-review-options';
const VERSION = 1;

/** No transfer has more; the checks look for each of them in every value. */
const MOST_TERMS = 10_000;
const LONGEST_TERM = 500;
const MOST_PATIENTS = 1_000_000;

/** As the text of a file that `parseReviewOptions` reads. */
export function formatReviewOptions(options: ReviewOptions): string {
  const { allowed, expectedPatients, termsToFind, termsToAllow } = options;
  const content = { format: FORMAT, version: VERSION, allowed, expectedPatients, termsToFind, termsToAllow };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/**
 * Reads what was saved, or written by somebody else: fields that are missing are as they are by default, others that are
 * not known are passed over; what is there must be what it is to be. `where` is the name of the file.
 */
export function parseReviewOptions(text: string, where: string): Result<ReviewOptions> {
  const read = readFields(parseJson(text));
  return read.ok ? read : err(problem('review-options-unreadable', where, { reason: read.error }));
}

/** Errors are reasons, in words. */
type Field<Value> = Result<Value, string>;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function readFields(content: unknown): Field<ReviewOptions> {
  if (!isObject(content)) return err('it is not written in JSON');
  if (content['format'] !== FORMAT) return err('it holds something else');
  if (content['version'] !== VERSION) return err('it was saved by another version of this page');
  const allowed = readAllowed(content['allowed']);
  if (!allowed.ok) return allowed;
  const expectedPatients = readPatients(content['expectedPatients']);
  if (!expectedPatients.ok) return expectedPatients;
  const termsToFind = readTerms(content['termsToFind'], 'terms to find');
  if (!termsToFind.ok) return termsToFind;
  const termsToAllow = readTerms(content['termsToAllow'], 'terms to allow');
  if (!termsToAllow.ok) return termsToAllow;
  return ok({
    allowed: allowed.value,
    expectedPatients: expectedPatients.value,
    termsToFind: termsToFind.value,
    termsToAllow: termsToAllow.value,
  });
}

function readAllowed(field: unknown): Field<readonly ProfileOption[]> {
  if (field === undefined) return ok(DEFAULT_OPTIONS.allowed);
  if (!Array.isArray(field) || !field.every(isProfileOption)) {
    return err('it allows what is no option of the profile');
  }
  if (hasContradiction(field)) return err('it allows full and modified dates, which exclude each other');
  return ok(PROFILE_OPTIONS.filter((option) => field.includes(option)));
}

function readPatients(field: unknown): Field<number | null> {
  if (field === undefined || field === null) return ok(null);
  const isCount =
    typeof field === 'number' && Number.isInteger(field) && field >= 1 && field <= MOST_PATIENTS;
  return isCount ? ok(field) : err('its number of patients is none');
}

function readTerms(field: unknown, name: string): Field<readonly string[]> {
  if (field === undefined) return ok([]);
  if (!Array.isArray(field) || !field.every(isTerm)) return err(`its ${name} are not a list of short texts`);
  return field.length > MOST_TERMS
    ? err(`it has more than ${String(MOST_TERMS)} ${name}`)
    : ok(tidyTerms(field));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isTerm(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_TERM;
}

function isProfileOption(value: unknown): value is ProfileOption {
  return PROFILE_OPTIONS.some((option) => option === value);
}

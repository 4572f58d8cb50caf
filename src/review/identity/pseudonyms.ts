import type { HeldValues } from '../review-input';

const PATIENT_NAME = '00100010';
const PATIENT_ID = '00100020';

/** Codes that stand in the archives as both the name and the ID of a patient, as `pseudonymKey` writes them. */
export function learnPseudonyms({ all }: HeldValues): ReadonlySet<string> {
  const names = new Set<string>();
  const ids = new Set<string>();
  for (const { place, text } of all) {
    if (place.path === PATIENT_NAME && isCode(text)) names.add(pseudonymKey(text));
    if (place.path === PATIENT_ID && isCode(text)) ids.add(pseudonymKey(text));
  }
  return new Set([...names].filter((name) => ids.has(name)));
}

/** `ANON-0001^` and `anon 0001` are one. */
export function pseudonymKey(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase();
}

const MOST_CHARACTERS = 24;

/**
 * A short code: digits with letters before, between or behind them, or a few digits alone. What is all digits and
 * longer may well be the number of a medical record; what has no digit is a name.
 */
function isCode(text: string): boolean {
  const key = pseudonymKey(text);
  if (key.length > MOST_CHARACTERS || !/\d/.test(key)) return false;
  return /[A-Z]/.test(key) || key.length <= 4;
}

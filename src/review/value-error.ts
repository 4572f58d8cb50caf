import { valueDeviation } from '../dicom/value-deviations';

/** Most characters of a value; of a PN, of each of its component groups (PS3.5 6.2). */
const LONGEST: Readonly<Record<string, number>> = {
  AE: 16,
  CS: 16,
  LO: 64,
  LT: 10240,
  PN: 64,
  SH: 16,
  ST: 1024,
};

/** In these a backslash parts nothing. */
const SINGLE_VALUED = new Set(['LT', 'ST', 'UT', 'UR']);

const CODE_STRING = /^[A-Z0-9_ ]*$/;

/** What a value breaks of its VR, in few words without the value itself: `not a date`; null where it breaks nothing. */
export function valueError(vr: string, text: string): string | null {
  const deviation = valueDeviation(vr, text);
  // `"2024" is not a date`: the quoted value is of no use to those who group by the error.
  if (deviation !== null) return deviation.replace(/^".*" is /s, '');
  const longest = LONGEST[vr];
  if (longest === undefined) return null;
  const values = SINGLE_VALUED.has(vr) ? [text] : text.split('\\');
  if (vr === 'CS' && values.some((value) => !CODE_STRING.test(value.trim()))) {
    return 'not a code string, which has capital letters, digits, spaces and underscores';
  }
  const parts = vr === 'PN' ? values.flatMap((value) => value.split('=')) : values;
  return parts.some((part) => Array.from(part).length > longest)
    ? `longer than the ${longest} characters of ${vr}`
    : null;
}

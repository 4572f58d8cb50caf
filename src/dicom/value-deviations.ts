/** How one value of a VR is written (PS3.5 6.2); spaces around it are padding. */
const FORMATS: Readonly<Record<string, { readonly pattern: RegExp; readonly name: string }>> = {
  AS: { pattern: /^\d{3}[DWMY]$/, name: 'an age' },
  DA: { pattern: /^\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/, name: 'a date' },
  DS: { pattern: /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/, name: 'a decimal string' },
  DT: {
    pattern:
      /^\d{4}((0[1-9]|1[0-2])((0[1-9]|[12]\d|3[01])(([01]\d|2[0-3])([0-5]\d(([0-5]\d|60)(\.\d{1,6})?)?)?)?)?)?([+-]\d{4})?$/,
    name: 'a date and time',
  },
  IS: { pattern: /^[+-]?\d+$/, name: 'an integer string' },
  TM: { pattern: /^([01]\d|2[0-3])([0-5]\d(([0-5]\d|60)(\.\d{1,6})?)?)?$/, name: 'a time' },
  UI: { pattern: /^(?=.{1,64}$)(0|[1-9]\d*)(\.(0|[1-9]\d*))*$/, name: 'a UID' },
};

const LONGEST_QUOTE = 40;

/**
 * Says of the first of several values that is not what its VR allows what is wrong with it: `"1,5" is not a decimal
 * string`; null where all are right, or any text is. `value`: as in `HeaderRow`.
 */
export function valueDeviation(vr: string, value: string): string | null {
  const format = FORMATS[vr];
  if (format === undefined || value === '') return null;
  const isWrong = (one: string): boolean => one !== '' && !format.pattern.test(one);
  const wrong = value.includes('\\') ? value.split('\\').find(isWrong) : isWrong(value) ? value : undefined;
  if (wrong === undefined) return null;
  const quote = wrong.length > LONGEST_QUOTE ? `${wrong.slice(0, LONGEST_QUOTE)}…` : wrong;
  return `"${quote}" is not ${format.name}`;
}

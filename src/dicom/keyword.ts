/**
 * The keyword that PS3.6 gives an attribute, as far as it follows from its name: possessives, brackets and
 * punctuation go, each word starts with a capital. `Patient's Birth Date` makes `PatientBirthDate`. The dozens
 * of exceptions (`ExposureInmAs`) are in the generated dictionary.
 */
export function deriveKeyword(name: string): string {
  return name
    .replaceAll('(s)', 's')
    .replaceAll('µ', 'u')
    .replace(/['’]s\b/g, '')
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

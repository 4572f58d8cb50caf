/**
 * A person name (VR PN, PS3.5 6.2.1) for people: `Yamada^Tarou=山田^太郎` makes `Yamada, Tarou (山田, 太郎)`.
 * Family name, then the given and middle names, prefix and suffix; the other groups in brackets.
 */
export function formatPersonName(value: string): string {
  const [first, ...others] = value
    .split('=')
    .map(formatGroup)
    .filter((group) => group !== '');
  if (first === undefined) return '';
  return others.length === 0 ? first : `${first} (${others.join(' · ')})`;
}

function formatGroup(group: string): string {
  const [family = '', given = '', middle = '', prefix = '', suffix = ''] = group
    .split('^')
    .map((part) => part.trim());
  const rest = [prefix, given, middle, suffix].filter((part) => part !== '').join(' ');
  return [family, rest].filter((part) => part !== '').join(', ');
}

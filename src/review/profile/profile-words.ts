const VERBS: Readonly<Record<string, string>> = { X: 'removes', Z: 'empties', D: 'replaces', U: 'replaces' };

/** `X/Z/D` makes `removes, empties or replaces`: which of them goes by what the kind of object requires. */
export function verbOfAction(basicProfile: string): string {
  const verbs = basicProfile.split('/').flatMap((action) => VERBS[action.charAt(0)] ?? []);
  const last = verbs.pop() ?? '';
  return verbs.length === 0 ? last : `${verbs.join(', ')} or ${last}`;
}

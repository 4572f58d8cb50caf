import { foldText } from './fold-text';

/** Who a file says it is of; '' where it does not. */
export interface NamedPerson {
  readonly id: string;
  /** Patient's Name as written. */
  readonly name: string;
}

/**
 * `same`: nothing speaks against it. `merged`: one name under two IDs, as after a merge of records. `different`: two
 * people, for all that is known.
 */
export type Likeness = 'same' | 'merged' | 'different';

/**
 * Holds two people against each other. What is missing says nothing. Under one ID a name may change by marriage or be
 * cut short, as long as a part of it stays; case, accents, spaces, `^` and the order of the parts never count.
 */
export function compareNamedPeople(one: NamedPerson, other: NamedPerson): Likeness {
  const areNamed = one.name !== '' && other.name !== '';
  const areNumbered = one.id !== '' && other.id !== '';
  if (areNumbered && foldId(one.id) !== foldId(other.id)) {
    return areNamed && isSameName(one.name, other.name) ? 'merged' : 'different';
  }
  if (!areNamed || isSameName(one.name, other.name)) return 'same';
  return areNumbered && hasCommonPart(one.name, other.name) ? 'same' : 'different';
}

/** Whether two person names (VR PN, PS3.5 6.2.1) are of the same parts, but for middle names and titles. */
export function isSameName(one: string, other: string): boolean {
  const groups = namePartsOf(other);
  return namePartsOf(one).some((parts) => groups.some((others) => areSameParts(parts, others)));
}

/** The parts of each component group: `Roe^Richard=...` makes `[[roe, richard], ...]`. */
function namePartsOf(name: string): readonly (readonly string[])[] {
  return foldText(name)
    .text.split('=')
    .map((group) => group.split(/[\^\s,.\\]+/).filter((part) => part !== ''))
    .filter((parts) => parts.length > 0);
}

/** Of two parts at least, the shorter list is in the longer one. */
function areSameParts(one: readonly string[], other: readonly string[]): boolean {
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  if (few.length < 2 && many.length > few.length) return false;
  return few.every((part) => many.includes(part));
}

function hasCommonPart(one: string, other: string): boolean {
  const parts = new Set(namePartsOf(other).flat());
  return namePartsOf(one)
    .flat()
    .some((part) => part.length > 1 && parts.has(part));
}

function foldId(id: string): string {
  return id.replaceAll(/\s+/g, '').toUpperCase();
}

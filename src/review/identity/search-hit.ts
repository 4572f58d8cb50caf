import type { Identifier } from './identifiers';

/** A word or a number to look for. */
export interface SearchTerm {
  readonly identifier: Identifier;
  /** Folded; of numbers letters and digits alone. */
  readonly key: string;
  /** Whose name it is part of, by numbers that tell one person from another; of all else nobody. */
  readonly people: ReadonlySet<number>;
  /** `initials`: it counts in capitals only. */
  readonly form: 'words' | 'initials' | 'number';
}

/** A term where it stands in a folded text. */
export interface SearchHit {
  readonly term: SearchTerm;
  readonly start: number;
  readonly end: number;
}

import type { TextRange } from '../finding';
import type { HeldValue } from '../held/held-value';

/** What is known to stand for a person, or for what leads to one. */
export const IDENTIFIER_KINDS = [
  'name',
  'patient-id',
  'accession-number',
  'birth-date',
  'phone',
  'address',
  'institution',
  'other-id',
  'own-term',
] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

export interface Identifier {
  readonly kind: IdentifierKind;
  /** As it was met; of a name the part: `Roe` of `Roe^Richard`. */
  readonly text: string;
  /** What it was learnt from; null of the reviewer's own terms. */
  readonly source: HeldValue | null;
}

/** An identifier that stands in a text, or a part of it that tells as much. */
export interface Echo {
  readonly identifier: Identifier;
  /** In the text that was searched. */
  readonly range: TextRange;
}

export interface Identifiers {
  readonly all: readonly Identifier[];
  /** What of them stands in a text, in the order of the text; where two overlap, the longer one. */
  readonly findIn: (text: string) => readonly Echo[];
  /** The same in a value, but for what was learnt from that very value. */
  readonly echoesIn: (value: HeldValue) => readonly Echo[];
  /** By the day: `20210419`. */
  readonly birthDates: ReadonlyMap<string, Identifier>;
  /** By its digits, as a component of a UID would have them: the number of a patient or of a visit. */
  readonly numbers: ReadonlyMap<string, Identifier>;
}

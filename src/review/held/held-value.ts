import type { ValuePlace } from './value-place';

/**
 * A value that files of the session hold: each distinct text of a place once. Elements without a value are not held;
 * one whose bytes are no text has the printable runs in them, a line each, '' where there are none.
 */
export interface HeldValue {
  /** Its number in the index, from 0. */
  readonly id: number;
  readonly place: ValuePlace;
  /** Decoded, without padding; several values apart by a backslash. */
  readonly text: string;
}

import type { ArchiveId, FileId } from '../base/ids';
import type { CheckId } from './check-ids';
import type { HeldValue } from './held/held-value';
import type { PlaceKind } from './held/value-place';

/** `stop`: identifies a person, or is the wrong person's. `check`: may identify, needs eyes. `note`: worth knowing. */
export const SEVERITIES = ['stop', 'check', 'note'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** From the first character to before the last one. */
export type TextRange = readonly [start: number, end: number];

/**
 * Where a finding is: all who hold a value; or some files, each as a whole or in one place of it. No files: an archive
 * itself, or, where none is named, all that are open.
 */
export type FindingPlace =
  | { readonly held: HeldValue }
  | {
      readonly files: readonly FileId[];
      readonly archive?: ArchiveId;
      /** With item numbers. */
      readonly path?: string;
      readonly kind?: PlaceKind;
    };

/** One thing that one check has to say, of one value or one place, however many files it is in. */
export interface Finding {
  readonly check: CheckId;
  readonly severity: Severity;
  /** This very place may identify a person: what is counted as such by the report. */
  readonly identifying: boolean;
  /** What it is about: the value, or what stands in its place. '' where the places say all. */
  readonly value: string;
  /** Of `value`: what in it was found. */
  readonly marks: readonly TextRange[];
  /** What was found and against what, in a sentence. It names attributes and kinds, and may quote values. */
  readonly message: string;
  readonly place: FindingPlace;
}

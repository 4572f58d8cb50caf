import type { ObjectReference } from './object-reference';

/** One content item of a report (PS3.3 C.17.3), as it is read. */
export interface ReportItem {
  /** `1.2.1`: the second child of the root, its first child (PS3.3 C.17.3.2.4). */
  readonly position: string;
  /** 0 for the children of the root. */
  readonly depth: number;
  /** Value Type: `CONTAINER`, `TEXT`, `NUM`, ...; '' where there is none, as of an item that stands for another. */
  readonly valueType: string;
  /** Relationship Type to the item around: `CONTAINS`, `HAS PROPERTIES`, ...; '' where there is none. */
  readonly relationship: string;
  /** Code Meaning of the Concept Name; '' where there is none. */
  readonly name: string;
  /** As people read it; '' of a container. */
  readonly value: string;
  /** Of an IMAGE, COMPOSITE or WAVEFORM. */
  readonly reference?: ObjectReference;
  /** The position of the item that this one stands for (by-reference relationship). */
  readonly target?: string;
  /** Of a container: its items are to be read as one text (Continuity of Content). */
  readonly isContinuous?: boolean;
  /** What it should have and does not: `no Measured Value Sequence`. */
  readonly missing: readonly string[];
}

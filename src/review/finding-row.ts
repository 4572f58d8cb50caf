import type { ArchiveId, FileId } from '../base/ids';
import type { Finding } from './finding';
import type { PlaceKind } from './held/value-place';

/** A finding as the page has it: its places are counted, and one of them is named. */
export interface FindingRow extends Omit<Finding, 'place'> {
  /** Tells it from all others, and stays the same from one run of the checks to the next. */
  readonly key: string;
  /** Its place in the run that found it: what its places are asked for by. */
  readonly number: number;
  /** Without item numbers; '' where it is about whole files, or `kind` says where. */
  readonly path: string;
  readonly kind: PlaceKind | null;
  /** Of the block that a private attribute is in; '' of all others. */
  readonly creator: string;
  readonly counts: FindingCounts;
  /** The first place; without a file where the archive itself is meant. */
  readonly example: {
    readonly file: FileId | null;
    /** Of no file: null where all open archives are meant. */
    readonly archive: ArchiveId | null;
    readonly path: string;
  };
  /** Where all of its files are in one series: that one's key. */
  readonly seriesKey: string | null;
}

export interface FindingCounts {
  readonly files: number;
  readonly series: number;
  readonly studies: number;
  readonly patients: number;
}

/** Where something stands that is no attribute of a data set. */
export const PLACE_KINDS = [
  'filename',
  'folder',
  'preamble',
  'padding',
  'trailing',
  'jpeg',
  'non-dicom',
  'picture-metadata',
  'zip-comment',
  'entry-comment',
] as const;

/**
 * `filename`, `folder`: in the path of an entry. `preamble`: the first 128 bytes of a Part 10 file (PS3.10 7.1).
 * `padding`: inside the pixel data's own padding. `trailing`: behind the data set. `jpeg`: segments COM and APPn of a
 * compressed frame. `non-dicom`: the text of a file that is no DICOM. `picture-metadata`: EXIF and its kin in such a
 * file, and the properties of a document that is one.
 */
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** Where a value stands, but for the numbers of the items on the way to it. */
export interface ValuePlace {
  /** `00080096[].00401103`; '' where `kind` says what it is instead. */
  readonly path: string;
  readonly kind: PlaceKind | null;
  /** Of the attribute; 0 where there is none. */
  readonly tag: number;
  /** As written, else as the dictionary has it; UN where neither knows; '' where there is no attribute. */
  readonly vr: string;
  /** The private creator of the attribute's block; '' of a standard attribute. */
  readonly creator: string;
}

/** The tags of the sequences around an attribute, outermost first. */
export function sequencesOf({ path }: ValuePlace): readonly number[] {
  return path
    .split('.')
    .slice(0, -1)
    .map((step) => parseInt(step, 16));
}

/** `00080096[1].00401103` makes `00080096[].00401103`. */
export function withoutItemNumbers(path: string): string {
  return path.replaceAll(/\[\d+\]/g, '[]');
}

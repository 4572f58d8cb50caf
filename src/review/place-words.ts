import { formatTag, tagKey } from '../dicom/tag';
import { lookupProfile } from './profile/profile-table';
import type { PlaceKind, ValuePlace } from './held/value-place';

const KINDS: Readonly<Record<PlaceKind, string>> = {
  filename: 'the name of a file',
  folder: 'the name of a folder',
  preamble: 'the preamble of a file',
  padding: 'the padding of a picture',
  trailing: 'bytes behind a data set',
  jpeg: 'a segment of a JPEG stream',
  'non-dicom': 'a file that is not DICOM',
  'picture-metadata': 'the metadata of a picture',
  'zip-comment': 'the comment of an archive',
  'entry-comment': 'the comment of an entry',
};

/** Of the file meta information (PS3.10 table 7.1-1), which has none of its texts in the profile. */
const META_NAMES: Readonly<Record<number, string>> = {
  0x00020016: 'Source Application Entity Title',
  0x00020017: 'Sending Application Entity Title',
  0x00020018: 'Receiving Application Entity Title',
  0x00020026: 'Source Presentation Address',
  0x00020027: 'Sending Presentation Address',
  0x00020028: 'Receiving Presentation Address',
  0x00020102: 'Private Information',
};

/** `(0010,0010) Patient's Name`, `the preamble of a file`; names of attributes outside of the profile are not known here. */
export function wordsOfPlace({ kind, tag }: ValuePlace): string {
  if (kind !== null) return KINDS[kind];
  const number = formatTag(tagKey(tag));
  const name = lookupProfile(tag)?.name ?? META_NAMES[tag];
  return name === undefined ? number : `${number} ${name}`;
}

import { fileKindOf, type OtherFileKind } from '../base/file-kind';

/** How many bytes of the start tell most: an ISO 9660 volume descriptor is at 32,769. */
export const LOOK_BYTES = 33_000;

/** Part 10 files, and data sets without a preamble that begin with group 0002 or 0008 in little endian. */
const DICOM: readonly (readonly [offset: number, start: string])[] = [
  [128, 'DICM'],
  [0, '\x02\0\0\0UL'],
  [0, '\x08\0\0\0\x04\0\0\0'],
  [0, '\x08\0\x05\0'],
];

/** What a file that is no archive is, by its first `LOOK_BYTES` and its name. */
export function looksLike(head: Uint8Array, name: string): OtherFileKind | 'dicom' {
  const isDicom = DICOM.some(([offset, start]) =>
    Array.from(start).every((character, index) => head[offset + index] === character.charCodeAt(0)),
  );
  return isDicom ? 'dicom' : fileKindOf(head, name);
}

import type { OtherFileKind } from '../file-kind';
import { readExifFields } from './exif-fields';
import { readJpegFields } from './jpeg-fields';
import type { MetadataField } from './metadata-field';
import { readPngFields } from './png-fields';
import { readXmpFields } from './xmp-fields';

/** What a picture says of itself: EXIF, XMP, IPTC, comments. Empty where it says nothing, or is no picture. */
export async function readPictureFields(
  kind: OtherFileKind,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<readonly MetadataField[]> {
  switch (kind) {
    case 'jpeg':
      return readJpegFields(bytes);
    case 'png':
      return readPngFields(bytes);
    case 'tiff':
      return [...readExifFields(bytes), ...packetFields(bytes)];
    case 'webp':
    case 'heic':
      return [...embeddedExif(bytes), ...packetFields(bytes)];
    default:
      return [];
  }
}

const EXIF_STARTS = ['II*\0', 'MM\0*'];
const PACKET_START = '<x:xmpmeta';
const PACKET_END = '</x:xmpmeta>';

/** Containers of boxes have both as they are: they are found by how they begin. */
function embeddedExif(bytes: Uint8Array): readonly MetadataField[] {
  for (const start of EXIF_STARTS) {
    const at = indexOf(bytes, start, 0);
    const fields = at < 0 ? [] : readExifFields(bytes.subarray(at));
    if (fields.length > 0) return fields;
  }
  return [];
}

function packetFields(bytes: Uint8Array): readonly MetadataField[] {
  const start = indexOf(bytes, PACKET_START, 0);
  const end = start < 0 ? -1 : indexOf(bytes, PACKET_END, start);
  return end < 0 ? [] : readXmpFields(bytes.subarray(start, end));
}

/** Of ASCII; -1 where it is not there. */
function indexOf(bytes: Uint8Array, text: string, from: number): number {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let length = 1;
    while (length < text.length && bytes[at + length] === text.charCodeAt(length)) length += 1;
    if (length === text.length) return at;
  }
  return -1;
}

import { MARKER, readSegment, type Segment } from '../jpeg-segments';
import { decodePlainText } from '../plain-text';
import { readExifFields } from './exif-fields';
import { readIptcFields } from './iptc-fields';
import type { MetadataField } from './metadata-field';
import { readXmpFields } from './xmp-fields';

const LAST_APP = MARKER.APP0 + 15;
/** Start of tile-part, of JPEG 2000 (ISO/IEC 15444-1 A.4.2), and its comment. */
const SOT = 0x90;
const JPEG_2000_COMMENT = 0x64;
/** They say how to show the picture. */
const TECHNICAL = ['JFIF\0', 'JFXX\0', 'ICC_PROFILE\0', 'Adobe', 'MPF\0', 'SPIFF\0'];
const EXIF = 'Exif\0\0';
const XMP = 'http://ns.adobe.com/xap/1.0/\0';
const PHOTOSHOP = 'Photoshop 3.0\0';

/** What a JPEG, JPEG-LS or JPEG 2000 stream says before its picture: comments and application segments. */
export function readJpegFields(bytes: Uint8Array): readonly MetadataField[] {
  if (bytes[0] !== 0xff || (bytes[1] !== MARKER.SOI && bytes[1] !== SOC)) return [];
  const isJpeg2000 = bytes[1] === SOC;
  const end = isJpeg2000 ? SOT : MARKER.SOS;
  const fields: MetadataField[] = [];
  for (
    let segment = readSegment(bytes, 2);
    segment !== null && segment.marker !== end;
    segment = readSegment(bytes, segment.end)
  ) {
    fields.push(...(isJpeg2000 ? jpeg2000Comment(segment) : fieldsOf(segment)));
  }
  return fields.filter(({ value }) => value !== '');
}

/** Start of codestream. */
const SOC = 0x4f;

function fieldsOf({ marker, body }: Segment): readonly MetadataField[] {
  if (marker === MARKER.COM) return [{ name: 'Comment', value: textOf(body) }];
  if (marker < MARKER.APP0 || marker > LAST_APP || TECHNICAL.some((start) => startsWith(body, start)))
    return [];
  if (startsWith(body, EXIF)) return readExifFields(body.subarray(EXIF.length));
  if (startsWith(body, XMP)) return readXmpFields(body.subarray(XMP.length));
  if (startsWith(body, PHOTOSHOP)) return readIptcFields(body);
  return [{ name: `APP${marker - MARKER.APP0}`, value: textOf(body) }];
}

/** After two bytes that say whether it is text (ISO/IEC 15444-1 A.9.2). */
function jpeg2000Comment({ marker, body }: Segment): readonly MetadataField[] {
  return marker === JPEG_2000_COMMENT && body[1] === 1
    ? [{ name: 'Comment', value: textOf(body.subarray(2)) }]
    : [];
}

function startsWith(body: Uint8Array, text: string): boolean {
  for (let at = 0; at < text.length; at++) if (body[at] !== text.charCodeAt(at)) return false;
  return true;
}

/** '' where it is no text. */
function textOf(body: Uint8Array): string {
  const text = decodePlainText(body).replace(/\0+$/, '').trim();
  // eslint-disable-next-line no-control-regex -- what has them is no text
  return /[\x00-\x08\x0e-\x1f]/.test(text) ? '' : text;
}

import { decodePlainText } from '../plain-text';
import type { MetadataField } from './metadata-field';

/** Data sets of record 2 that say something in words (IPTC-NAA Information Interchange Model 4.2). */
const NAMES: Readonly<Record<number, string>> = {
  5: 'Title',
  25: 'Keywords',
  40: 'Instructions',
  55: 'Date created',
  80: 'By-line',
  85: 'By-line title',
  90: 'City',
  92: 'Sublocation',
  95: 'Province',
  101: 'Country',
  105: 'Headline',
  110: 'Credit',
  116: 'Copyright',
  118: 'Contact',
  120: 'Caption',
  122: 'Writer',
};

const RESOURCE = 0x3842494d; // 8BIM
const IPTC_RESOURCE = 0x0404;
const DATA_SET = 0x1c;

/** Of a JPEG's APP13: resources of Photoshop, one of which holds the data sets. */
export function readIptcFields(body: Uint8Array): readonly MetadataField[] {
  const view = new DataView(body.buffer, body.byteOffset, body.length);
  const start = body.indexOf(0) + 1;
  const fields: MetadataField[] = [];
  for (let at = start; at + 12 <= body.length && view.getUint32(at) === RESOURCE;) {
    const id = view.getUint16(at + 4);
    // A name with its length before it, and what follows, are padded to an even length.
    const sizeAt = at + 6 + evenly(1 + (body[at + 6] ?? 0));
    if (sizeAt + 4 > body.length) break;
    const end = sizeAt + 4 + view.getUint32(sizeAt);
    if (id === IPTC_RESOURCE) fields.push(...readDataSets(body.subarray(sizeAt + 4, end)));
    at = sizeAt + 4 + evenly(end - sizeAt - 4);
  }
  return fields;
}

function readDataSets(bytes: Uint8Array): readonly MetadataField[] {
  const fields: MetadataField[] = [];
  for (let at = 0; at + 5 <= bytes.length && bytes[at] === DATA_SET;) {
    const length = (bytes[at + 3] ?? 0) * 256 + (bytes[at + 4] ?? 0);
    const name = bytes[at + 1] === 2 ? NAMES[bytes[at + 2] ?? 0] : undefined;
    const value = decodePlainText(bytes.subarray(at + 5, at + 5 + length)).trim();
    if (name !== undefined && value !== '') fields.push({ name, value });
    at += 5 + length;
  }
  return fields;
}

function evenly(length: number): number {
  return length + (length % 2);
}

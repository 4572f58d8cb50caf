import dicomParser, { type ByteStream, type Element } from 'dicom-parser';
import { ITEM, ITEM_DELIMITATION, SEQUENCE_DELIMITATION, UNDEFINED_LENGTH } from './element-cursor';
import { LONG_HEADER_BYTES, type Reading, reportCut, SHORT_HEADER_BYTES } from './reading';
import { tagKey } from './tag';
import { hasLongLength, isVrByte } from './vr';

export const ITEM_KEY = tagKey(ITEM);
export const ITEM_DELIMITATION_KEY = tagKey(ITEM_DELIMITATION);
export const SEQUENCE_DELIMITATION_KEY = tagKey(SEQUENCE_DELIMITATION);

/** Items and delimitations, which structure sequences, have no VR and are no elements of a data set (PS3.5 7.5). */
export function isDelimiter(tag: string): boolean {
  return tag === ITEM_KEY || tag === ITEM_DELIMITATION_KEY || tag === SEQUENCE_DELIMITATION_KEY;
}

/**
 * Reads tag, VR and length, up to the value (PS3.5 7.1). The element has no `vr` in implicit VR, nor where one is
 * missing. Null where there is not enough left before `end`.
 */
export function readElementHeader(reading: Reading, end: number): Element | null {
  const { stream, isExplicit } = reading;
  const start = stream.position;
  if (end - start < SHORT_HEADER_BYTES) return endInHeader(reading, start, end);
  const tag = dicomParser.readTag(stream);
  const mayHaveVr = isExplicit && !isDelimiter(tag);
  const vr = mayHaveVr ? vrAt(stream, stream.position) : '';
  if (hasLongLength(vr) && end - start < LONG_HEADER_BYTES) return endInHeader(reading, start, end);
  const length = mayHaveVr ? readLengthAfterVr(stream, vr, tag) : stream.readUint32();
  const element: Element = { tag, length, dataOffset: stream.position };
  if (vr !== '') element.vr = vr;
  if (length === UNDEFINED_LENGTH) element.hadUndefinedLength = true;
  return element;
}

function endInHeader(reading: Reading, start: number, end: number): null {
  reportCut(reading, { offset: start, tag: '', path: '' }, end);
  reading.stream.position = end;
  return null;
}

/** '' where there is none, as now and then in a data set of explicit VR. */
export function vrAt({ byteArray }: ByteStream, position: number): string {
  const first = byteArray[position];
  const second = byteArray[position + 1];
  return isVrByte(first) && isVrByte(second) ? String.fromCharCode(first, second) : '';
}

function readLengthAfterVr(stream: ByteStream, vr: string, tag: string): number {
  if (vr === '') return readLengthWithoutVr(stream, tag);
  if (!hasLongLength(vr)) {
    stream.seek(2);
    return stream.readUint16();
  }
  stream.seek(4);
  return stream.readUint32();
}

/** As `ElementCursor` does it. */
function readLengthWithoutVr(stream: ByteStream, tag: string): number {
  const { byteArray, byteArrayParser } = stream;
  const length = stream.readUint32();
  const { position } = stream;
  if (length === UNDEFINED_LENGTH || position + length <= byteArray.length) return length;
  const shortLength = byteArrayParser.readUint16(byteArray, position - 2);
  if (position + shortLength + 4 > byteArray.length) return length;
  stream.seek(shortLength);
  const nextTag = dicomParser.readTag(stream);
  stream.seek(position - stream.position);
  return nextTag > tag ? shortLength : length;
}

import { crc32 } from './crc32';

export interface RawName {
  readonly bytes: Uint8Array;
  /** General purpose bit 11. */
  readonly isUtf8: boolean;
  /** The content of the extra field 0x7075 (Info-ZIP Unicode Path), of a comment that of 0x6375; or null. */
  readonly unicodePath: Uint8Array | null;
}

/** A name in UTF-8, or one in an encoding that the container does not tell. */
export type EntryName = { readonly utf8: Uint8Array } | { readonly legacy: Uint8Array };

/** Of two to four bytes: the least code point that needs as many (Unicode, table 3-6). */
const LEAST_CODE_POINTS = [0, 0, 0x80, 0x800, 0x10000];

/**
 * UTF-8 as flagged; else from the Unicode Path field if that is of this name; else the bytes themselves where they
 * are valid UTF-8 (macOS writes it without the flag). A flag on bytes that are no UTF-8 is wrong, and not believed.
 */
export function readName({ bytes, isUtf8, unicodePath }: RawName): EntryName {
  const path = !isUtf8 && unicodePath && unicodePathOf(unicodePath, bytes);
  if (path) return { utf8: path };
  return isValidUtf8(bytes) ? { utf8: bytes } : { legacy: bytes };
}

/** APPNOTE 4.6.9: version 1, the CRC of the name in the header, the name in UTF-8. A stale one has another CRC. */
function unicodePathOf(field: Uint8Array, headerName: Uint8Array): Uint8Array | null {
  if (field.length < 5 || field[0] !== 1) return null;
  const nameCrc = new DataView(field.buffer, field.byteOffset).getUint32(1, true);
  if (nameCrc !== crc32(headerName)) return null;
  const path = field.subarray(5);
  return isValidUtf8(path) ? path : null;
}

/** By hand: a strict `TextDecoder` throws at every name that is not, too slow for half a million of them. */
function isValidUtf8(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLengthAt(bytes, at);
    if (length === 0) return false;
    at += length;
  }
  return true;
}

/** The bytes of the character that begins there; 0 if none does. */
function sequenceLengthAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  let codePoint = lead & (0x7f >> length);
  for (let i = 1; i < length; i++) {
    const next = bytes[at + i] ?? 0;
    if (next >> 6 !== 0b10) return 0;
    codePoint = (codePoint << 6) | (next & 0x3f);
  }
  const isSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
  const isInRange = codePoint >= (LEAST_CODE_POINTS[length] ?? 0) && codePoint <= 0x10ffff;
  return isInRange && !isSurrogate ? length : 0;
}

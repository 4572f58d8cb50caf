import { crc32 } from './crc32';

/** Code page 437 from 0x80, what ZIP means by a name without the UTF-8 flag (APPNOTE appendix D). */
const CP437_HIGH =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' +
  '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

const encoder = new TextEncoder();
const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

export interface RawName {
  readonly bytes: Uint8Array;
  /** General purpose bit 11. */
  readonly isUtf8: boolean;
  /** The content of the extra field 0x7075 (Info-ZIP Unicode Path), or null. */
  readonly unicodePath: Uint8Array | null;
}

/**
 * The name in UTF-8: as flagged; else from the Unicode Path field if that is of this name; else the bytes
 * themselves where they are valid UTF-8 (macOS writes it without the flag); else code page 437.
 */
export function nameToUtf8({ bytes, isUtf8, unicodePath }: RawName): Uint8Array {
  if (isUtf8) return bytes;
  const path = unicodePath && unicodePathOf(unicodePath, bytes);
  if (path) return path;
  return isValidUtf8(bytes) ? bytes : encoder.encode(decodeCp437(bytes));
}

/** APPNOTE 4.6.9: version 1, the CRC of the name in the header, the name in UTF-8. A stale one has another CRC. */
function unicodePathOf(field: Uint8Array, headerName: Uint8Array): Uint8Array | null {
  if (field.length < 5 || field[0] !== 1) return null;
  const nameCrc = new DataView(field.buffer, field.byteOffset).getUint32(1, true);
  return nameCrc === crc32(headerName) ? field.subarray(5) : null;
}

function isValidUtf8(bytes: Uint8Array): boolean {
  try {
    strictUtf8.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function decodeCp437(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : CP437_HIGH.charAt(byte - 0x80),
  ).join('');
}

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * How a text is written, as far as its bytes tell: by a byte order mark, else UTF-8 where they are valid as that.
 * What remains is taken for windows-1252, which gives every byte a character.
 * `bytes` may end within a character: the start of a longer text.
 */
export function textEncodingOf(bytes: Uint8Array): TextEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** Without its byte order mark; a character that the end cuts off is left out. */
export function decodePlainText(bytes: Uint8Array): string {
  return new TextDecoder(textEncodingOf(bytes)).decode(bytes, { stream: true });
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // `stream`: the rest of a last character that is cut off may come.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

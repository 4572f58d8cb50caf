import { decodeCodePage } from './code-pages';

const ALL_BYTES = Uint8Array.from({ length: 256 }, (_, byte) => byte);

/** The characters of what Windows in western languages calls its ANSI code page, and its OEM ones. */
const CODE_PAGES = (['windows-1252', 'cp850', 'cp437'] as const).map((page) =>
  decodeCodePage(ALL_BYTES, page),
);

/**
 * The bytes that a password may stand for, the likeliest first. ZIP does not say how a password is encoded: UTF-8 is
 * usual, but archivers on Windows use a code page. Of ASCII characters all make the same bytes.
 */
export function passwordBytes(password: string): readonly Uint8Array<ArrayBuffer>[] {
  const utf8 = new TextEncoder().encode(password);
  if (utf8.length === password.length) return [utf8];
  const encoded = CODE_PAGES.map((characters) => encodeIn(characters, password));
  return [utf8, ...encoded.filter((bytes) => bytes !== null)];
}

/** Null where the code page lacks a character. */
function encodeIn(characters: string, text: string): Uint8Array<ArrayBuffer> | null {
  const bytes = Array.from(text, (character) => characters.indexOf(character));
  return bytes.includes(-1) ? null : Uint8Array.from(bytes);
}

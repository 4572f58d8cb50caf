/**
 * Strings of ASCII bytes, remembered: from file to file of an archive most values are the same, and one string
 * for all of them is quicker to find again than to make.
 */
export interface AsciiTexts {
  readonly slots: string[];
}

const SLOTS = 4096;
const MAX_REMEMBERED_BYTES = 128;
const ESCAPE = 0x1b;

export function createAsciiTexts(): AsciiTexts {
  return { slots: new Array<string>(SLOTS).fill('') };
}

/** The text of `bytes` from `start` to `end`; null where it is not ASCII, or has an escape sequence. */
export function asciiText(
  { slots }: AsciiTexts,
  bytes: Uint8Array,
  start: number,
  end: number,
): string | null {
  let hash = 0;
  let highBits = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === ESCAPE) return null;
    highBits |= byte;
    hash = (Math.imul(hash, 31) + byte) | 0;
  }
  if (highBits > 0x7f) return null;
  if (end - start > MAX_REMEMBERED_BYTES) return makeText(bytes, start, end);
  const slot = (hash ^ (hash >>> 12)) & (SLOTS - 1);
  const remembered = slots[slot] ?? '';
  if (isAsciiText(remembered, bytes, start, end)) return remembered;
  const text = makeText(bytes, start, end);
  slots[slot] = text;
  return text;
}

/** Whether these bytes are ASCII, and `text`. */
export function isAsciiText(text: string, bytes: Uint8Array, start: number, end: number): boolean {
  if (text.length !== end - start) return false;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte > 0x7f || text.charCodeAt(at - start) !== byte) return false;
  }
  return true;
}

function makeText(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}

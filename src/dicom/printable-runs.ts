/** Shorter ones come about by chance. */
const MIN_RUN_CHARACTERS = 4;
/** Of a call: engines have limits. */
const MOST_ARGUMENTS = 1000;

const utf8 = new TextDecoder();
const latin1 = new TextDecoder('windows-1252');

/**
 * The text that stands in bytes of any kind: runs of four printable characters or more, a line each; '' where there
 * are none. Beyond ASCII, characters of UTF-8 count, and letters of ISO 8859-1 between two of ASCII.
 */
export function printableRuns(bytes: Uint8Array): string {
  const runs: string[] = [];
  const { length } = bytes;
  let at = 0;
  while (at < length) {
    // Most of what is no text is passed over here, with no object for each try.
    const start = at;
    while (at < length && isPrintable(bytes[at] ?? 0)) at += 1;
    const isAtText = at - start >= MIN_RUN_CHARACTERS || (bytes[at] ?? 0) >= FIRST_BEYOND_ASCII;
    if (!isAtText) {
      at += 1;
      continue;
    }
    const run = runAt(bytes, start, at);
    if (run.characters >= MIN_RUN_CHARACTERS) {
      const text = textOf(bytes.subarray(start, run.end), run).trim();
      if (text.length >= MIN_RUN_CHARACTERS) runs.push(text);
    }
    at = run.end + 1;
  }
  return runs.join('\n');
}

/** The first byte of a letter, in ISO 8859-1 or in UTF-8. */
const FIRST_BEYOND_ASCII = 0xc0;

function isPrintable(byte: number): boolean {
  return byte >= 0x20 && byte < 0x7f;
}

interface Run {
  readonly end: number;
  readonly characters: number;
  readonly isUtf8: boolean;
}

/** The run from `start` on, which is ASCII as far as `end`. */
function runAt(bytes: Uint8Array, start: number, asciiEnd: number): Run {
  let end = asciiEnd;
  let characters = asciiEnd - start;
  let isUtf8 = true;
  for (;;) {
    const length = characterLength(bytes, end, isUtf8);
    if (length === 0) return { end, characters, isUtf8 };
    if (length === 1 && (bytes[end] ?? 0) >= FIRST_BEYOND_ASCII) isUtf8 = false;
    end += length;
    characters += 1;
  }
}

/** 0 where no character starts. */
function characterLength(bytes: Uint8Array, at: number, isUtf8: boolean): number {
  const byte = bytes[at] ?? 0;
  if (isPrintable(byte)) return 1;
  if (byte < FIRST_BEYOND_ASCII) return 0;
  const length = isUtf8 ? utf8Length(bytes, at) : 0;
  return length === 0 && isBetweenLetters(bytes, at) ? 1 : length;
}

/** Short runs are many, and a decoder takes longer to begin than they take. */
function textOf(bytes: Uint8Array, { characters, isUtf8 }: Run): string {
  const isAscii = characters === bytes.length && isUtf8;
  if (isAscii && characters < MOST_ARGUMENTS) return String.fromCharCode(...bytes);
  return (isUtf8 ? utf8 : latin1).decode(bytes);
}

/** Of the character that starts at `at`, two bytes to four (RFC 3629); 0 where none does. */
function utf8Length(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  for (let next = at + 1; next < at + length; next++) if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

function isBetweenLetters(bytes: Uint8Array, at: number): boolean {
  return isAsciiLetter(bytes[at - 1] ?? 0) && isAsciiLetter(bytes[at + 1] ?? 0);
}

function isAsciiLetter(byte: number): boolean {
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

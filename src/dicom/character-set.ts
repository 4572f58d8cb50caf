import { characterSets, convertBytes } from 'dicom-character-set';
import { problem, type Problem } from '../base/problem';
import { trimText } from './text-values';

/** A Specific Character Set (0008,0005), as far as it could be understood. */
export interface CharacterSet {
  /** As written: `\ISO 2022 IR 87`. */
  readonly declared: string;
  /** Defined terms of PS3.3 C.12.1.1.2, joined by `\`; '' for the default repertoire; null where a term is unknown. */
  readonly terms: string | null;
}

export interface DecodedText {
  readonly text: string;
  /** The encoding that was used instead of the declared one; null where that was right. */
  readonly fallback: string | null;
}

export const DEFAULT_CHARACTER_SET: CharacterSet = { declared: '', terms: '' };

/** Understands the defined terms and what is met in their place: `ISO IR 100`, `ISO-8859-1`, `UTF-8`, `ISO_IR 203`. */
export function parseCharacterSet(declared: string): CharacterSet {
  const terms = declared.split('\\').map(definedTerm);
  if (terms.includes(null)) return { declared, terms: null };
  return { declared, terms: terms.filter((term, index) => index === 0 || term !== '').join('\\') };
}

/**
 * Decodes the text of an element of VR `vr`, without trimming it. Never fails: bytes that the declared character
 * set does not allow are read as UTF-8 if they are that, else as windows-1252.
 */
export function decodeText(bytes: Uint8Array, characterSet: CharacterSet, vr: string): DecodedText {
  if (isAscii(bytes)) return { text: latin1(bytes), fallback: null };
  const declared = decodeAsDeclared(bytes, characterSet, vr);
  const silent = silentFallback(bytes, characterSet);
  if (declared !== null && silent === null && !declared.includes(REPLACEMENT)) {
    return { text: declared, fallback: null };
  }
  const asUtf8 = silent === LATIN_1 ? null : decodeStrictUtf8(bytes);
  // A replacement character may have been written by a program before.
  if (asUtf8 !== null) return { text: asUtf8, fallback: characterSet.terms === UTF8_TERM ? null : 'UTF-8' };
  // One bad character of a text in Chinese is better than all of it in windows-1252.
  if (declared !== null && characterSet.terms !== UTF8_TERM) {
    return { text: declared, fallback: silent ?? `${characterSet.terms} with replacement characters` };
  }
  return { text: windows1252.decode(bytes), fallback: WINDOWS_1252 };
}

/** What of a Specific Character Set is no defined term, and how it is read nevertheless. */
export function charsetDeviations({ declared }: CharacterSet): readonly string[] {
  return declared.split('\\').flatMap((value) => {
    const written = trimText(value);
    const term = definedTerm(written);
    if (term === written) return [];
    if (term === null) return [`unknown character set ${written}`];
    return [`${written} is no defined term, read as ${term === '' ? 'the default repertoire' : term}`];
  });
}

export function charsetProblem(where: string, { declared }: CharacterSet, used: string): Problem {
  return problem('charset-fallback', where, { declared, used });
}

const UTF8_TERM = 'ISO_IR 192';
const LATIN_9_TERM = 'ISO_IR 203';
const LATIN_1 = 'ISO_IR 100';
const WINDOWS_1252 = 'windows-1252';
const REPLACEMENT = '\ufffd';
const ESCAPE = 0x1b;

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const windows1252 = new TextDecoder(WINDOWS_1252);
const latin9 = new TextDecoder('iso-8859-15');

/** What is written in place of defined terms; after spaces, hyphens and underscores are gone. */
const SYNONYMS: Readonly<Record<string, string>> = {
  ASCII: '',
  ISO646: '',
  ISOIR6: '',
  UTF8: UTF8_TERM,
  ISO2022IR192: UTF8_TERM,
  ISO88591: 'ISO_IR 100',
  ISO88592: 'ISO_IR 101',
  ISO88593: 'ISO_IR 109',
  ISO88594: 'ISO_IR 110',
  ISO88595: 'ISO_IR 144',
  ISO88596: 'ISO_IR 127',
  ISO88597: 'ISO_IR 126',
  ISO88598: 'ISO_IR 138',
  ISO88599: 'ISO_IR 148',
  ISO885915: LATIN_9_TERM,
  ISOIR203: LATIN_9_TERM,
  ISO2022IR203: 'ISO 2022 IR 203',
  GB2312: 'GBK',
};

/** '' for the default repertoire; null for an unknown term. */
function definedTerm(written: string): string | null {
  const squeezed = written.toUpperCase().replace(/[\s_\-\0]/g, '');
  const synonym = SYNONYMS[squeezed];
  if (synonym !== undefined) return synonym;
  if (squeezed === '') return '';
  const term = squeezed.replace(/^ISOIR/, 'ISO_IR ').replace(/^ISO2022IR/, 'ISO 2022 IR ');
  return Object.hasOwn(characterSets, term) ? term : null;
}

function decodeAsDeclared(bytes: Uint8Array, { terms }: CharacterSet, vr: string): string | null {
  // The default repertoire has no bytes over 0x7F and no escapes.
  if (terms === null || terms === '') return null;
  if (LATIN_9_ALONE.test(terms)) return latin9.decode(bytes);
  try {
    return convertBytes(termsForPackage(terms), bytes, { vr });
  } catch {
    // An escape sequence to a character set that is not declared, or half a character.
    return null;
  }
}

/** With code extensions ASCII may always be designated, declared or not; Latin alphabet No. 9 as `silentFallback` says. */
function termsForPackage(terms: string): string {
  const known = terms.replaceAll('IR 203', 'IR 100');
  return known.includes('ISO 2022') ? `${known}\\ISO 2022 IR 6` : known;
}

/** Latin alphabet No. 9 is newer than the package, which has No. 1: alike but for the euro sign and seven letters. */
const LATIN_9_ALONE = /^ISO(_| 2022 )IR 203$/;

/** The default repertoire, and Japanese character sets in G0: they have no bytes over 0x7F. */
const SEVEN_BITS = /^(\\?ISO 2022 IR (6|87|159))+$/;

/** What the package takes in place of a declared character set, and does not say; null where it does no such thing. */
function silentFallback(bytes: Uint8Array, { terms }: CharacterSet): string | null {
  if (terms === null) return null;
  if (SEVEN_BITS.test(terms) && bytes.some((byte) => byte > 0x7f)) return WINDOWS_1252;
  return terms.includes('IR 203') && !LATIN_9_ALONE.test(terms) ? LATIN_1 : null;
}

function decodeStrictUtf8(bytes: Uint8Array): string | null {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return null;
  }
}

function isAscii(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte > 0x7f || byte === ESCAPE) return false;
  return true;
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

import { characterSets, convertBytes } from 'dicom-character-set';
import { problem, type Problem } from '../base/problem';

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
  if (declared !== null && !declared.includes(REPLACEMENT)) return { text: declared, fallback: null };
  const asUtf8 = decodeStrictUtf8(bytes);
  if (asUtf8 !== null) return { text: asUtf8, fallback: 'UTF-8' };
  // One bad character of a text in Chinese is better than all of it in windows-1252.
  const isPartlyRight = declared !== null && characterSet.terms !== UTF8_TERM;
  if (isPartlyRight) return { text: declared, fallback: `${characterSet.terms} with replacement characters` };
  return { text: windows1252.decode(bytes), fallback: 'windows-1252' };
}

export function charsetProblem(where: string, { declared }: CharacterSet, used: string): Problem {
  return problem('charset-fallback', where, { declared, used });
}

const UTF8_TERM = 'ISO_IR 192';
const REPLACEMENT = '\ufffd';
const ESCAPE = 0x1b;

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const windows1252 = new TextDecoder('windows-1252');

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
  // Latin alphabet No. 9, newer than the decoder: alike but for the euro sign and seven letters.
  ISO885915: 'ISO_IR 100',
  ISOIR203: 'ISO_IR 100',
  ISO2022IR203: 'ISO 2022 IR 100',
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
  try {
    return convertBytes(terms, bytes, { vr });
  } catch {
    // An escape sequence to a character set that is not declared, or half a character.
    return null;
  }
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

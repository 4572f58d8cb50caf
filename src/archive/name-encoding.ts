import { decodeCodePage, isCodePage } from './code-pages';
import { createTextCost, type Writing } from './text-cost';
import { WRITINGS } from './writings';

/**
 * The encodings that a name without the UTF-8 flag may be in, each with the region that it is for. Names of code
 * pages, else labels of the Encoding Standard. `priorBits` is how much rarer it is in archives than code page 437;
 * of two that read the names alike, the first is taken.
 */
const ENCODINGS = {
  cp437: { region: 'western', priorBits: 0 },
  cp850: { region: 'western', priorBits: 0.5 },
  'windows-1252': { region: 'western', priorBits: 1 },
  cp852: { region: 'central', priorBits: 3 },
  'windows-1250': { region: 'central', priorBits: 4 },
  cp775: { region: 'baltic', priorBits: 6 },
  'windows-1257': { region: 'baltic', priorBits: 6 },
  cp857: { region: 'turkish', priorBits: 3 },
  'windows-1254': { region: 'turkish', priorBits: 3 },
  ibm866: { region: 'cyrillic', priorBits: 3 },
  'windows-1251': { region: 'cyrillic', priorBits: 3 },
  'koi8-r': { region: 'cyrillic', priorBits: 6 },
  cp737: { region: 'greek', priorBits: 4 },
  'windows-1253': { region: 'greek', priorBits: 4 },
  cp862: { region: 'hebrew', priorBits: 4 },
  'windows-1255': { region: 'hebrew', priorBits: 4 },
  cp720: { region: 'arabic', priorBits: 4 },
  'windows-1256': { region: 'arabic', priorBits: 4 },
  'windows-874': { region: 'thai', priorBits: 4 },
  shift_jis: { region: 'japanese', priorBits: 3 },
  'euc-jp': { region: 'japanese', priorBits: 6 },
  gbk: { region: 'simplifiedChinese', priorBits: 3 },
  big5: { region: 'traditionalChinese', priorBits: 3 },
  'euc-kr': { region: 'korean', priorBits: 3 },
} as const satisfies Record<string, { region: keyof typeof WRITINGS; priorBits: number }>;

export type NameEncoding = keyof typeof ENCODINGS;

/** In the order in which they are offered. */
export const NAME_ENCODINGS = Object.keys(ENCODINGS) as readonly NameEncoding[];

/** What is looked at of an archive's names, in bytes: enough to be sure, and read in some milliseconds. */
const SAMPLE_BYTES = 1 << 13;
const LOOKED_AT_NAME_BYTES = 1024;
/** After as many names every second one is looked at, after as many again every fourth, and so on. */
const NAMES_PER_STRIDE = 1000;

/** That a word is in another language than most. */
const FOREIGN_WORD_BITS = 3;

const SLASH = 0x2f;
/** No byte before it is a part of a longer character in any of the encodings; a backslash is. */
const FIRST_TRAIL_BYTE = 0x40;
const decoders = new Map<NameEncoding, TextDecoder>();

/** Never throws: what the encoding does not have becomes U+FFFD. Look for separators in the text, not in the bytes. */
export function decodeName(bytes: Uint8Array, encoding: NameEncoding): string {
  if (isCodePage(encoding)) return decodeCodePage(bytes, encoding);
  let decoder = decoders.get(encoding);
  if (!decoder) {
    decoder = new TextDecoder(encoding, { ignoreBOM: true });
    decoders.set(encoding, decoder);
  }
  return decoder.decode(bytes);
}

/**
 * The encoding that most likely gives what was meant: the one in which the names, taken together, would need the
 * fewest bits to be written down, if every character costs the more the rarer it is in the encoding's writing.
 * Code page 437 where nothing speaks for another (APPNOTE D.1).
 */
export function detectNameEncoding(names: Iterable<Uint8Array>): NameEncoding {
  const sample = sampleOf(names);
  if (sample.length === 0) return 'cp437';
  const readings = new Map<string, { readonly encoding: NameEncoding; readonly bits: number }>();
  for (const encoding of NAME_ENCODINGS) {
    const { region, priorBits } = ENCODINGS[encoding];
    const text = decodeName(sample, encoding);
    const bits = priorBits + bitsOf(text.split('/'), WRITINGS[region]());
    const same = readings.get(text);
    readings.set(text, {
      encoding: same?.encoding ?? encoding,
      bits: Math.min(bits, same?.bits ?? Infinity),
    });
  }
  return [...readings.values()].reduce((best, other) => (other.bits < best.bits ? other : best)).encoding;
}

/** Most words are in one of the region's languages, but any may be in another: patients have all names. */
function bitsOf(words: readonly string[], writings: readonly Writing[]): number {
  const costs = writings.map(createTextCost);
  const totals = costs.map(() => 0);
  for (const word of words) {
    const bits = costs.map((bitsIn) => bitsIn(word));
    const asForeign = Math.min(...bits) + FOREIGN_WORD_BITS;
    for (const [i, own] of bits.entries()) totals[i] = (totals[i] ?? 0) + Math.min(own, asForeign);
  }
  return Math.min(...totals);
}

/** Different words that are not plain ASCII, with slashes between, from all over the archive. */
function sampleOf(names: Iterable<Uint8Array>): Uint8Array {
  const sample = new Uint8Array(SAMPLE_BYTES);
  const seen = new Set<string>();
  let length = 0;
  for (const name of everyFewer(names)) {
    for (const word of wordsOf(name.subarray(0, LOOKED_AT_NAME_BYTES))) {
      const key = String.fromCharCode(...word);
      if (seen.has(key)) continue;
      seen.add(key);
      if (length + word.length >= SAMPLE_BYTES) return sample.subarray(0, length);
      sample.set(word, length);
      sample[length + word.length] = SLASH;
      length += word.length + 1;
    }
  }
  return sample.subarray(0, length);
}

function* everyFewer(names: Iterable<Uint8Array>): Iterable<Uint8Array> {
  let taken = 0;
  let stride = 1;
  let passOver = 0;
  for (const name of names) {
    if (passOver-- > 0) continue;
    yield name;
    taken++;
    if (taken % NAMES_PER_STRIDE === 0) stride *= 2;
    passOver = stride - 1;
  }
}

/** What stands between separators, digits and spaces, unless it is ASCII, which is the same in every encoding. */
function* wordsOf(name: Uint8Array): Iterable<Uint8Array> {
  let start = 0;
  let isAscii = true;
  for (let at = 0; at <= name.length; at++) {
    const byte = name[at] ?? SLASH;
    if (byte >= 0x80) isAscii = false;
    if (byte >= FIRST_TRAIL_BYTE) continue;
    if (!isAscii) yield name.subarray(start, at);
    start = at + 1;
    isAscii = true;
  }
}

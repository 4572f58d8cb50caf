/** Letters that belong together in one language's writing, the most frequent first. */
export interface Alphabet {
  readonly letters: string;
  /** -log2 of the share that these letters have in text of the writing. */
  readonly shareBits: number;
  /** Zipf-Mandelbrot: letter n is met in proportion to 1 / (n + flatness). */
  readonly flatness: number;
}

/** How one language is written. What is in none of its alphabets is foreign to it. */
export type Writing = readonly Alphabet[];

/** Any character of ASCII; only its having been taken for half of another matters. */
const ASCII_BITS = 5;
const FOREIGN_LETTER_BITS = 16;
const SYMBOL_BITS = 18;
/** Control characters, private use and what could not be decoded: not in any name. */
const NO_CHARACTER_BITS = 24;
/** Letters of two scripts side by side, as in MБller. */
const SCRIPT_CHANGE_BITS = 7;
/** A capital behind a small letter, as in mÜller, or a second one before a small letter, as in MÜller. */
const CAPITAL_INSIDE_BITS = 5;
/** A small letter that begins a word: most names begin with a capital. */
const SMALL_FIRST_BITS = 1;
/** As in M°ller, M³ller. */
const SYMBOL_BESIDE_LETTER_BITS = 2;

const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Hebrew}/u,
  /[\p{Script=Arabic}\u064b-\u0652]/u,
  /\p{Script=Thai}/u,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3005\u30fc\uff70\uff9e\uff9f]/u,
  /\p{Script=Hangul}/u,
];
const FULL_WIDTH = /[\uff01-\uff5e]/;
const EAST_ASIAN_PUNCTUATION = /[\u3000-\u30ff\uff00-\uffef]/;

interface CharacterFacts {
  readonly bits: number;
  /** Index in SCRIPTS, -1 for what has none. */
  readonly script: number;
  readonly isCapital: boolean;
  readonly isSmall: boolean;
  readonly isSymbol: boolean;
}

const BOUNDARY: CharacterFacts = { bits: 0, script: -1, isCapital: false, isSmall: false, isSymbol: false };

/** A function that says how many bits a text needs if it is of that writing: the fewer, the likelier it is. */
export function createTextCost(writing: Writing): (text: string) => number {
  const letterBits = letterBitsOf(writing);
  const facts = new Map<string, CharacterFacts>();
  const factsOf = (character: string): CharacterFacts => {
    let known = facts.get(character);
    if (!known) {
      known = describeCharacter(character, letterBits);
      facts.set(character, known);
    }
    return known;
  };
  return (text) => {
    let bits = 0;
    let second = BOUNDARY;
    let before = BOUNDARY;
    for (const character of text) {
      const here = factsOf(character);
      bits += here.bits + neighbourBits(before, here);
      if (second.isCapital && before.isCapital && here.isSmall) bits += CAPITAL_INSIDE_BITS;
      second = before;
      before = here;
    }
    return bits;
  };
}

function letterBitsOf(writing: Writing): ReadonlyMap<string, number> {
  const bits = new Map<string, number>();
  for (const { letters, shareBits, flatness } of writing) {
    const ranked = [...new Set(letters)];
    const total = ranked.reduce((sum, _, rank) => sum + 1 / (rank + flatness), 0);
    for (const [rank, letter] of ranked.entries()) {
      if (!bits.has(letter)) bits.set(letter, shareBits + Math.log2(total * (rank + flatness)));
    }
  }
  return bits;
}

function describeCharacter(character: string, letterBits: ReadonlyMap<string, number>): CharacterFacts {
  const small = character.toLowerCase();
  const isCapital = small !== character;
  const script = scriptOf(character);
  return {
    bits: characterBits(character, small, letterBits),
    script,
    isCapital,
    isSmall: !isCapital && character.toUpperCase() !== character,
    isSymbol: script < 0 && character >= '\x80' && !EAST_ASIAN_PUNCTUATION.test(character),
  };
}

function scriptOf(character: string): number {
  if (FULL_WIDTH.test(character)) return SCRIPTS.length;
  return SCRIPTS.findIndex((script) => script.test(character));
}

function characterBits(character: string, small: string, letterBits: ReadonlyMap<string, number>): number {
  if (/\p{C}/u.test(character) || character === '\ufffd') return NO_CHARACTER_BITS;
  const known = letterBits.get(character) ?? letterBits.get(small);
  if (known !== undefined) return known;
  if (character < '\x80') return ASCII_BITS;
  return /\p{L}/u.test(character) ? FOREIGN_LETTER_BITS : SYMBOL_BITS;
}

function neighbourBits(before: CharacterFacts, here: CharacterFacts): number {
  if (here.script < 0) return here.isSymbol && before.script >= 0 ? SYMBOL_BESIDE_LETTER_BITS : 0;
  if (before.script < 0) {
    return (before.isSymbol ? SYMBOL_BESIDE_LETTER_BITS : 0) + (here.isSmall ? SMALL_FIRST_BITS : 0);
  }
  if (before.script !== here.script) return SCRIPT_CHANGE_BITS;
  return before.isSmall && here.isCapital ? CAPITAL_INSIDE_BITS : 0;
}

import { assert } from '../../base/assert';

const ROOT = 0;
const NONE = -1;

/** What is neither letter nor digit: one is as good as another. */
const SEPARATOR = 1;
/** A character that no pattern has. */
const FOREIGN = 0;

export interface PatternMatch {
  /** Index of the pattern. */
  readonly pattern: number;
  readonly start: number;
  readonly end: number;
}

export interface PatternSearch {
  /** All matches, overlapping ones too, by their ends, and of those with one end the longer one first. */
  readonly findAll: (text: string) => readonly PatternMatch[];
}

export interface PatternSearchOptions {
  /** Separators in the text are as if they were not there; patterns must have none. */
  readonly skipSeparators: boolean;
}

/**
 * Finds any of many patterns in one pass over a text (Aho and Corasick, 1975). Both are folded texts (`foldText`).
 * The children of a node are a linked list: most nodes have one, and tens of thousands of patterns fit in a few
 * megabytes.
 */
export function createPatternSearch(
  patterns: readonly string[],
  options: PatternSearchOptions,
): PatternSearch {
  const alphabet = createAlphabet(patterns);
  const trie = buildTrie(patterns, alphabet);
  const { firstChild, nextSibling, symbols, fail, output, nextOutput } = trie;
  const { skipSeparators } = options;
  const lengths = patterns.map(({ length }) => length);

  const childOf = (node: number, symbol: number): number => {
    let child = firstChild[node] ?? NONE;
    while (child !== NONE && symbols[child] !== symbol) child = nextSibling[child] ?? NONE;
    return child;
  };
  const roots = Int32Array.from({ length: alphabet.size }, (_, symbol) =>
    Math.max(ROOT, childOf(ROOT, symbol)),
  );

  return {
    findAll: (text) => {
      const matches: PatternMatch[] = [];
      let node = ROOT;
      for (let at = 0; at < text.length; at++) {
        const symbol = alphabet.symbolAt(text, at);
        if (skipSeparators && symbol === SEPARATOR) continue;
        let next = NONE;
        while (node !== ROOT && (next = childOf(node, symbol)) === NONE) node = fail[node] ?? ROOT;
        node = node === ROOT ? (roots[symbol] ?? ROOT) : next;
        let found = output[node] === NONE ? (nextOutput[node] ?? NONE) : node;
        for (; found > ROOT; found = nextOutput[found] ?? NONE) {
          const pattern = output[found] ?? NONE;
          const length = lengths[pattern] ?? 0;
          const start = skipSeparators ? startBefore(text, at, length, alphabet) : at + 1 - length;
          matches.push({ pattern, start, end: at + 1 });
        }
      }
      return matches;
    },
  };
}

/** Where the last so many characters up to `last`, separators apart, begin. */
function startBefore(text: string, last: number, length: number, alphabet: Alphabet): number {
  let start = last;
  for (let left = length - 1; left > 0; left--) {
    start -= 1;
    while (alphabet.symbolAt(text, start) === SEPARATOR) start -= 1;
  }
  return start;
}

interface Trie {
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
  readonly symbols: Uint16Array;
  readonly fail: Int32Array;
  /** The pattern that ends in a node, or none. */
  readonly output: Int32Array;
  /** The nearest node on the chain of `fail` in which a pattern ends. */
  readonly nextOutput: Int32Array;
}

function buildTrie(patterns: readonly string[], alphabet: Alphabet): Trie {
  const room = patterns.reduce((sum, { length }) => sum + length, 1);
  const trie = {
    firstChild: new Int32Array(room).fill(NONE),
    nextSibling: new Int32Array(room).fill(NONE),
    symbols: new Uint16Array(room),
    fail: new Int32Array(room),
    output: new Int32Array(room).fill(NONE),
    nextOutput: new Int32Array(room).fill(NONE),
  };
  let nodes = 1;
  patterns.forEach((pattern, index) => {
    assert(pattern !== '', 'a pattern has a character');
    let node = ROOT;
    for (let at = 0; at < pattern.length; at++) {
      const symbol = alphabet.symbolAt(pattern, at);
      let child = trie.firstChild[node] ?? NONE;
      while (child !== NONE && trie.symbols[child] !== symbol) child = trie.nextSibling[child] ?? NONE;
      if (child === NONE) {
        child = nodes++;
        trie.symbols[child] = symbol;
        trie.nextSibling[child] = trie.firstChild[node] ?? NONE;
        trie.firstChild[node] = child;
      }
      node = child;
    }
    trie.output[node] = index;
  });
  linkSuffixes(trie, nodes);
  return trie;
}

/** Breadth first: the longest other beginning of a pattern that each node ends with. */
function linkSuffixes(
  { firstChild, nextSibling, symbols, fail, output, nextOutput }: Trie,
  nodes: number,
): void {
  const queue = new Int32Array(nodes);
  let read = 0;
  let written = 1;
  while (read < written) {
    const node = queue[read++] ?? ROOT;
    for (let child = firstChild[node] ?? NONE; child !== NONE; child = nextSibling[child] ?? NONE) {
      queue[written++] = child;
      fail[child] = node === ROOT ? ROOT : suffixOf(fail[node] ?? ROOT, symbols[child] ?? FOREIGN);
      const suffix = fail[child] ?? ROOT;
      nextOutput[child] = output[suffix] === NONE ? (nextOutput[suffix] ?? NONE) : suffix;
    }
  }

  function suffixOf(from: number, symbol: number): number {
    for (let node = from; ; node = fail[node] ?? ROOT) {
      let child = firstChild[node] ?? NONE;
      while (child !== NONE && symbols[child] !== symbol) child = nextSibling[child] ?? NONE;
      if (child !== NONE) return child;
      if (node === ROOT) return ROOT;
    }
  }
}

const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u;

/** A letter, a digit or a mark; each half of a character beyond the first plane too. */
export function isWordUnit(unit: number): boolean {
  if (unit < 0x80) return (unit >= 0x30 && unit <= 0x39) || ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a);
  return (unit >= 0xd800 && unit < 0xe000) || WORD_CHARACTER.test(String.fromCharCode(unit));
}

/** Numbers for the characters that the patterns have. */
interface Alphabet {
  readonly size: number;
  readonly symbolAt: (text: string, at: number) => number;
}

function createAlphabet(patterns: readonly string[]): Alphabet {
  const symbols = new Int32Array(0x10000).fill(NONE);
  let size = SEPARATOR + 1;
  for (const pattern of patterns) {
    for (let at = 0; at < pattern.length; at++) {
      const unit = pattern.charCodeAt(at);
      if (symbols[unit] === NONE) symbols[unit] = isWordUnit(unit) ? size++ : SEPARATOR;
    }
  }
  const symbolAt = (text: string, at: number): number => {
    const unit = text.charCodeAt(at);
    const symbol = symbols[unit] ?? NONE;
    if (symbol !== NONE) return symbol;
    const met = isWordUnit(unit) ? FOREIGN : SEPARATOR;
    symbols[unit] = met;
    return met;
  };
  return { size, symbolAt };
}

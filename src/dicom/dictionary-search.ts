import type { Dictionary } from './dictionary';
import { formatTag, tagKey } from './tag';

/** An attribute that a search of the dictionary found. */
export interface FoundAttribute {
  /** `00100010` */
  readonly path: string;
  /** `(0010,0010)` */
  readonly tag: string;
  /** '' for a tag that the dictionary does not know. */
  readonly keyword: string;
  readonly name: string;
}

interface Searchable extends FoundAttribute {
  /** In lower case. */
  readonly haystack: string;
}

const searchables = new WeakMap<Dictionary, readonly Searchable[]>();

/**
 * Attributes that have all of the words in their tag, keyword or name, those first that begin with them, at most
 * `limit`. A whole tag finds the attribute even if the dictionary does not know it: a private one.
 */
export function searchDictionary(
  dictionary: Dictionary,
  text: string,
  limit: number,
): readonly FoundAttribute[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const [first] = words;
  if (first === undefined) return [];
  const found = searchablesOf(dictionary)
    .filter(({ haystack }) => words.every((word) => haystack.includes(word)))
    .map((attribute) => ({ attribute, rank: rankOf(attribute, first) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ attribute }) => attribute);
  const unknown = found.length === 0 ? unknownTag(text) : null;
  return unknown === null ? found : [unknown];
}

function searchablesOf(dictionary: Dictionary): readonly Searchable[] {
  let known = searchables.get(dictionary);
  if (known === undefined) {
    known = dictionary.tags.flatMap((tag) => {
      const entry = dictionary.lookup(tag);
      return entry === undefined ? [] : [searchable(tag, entry.keyword, entry.name)];
    });
    searchables.set(dictionary, known);
  }
  return known;
}

function searchable(number: number, keyword: string, name: string): Searchable {
  const key = tagKey(number);
  const path = key.slice(1).toUpperCase();
  const tag = formatTag(key);
  return { path, tag, keyword, name, haystack: `${path} ${tag} ${keyword} ${name}`.toLowerCase() };
}

/** 0: the keyword or the name begins with it; 1: a word of the name does; 2: it is inside. */
function rankOf({ keyword, name }: Searchable, word: string): number {
  const lowerName = name.toLowerCase();
  if (keyword.toLowerCase().startsWith(word) || lowerName.startsWith(word)) return 0;
  return lowerName.includes(` ${word}`) ? 1 : 2;
}

/** `0019,100c`, `(0019,100C)` or `0019100C` */
function unknownTag(text: string): FoundAttribute | null {
  const [, group, element] = /^\(?([\da-f]{4}),?([\da-f]{4})\)?$/i.exec(text.trim()) ?? [];
  if (group === undefined || element === undefined) return null;
  const { path, tag } = searchable(parseInt(group + element, 16), '', '');
  return { path, tag, keyword: '', name: '' };
}

/** A value, in the part that differs from other values and what they begin and end with alike. */
export interface EmphasisedValue {
  readonly before: string;
  readonly differing: string;
  readonly after: string;
}

/** What values have in common at both ends, and what is between: `1.2.5.9` and `1.2.7.9` differ in `5` and `7`. */
export function emphasiseDifference(values: readonly string[]): readonly EmphasisedValue[] {
  // By code points, so that no character is cut in two.
  const texts = values.map((value) => Array.from(value));
  const shortest = Math.min(...texts.map(({ length }) => length));
  const start = countWhile(shortest, (index) => isSame(texts, (text) => text[index]));
  const end = countWhile(shortest - start, (index) => isSame(texts, (text) => text.at(-1 - index)));
  return texts.map((text) => ({
    before: text.slice(0, start).join(''),
    differing: text.slice(start, text.length - end).join(''),
    after: text.slice(text.length - end).join(''),
  }));
}

function countWhile(limit: number, holds: (index: number) => boolean): number {
  let count = 0;
  while (count < limit && holds(count)) count++;
  return count;
}

function isSame(texts: readonly string[][], characterOf: (text: string[]) => string | undefined): boolean {
  return new Set(texts.map(characterOf)).size === 1;
}

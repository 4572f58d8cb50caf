/** A line of a pasted list. */
export interface PastedLine {
  /** As it was pasted, without what surrounds it. */
  readonly text: string;
  /** What it may say, the likeliest first: all of it is a name, or a row of them, with a bullet before or a count behind. */
  readonly readings: readonly LineReading[];
}

export interface LineReading {
  /** Several where the line is a row of a table: all that stands between its separators. */
  readonly cells: readonly string[];
  /** How many instances it says there are; null where it does not. */
  readonly count: number | null;
}

/** The lines that say something. */
export function readLines(list: string): readonly PastedLine[] {
  return list
    .split(/\r\n|\r|\n/)
    .map(withoutQuotes)
    .filter((text) => /[\p{L}\p{N}]/u.test(text))
    .map((text) => ({ text, readings: readingsOf(text) }));
}

/** `- `, `* `, `• `, `1. `, `2) `, `[x] ` */
const BULLET = /^(?:[-*+•·‣▪●○–—]+\s*|\d{1,3}[.)]\s+|\[[ xX]?\]\s*)/;

/** ` x 120`, `× 120`, `(120)`, `; 120`, `, 120`, a tab and 120; `images` or the like may follow. */
const COUNT =
  /\s*(?:\s[xX*]\s*|×\s*|[;,:\t]\s*|\s\(\s*)(\d{1,7})\s*(?:images?|instances?|slices?|files?|frames?)?\s*\)?$/;

const SEPARATOR = /[\t;,|]/;

function readingsOf(text: string): readonly LineReading[] {
  const wholes = [...new Set([text, withoutQuotes(text.replace(BULLET, ''))])];
  const uncounted = wholes.map((whole) => ({ whole, count: null }));
  const counted = wholes.flatMap((whole) => {
    const count = COUNT.exec(whole);
    return count === null
      ? []
      : [{ whole: withoutQuotes(whole.slice(0, count.index)), count: Number(count[1]) }];
  });
  return [uncounted, counted].flatMap((some) => [
    ...some.map(({ whole, count }) => ({ cells: [whole], count })),
    ...some.flatMap(({ whole, count }) => {
      const cells = whole
        .split(SEPARATOR)
        .map(withoutQuotes)
        .filter((cell) => cell !== '');
      return cells.length > 1 ? [{ cells, count }] : [];
    }),
  ]);
}

/** Without space and quotation marks around it, and separators behind it. */
function withoutQuotes(text: string): string {
  return text.replace(/^[\s"'“”„«»‘’`]+/, '').replace(/[\s"'“”„«»‘’`,;|]+$/, '');
}

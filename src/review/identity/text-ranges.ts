import type { TextRange } from '../finding';

/** What stands somewhere in a text. */
export interface Ranged {
  readonly range: TextRange;
}

/** Those of which no two overlap, in the order of the text: of two that do the better one. Linear but for sorting. */
export function pickApart<T extends Ranged>(
  all: readonly T[],
  isBetter: (one: T, other: T) => boolean,
): readonly T[] {
  if (all.length < 2) return all;
  const picked: T[] = [];
  for (const one of all.toSorted((a, b) => a.range[0] - b.range[0])) {
    const last = picked.at(-1);
    if (last === undefined || last.range[1] <= one.range[0]) picked.push(one);
    else if (isBetter(one, last)) picked[picked.length - 1] = one;
  }
  return picked;
}

/** Whether a range overlaps one of those that `pickApart` gave. */
export function overlapsSome([start, end]: TextRange, apart: readonly Ranged[]): boolean {
  let low = 0;
  let high = apart.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((apart[middle]?.range[1] ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const next = apart[low];
  return next !== undefined && next.range[0] < end;
}

export function isLonger({ range: one }: Ranged, { range: other }: Ranged): boolean {
  return one[1] - one[0] > other[1] - other[0];
}

import { MISSING } from './attribute-table';
import { findRun, type Run } from './run';
import { scalarReader } from './scalar-value';

/** How an attribute varies over the instances of a selection, in their order. */
export interface Variation {
  readonly pattern: Pattern;
  /** How many instances do not have it. */
  readonly missing: number;
  /** How many different values there are; that it is missing is none. */
  readonly distinct: number;
}

/** Of those instances that have the attribute. */
export type Pattern =
  | { readonly kind: 'constant'; readonly value: string }
  | ({ readonly kind: 'runs' } & Run)
  | {
      readonly kind: 'jumps';
      /** How often the value is another than in the instance before that has one. */
      readonly changes: number;
      /** The first instances, from 0, of which that is true: up to `MAX_CHANGES_TOLD`. */
      readonly changesAt: readonly number[];
      /** The smallest and the largest where all are single numbers, dates or times. */
      readonly range: { readonly lowest: string; readonly highest: string } | null;
    };

export const VARIATION_KINDS = ['jumps', 'missing', 'runs', 'constant'] as const;

/** In one word; 'missing': it is not in all instances, but where it is, it is the same. What varies most comes first. */
export type VariationKind = (typeof VARIATION_KINDS)[number];

export const MAX_CHANGES_TOLD = 8;

export function variationKind({ pattern, missing }: Variation): VariationKind {
  return pattern.kind === 'constant' && missing > 0 ? 'missing' : pattern.kind;
}

/**
 * @param cells of each instance its value's place in `values`, or `MISSING`
 * @param vr decides which values are numbers
 */
export function describeVariation(cells: Uint32Array, values: readonly string[], vr: string): Variation {
  const distinct = new Set<number>(cells);
  const missing = distinct.delete(MISSING)
    ? cells.reduce((sum, cell) => sum + (cell === MISSING ? 1 : 0), 0)
    : 0;
  const [first = MISSING] = distinct;
  const pattern: Pattern =
    distinct.size <= 1
      ? { kind: 'constant', value: values[first] ?? '' }
      : changing(cells, values, vr, distinct);
  return { pattern, missing, distinct: distinct.size };
}

function changing(
  cells: Uint32Array,
  values: readonly string[],
  vr: string,
  distinct: ReadonlySet<number>,
): Pattern {
  const run = distinct.size > 2 && scalarReader(vr) !== null ? findRun(placedTexts(cells, values), vr) : null;
  if (run !== null) return { kind: 'runs', ...run };
  const texts = Array.from(distinct, (place) => values[place] ?? '');
  return { kind: 'jumps', ...changesIn(cells), range: rangeOf(texts, vr) };
}

function placedTexts(cells: Uint32Array, values: readonly string[]): { at: number; text: string }[] {
  const placed: { at: number; text: string }[] = [];
  cells.forEach((cell, at) => {
    if (cell !== MISSING) placed.push({ at, text: values[cell] ?? '' });
  });
  return placed;
}

function changesIn(cells: Uint32Array): { readonly changes: number; readonly changesAt: readonly number[] } {
  const changesAt: number[] = [];
  let changes = 0;
  let before: number = MISSING;
  cells.forEach((cell, at) => {
    if (cell === MISSING) return;
    if (before !== MISSING && cell !== before) {
      changes += 1;
      if (changesAt.length < MAX_CHANGES_TOLD) changesAt.push(at);
    }
    before = cell;
  });
  return { changes, changesAt };
}

function rangeOf(
  texts: readonly string[],
  vr: string,
): { readonly lowest: string; readonly highest: string } | null {
  const read = scalarReader(vr);
  if (read === null) return null;
  let [lowest = '', highest = ''] = [texts[0], texts[0]];
  for (const text of texts) {
    const value = read(text);
    if (Number.isNaN(value)) return null;
    if (value < read(lowest)) lowest = text;
    if (value > read(highest)) highest = text;
  }
  return { lowest, highest };
}

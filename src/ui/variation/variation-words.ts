import { variationKind, type Pattern, type Variation, type VariationKind } from '../../catalog/variation';
import { uidName } from '../../dicom/uids';
import type { VariedAttribute } from '../../session/variation-table';
import { formatCount, formatCounted } from '../format';

export const VARIATION_KIND_WORDS: Readonly<Record<VariationKind, string>> = {
  jumps: 'Jumps',
  missing: 'Missing in some',
  runs: 'Runs',
  constant: 'Constant',
};

/** `Runs`, `Missing in 3`, `Jumps, missing in 3` */
export function kindWords(variation: Variation): string {
  const { missing } = variation;
  const kind = variationKind(variation);
  if (kind === 'missing') return `Missing in ${formatCount(missing)}`;
  const word = VARIATION_KIND_WORDS[kind];
  return missing === 0 ? word : `${word}, missing in ${formatCount(missing)}`;
}

/** The value, or what the values do: `1 → 12, step 1`, `80 … 120, changes at 5 and 9`. */
export function valueWords({
  vr,
  cells,
  variation,
}: Pick<VariedAttribute, 'vr' | 'cells' | 'variation'>): string {
  const { pattern, missing, distinct } = variation;
  switch (pattern.kind) {
    case 'constant':
      if (pattern.value === '') return 'empty';
      return vr === 'UI' ? [uidName(pattern.value), pattern.value].filter(Boolean).join(' ') : pattern.value;
    case 'runs': {
      const step = pattern.steps === null ? 'unequal steps' : `step ${stepWords(pattern.steps, vr)}`;
      return `${pattern.from} → ${pattern.to}, ${step}`;
    }
    case 'jumps': {
      const { range } = pattern;
      const values = range === null ? formatCounted(distinct, 'value') : `${range.lowest} … ${range.highest}`;
      const isAllDifferent = distinct > 2 && distinct === cells.length - missing;
      return `${values}, ${isAllDifferent ? 'all different' : changeWords(pattern)}`;
    }
  }
}

const STEP_UNITS: Readonly<Record<string, string>> = { DA: ' d', TM: ' s', DT: ' s' };

/** In the unit that it counts in, without the digits that only arithmetic makes. */
function stepWords(steps: readonly number[], vr: string): string {
  const numbers = steps.map((step) => String(Number(step.toPrecision(6))));
  return `${numbers.join('\\')}${STEP_UNITS[vr] ?? ''}`;
}

/** Instances count from 1. */
function changeWords({ changes, changesAt }: Extract<Pattern, { kind: 'jumps' }>): string {
  if (changes > changesAt.length) return `changes ${formatCount(changes)} times`;
  const places = changesAt.map((at) => formatCount(at + 1));
  const last = places.at(-1) ?? '';
  return `changes at ${places.length > 1 ? `${places.slice(0, -1).join(', ')} and ` : ''}${last}`;
}

/** Where an attribute of an item is: `(0008,1140)[1]` of `00081140[0].00081155`; '' at the top. Items count from 1. */
export function itemWords(path: string): string {
  return path
    .split('.')
    .slice(0, -1)
    .map((step) => {
      const [, group = '', element = '', index = ''] = /^(.{4})(.{4})\[(\d+)\]$/.exec(step) ?? [];
      return `(${group},${element})[${String(Number(index) + 1)}]`;
    })
    .join(' ');
}

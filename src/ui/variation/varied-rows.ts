import { VARIATION_KINDS, variationKind, type VariationKind } from '../../catalog/variation';
import type { VariedAttribute } from '../../session/variation-table';
import { kindWords, valueWords } from './variation-words';

/** An attribute as the table shows it. */
export interface VariedRow {
  readonly attribute: VariedAttribute;
  readonly kind: VariationKind;
  /** Place in the order of kinds: what varies most comes first. */
  readonly rank: number;
  readonly kindText: string;
  readonly valueText: string;
  /** What the text filter looks in, in lower case. */
  readonly haystack: string;
}

/**
 * What varies first; of a kind, what has the fewest values, which tell the most. File meta information, which says
 * nothing of the patient or the image, comes last of its kind.
 */
export function variedRows(attributes: readonly VariedAttribute[]): readonly VariedRow[] {
  return attributes
    .map(variedRow)
    .sort(
      (a, b) => a.rank - b.rank || Number(isMeta(a)) - Number(isMeta(b)) || distinctOf(a) - distinctOf(b),
    );
}

function isMeta({ attribute }: VariedRow): boolean {
  return attribute.path.startsWith('0002');
}

function variedRow(attribute: VariedAttribute): VariedRow {
  const kind = variationKind(attribute.variation);
  const kindText = kindWords(attribute.variation);
  const valueText = valueWords(attribute);
  const { path, tag, keyword, name } = attribute;
  return {
    attribute,
    kind,
    rank: VARIATION_KINDS.indexOf(kind),
    kindText,
    valueText,
    haystack: `${path} ${tag} ${keyword} ${name} ${kindText} ${valueText}`.toLowerCase(),
  };
}

function distinctOf({ attribute }: VariedRow): number {
  return attribute.variation.distinct;
}

/** 'missing' takes those of the other kinds, too, that are not in all instances. */
export function isOfKind({ kind, attribute }: VariedRow, wanted: VariationKind | 'all'): boolean {
  if (wanted === 'all' || kind === wanted) return true;
  return wanted === 'missing' && attribute.variation.missing > 0;
}

/** Rows of a kind that have all of the words. */
export function filterRows(
  rows: readonly VariedRow[],
  { text, kind }: { readonly text: string; readonly kind: VariationKind | 'all' },
): readonly VariedRow[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => isOfKind(row, kind) && words.every((word) => row.haystack.includes(word)));
}

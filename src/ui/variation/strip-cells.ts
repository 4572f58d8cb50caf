import { MISSING } from '../../catalog/attribute-table';

/** One cell of a strip, which stands for one instance, or for some where there are more than there is room for. */
export interface StripCell {
  /** The instance that it shows, from 0. */
  readonly instance: number;
  /** The place of its value in the order in which the values first come; null: missing. */
  readonly tone: number | null;
}

/**
 * The cells of a strip of at most `count`. Of instances that share a cell, the one is shown that stands out: one
 * without the attribute, else one with another value than most have.
 */
export function stripCells(cells: Uint32Array, count: number): readonly StripCell[] {
  const tones = new Map<number, number>();
  const frequency = new Map<number, number>();
  for (const cell of cells) {
    frequency.set(cell, (frequency.get(cell) ?? 0) + 1);
    if (cell !== MISSING && !tones.has(cell)) tones.set(cell, tones.size);
  }
  const rarity = (instance: number): number => {
    const cell = cells[instance] ?? MISSING;
    return cell === MISSING ? -1 : (frequency.get(cell) ?? 0);
  };
  const shown = Math.min(count, cells.length);
  return Array.from({ length: shown }, (_, place) => {
    let instance = Math.floor((place * cells.length) / shown);
    const end = Math.floor(((place + 1) * cells.length) / shown);
    for (let other = instance + 1; other < end; other++)
      if (rarity(other) < rarity(instance)) instance = other;
    return { instance, tone: tones.get(cells[instance] ?? MISSING) ?? null };
  });
}

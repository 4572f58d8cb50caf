/** The value that a share of all values does not exceed (nearest rank); null: there are none. */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

export function median(values: readonly (number | null)[]): number | null {
  return quantile(
    values.filter((value) => value !== null),
    0.5,
  );
}

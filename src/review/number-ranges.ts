/** Whole numbers, in ascending order, with runs of them in short: `12–14, 20`; after so many runs how many are left out. */
export function formatRanges(numbers: readonly number[], mostRuns = 8): string {
  const runs: [first: number, last: number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  const shown = runs
    .slice(0, mostRuns)
    .map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
  const left = runs.slice(mostRuns).reduce((sum, [first, last]) => sum + last - first + 1, 0);
  return shown.join(', ') + (left > 0 ? ` and ${left} more` : '');
}

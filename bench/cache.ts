import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../scripts/run.mjs';

/** Git-ignored: archives, the builds that only the bench needs, results. */
export const CACHE = join(ROOT, '.cache', 'bench');

mkdirSync(CACHE, { recursive: true });

/** Whether a file is there, and younger than everything that it was made from: files and whole folders of ROOT. */
export function isUpToDate(file: string, sources: readonly string[]): boolean {
  const madeAt = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? -Infinity;
  return sources.every((source) => changedAt(join(ROOT, source)) < madeAt);
}

function changedAt(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  // An empty folder is not in a clone.
  if (!stats?.isDirectory()) return stats?.mtimeMs ?? -Infinity;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => changedAt(join(path, name))));
}

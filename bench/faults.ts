import type { BenchArchive } from './archives';
import type { Counts } from './in-page/opening';
import { DEADLINE_MS, type OpeningResult } from './opening';
import type { Round } from './round';

/** A Blob is read in one go up to here, and JSZip reads its archive so: the plain page opens nothing longer. */
const LARGEST_BLOB_READ = 2_145_386_496;

/** In words, wherever a page did not count what the archive's builder put in. */
export function findFaults(rounds: readonly Round[], archive: BenchArchive): readonly string[] {
  return rounds.flatMap(({ app, plain }) => [
    ...miscounts(app, archive.counts).map((fault) => `The app: ${fault}`),
    ...(isExcused(plain, archive) ? [] : miscounts(plain, archive.counts)).map(
      (fault) => `The plain page: ${fault}`,
    ),
  ]);
}

/** The plain page may take as long as it likes. */
function isExcused(plain: OpeningResult, archive: BenchArchive): boolean {
  return plain.outcome === 'late' || archive.bytes > LARGEST_BLOB_READ;
}

function miscounts(result: OpeningResult, expected: Counts): readonly string[] {
  if (result.outcome === 'late') return [`not done after ${DEADLINE_MS / 1000} s`];
  if (result.outcome === 'failed') return [result.why];
  const { counts } = result.opening;
  const names = Object.keys(expected) as (keyof Counts)[];
  return names
    .filter((name) => counts[name] !== expected[name])
    .map((name) => `${counts[name]} ${name} instead of ${expected[name]}`);
}

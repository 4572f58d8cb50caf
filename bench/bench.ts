// Opens one archive in the built app and in a page that does what a straightforward inspector does, and measures
// both. Ends with 1 if what a page counts is not what the archive's builder put in.
import { createReadStream, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { startStaticServer } from '../scripts/static-server.mjs';
import { mainArchive, mammogramArchive, removeArchive, type BenchArchive } from './archives';
import { buildAll } from './builds';
import { CACHE } from './cache';
import { findFaults } from './faults';
import { parseOptions } from './options';
import { formatReport } from './report';
import { measureRound, type Round } from './round';
import { browserVersion } from './visit';

const options = parseOptions(process.argv.slice(2));
const builds = await buildAll();
const main = mainArchive(options.entries);
const mammogram = mammogramArchive();
await readThrough(main);
console.log(
  `${main.counts.dicom} DICOM of ${main.counts.entries} files, ${(main.bytes / 1e6).toFixed(0)} MB`,
);

const servers = await Promise.all([builds.app, builds.plain].map((root) => startStaticServer({ root })));
const [app = '', plain = ''] = servers.map(({ url }) => url);
const rounds: Round[] = [];
for (let run = 1; run <= options.runs; run += 1) {
  if (options.runs > 1) console.log(`Round ${run} of ${options.runs} ...`);
  rounds.push(await measureRound({ app, plain, probe: builds.probe }, { main, mammogram }));
}
await Promise.all(servers.map((server) => server.stop()));

const machine = {
  date: new Date().toISOString().slice(0, 10),
  processors: cpus().length,
  node: process.version,
  browser: await browserVersion(),
};
const results = join(CACHE, `results-${options.entries}.json`);
writeFileSync(results, JSON.stringify({ machine, options, archive: main, rounds }, null, 2));
console.log(`\n${formatReport(rounds)}\n\n${Object.values(machine).join(', ')}`);
if (!options.keepsArchives) [main, mammogram].forEach(removeArchive);

const faults = findFaults(rounds, main);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;

/** Both pages are to find the archive in the system's file cache. */
async function readThrough({ path }: BenchArchive): Promise<void> {
  await createReadStream(path, { highWaterMark: 2 ** 22 }).forEach(() => undefined);
}

// Opens one archive in the built app and in a page that does what a straightforward inspector does, and measures
// both; or opens and closes it again and again in the app, shows the frames of one large object, headers, images or
// findings, or holds the app against itself without the review. Ends with 1 if what a page counts is not what the
// archive's builder put in.
import { createReadStream, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { startStaticServer } from '../scripts/static-server.mjs';
import { mainArchive, mammogramArchive, removeArchive, type BenchArchive } from './archives';
import { buildAll, buildWithoutReview } from './builds';
import { CACHE } from './cache';
import { findFaults } from './faults';
import { formatFrames, measureFrames } from './frames';
import { formatHeaders, measureHeaders } from './headers';
import { parseOptions } from './options';
import { measureParsing } from './parsing';
import { formatReport } from './report';
import { formatReopenings, measureReopening } from './reopening';
import { formatFindings, formatReview, measureFindings, measureReview, type ReviewRound } from './reviewing';
import { measureRound, type Places, type Round } from './round';
import { formatViewer, measureViewer } from './viewer';
import { browserVersion } from './visit';

interface Outcome {
  readonly measured: object;
  /** In words. */
  readonly report: string;
  readonly faults: readonly string[];
}

const options = parseOptions(process.argv.slice(2));
const builds = await buildAll();
const main = await mainArchive(options.archive);
const mammogram = await mammogramArchive();
await readThrough(main);
console.log(
  `${main.counts.dicom} DICOM of ${main.counts.entries} files, ${(main.bytes / 1e6).toFixed(0)} MB`,
);

const servers = await Promise.all([builds.app, builds.plain].map((root) => startStaticServer({ root })));
const [app = '', plain = ''] = servers.map(({ url }) => url);
const places: Places = { app, plain, probe: builds.probe };
const { measured, report, faults } = await { compare, reopen, frames, headers, viewer, findings, review }[
  options.task
]();
await Promise.all(servers.map((server) => server.stop()));

const machine = {
  date: new Date().toISOString().slice(0, 10),
  processors: cpus().length,
  node: process.version,
  browser: await browserVersion(),
};
const { kind, entries } = options.archive;
const results = join(CACHE, `results-${options.task}-${kind}-${entries}.json`);
writeFileSync(results, JSON.stringify({ machine, options, archive: main, ...measured }, null, 2));
console.log(`\n${report}\n\n${Object.values(machine).join(', ')}`);
if (!options.keepsArchives) [main, mammogram].forEach(removeArchive);

for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;

async function compare(): Promise<Outcome> {
  const rounds: Round[] = [];
  for (let run = 1; run <= options.runs; run += 1) {
    if (options.runs > 1) console.log(`Round ${run} of ${options.runs} ...`);
    rounds.push(await measureRound(places, { main, mammogram }));
  }
  const parsingMs = await measureParsing(main);
  const report = formatReport(rounds, parsingMs);
  return { measured: { rounds, parsingMs }, report, faults: findFaults(rounds, main) };
}

async function reopen(): Promise<Outcome> {
  const reopenings = await measureReopening(places, main);
  return { measured: { reopenings }, report: formatReopenings(reopenings), faults: [] };
}

async function frames(): Promise<Outcome> {
  const shown = await measureFrames(places, main);
  return { measured: { frames: shown }, report: formatFrames(shown), faults: [] };
}

async function headers(): Promise<Outcome> {
  const shown = await measureHeaders(places, main);
  return { measured: { headers: shown }, report: formatHeaders(shown), faults: [] };
}

async function viewer(): Promise<Outcome> {
  const shown = await measureViewer(places, main);
  return { measured: { viewer: shown }, report: formatViewer(shown), faults: [] };
}

async function findings(): Promise<Outcome> {
  const list = await measureFindings(places, main);
  return { measured: { findings: list }, report: formatFindings(list), faults: [] };
}

async function review(): Promise<Outcome> {
  const without = await startStaticServer({ root: await buildWithoutReview() });
  const rounds: ReviewRound[] = [];
  while (rounds.length < options.runs) rounds.push(await measureReview(places, without.url, main));
  await without.stop();
  return { measured: { rounds }, report: formatReview(rounds), faults: [] };
}

/** Both pages are to find the archive in the system's file cache. */
async function readThrough({ path }: BenchArchive): Promise<void> {
  await createReadStream(path, { highWaterMark: 2 ** 22 }).forEach(() => undefined);
}

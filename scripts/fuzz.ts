// `npm run fuzz`: cuts, changes and recombines archives and DICOM files, and reads them, for minutes.
//   --minutes 10   how long
//   --seed 1       which cases; without it others each time
//   --only 123     this case of the seed alone
// What a case fails with is printed, and its file is in .cache/fuzz/.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createCases } from './fuzz/cases';
import { runCases, type Failure } from './fuzz/run-cases';
import { ROOT } from './run.mjs';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string' },
  },
});
const seed = Number(values.seed);
const only = values.only === undefined ? null : Number(values.only);
const makeCase = createCases(seed);
console.log(`Seed ${seed}`);

const { cases, failures } = await runCases({
  seed,
  first: only ?? 0,
  last: only ?? Infinity,
  deadlineMs: Date.now() + Number(values.minutes) * 60_000,
  onFailure: report,
});
console.log(`${cases} cases, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;

function report({ number, reason }: Failure): void {
  const { kind, bytes } = makeCase(number);
  const folder = join(ROOT, '.cache/fuzz');
  const path = join(folder, `${seed}-${number}.${kind === 'archive' ? 'zip' : 'dcm'}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, bytes);
  console.log(`\n--seed ${seed} --only ${number}, ${path}\n${reason}`);
}

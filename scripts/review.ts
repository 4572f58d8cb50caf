/**
 * Reviews an archive without a browser: `npm run review -- archive.zip [--out report.json] [--truth truth.json]`. Prints
 * how much each check found, and how long it took; the file has the findings as the report does. With the truth of what
 * was planted in the archive it prints what of that was found, by kind, and what was not.
 */
import { openAsBlob, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { CHECK_IDS } from '../src/review/check-ids';
import { type PlantedTruth, scoreFindings, type Share } from '../src/workers/planted-identifiers.fixture';
import { reportedFindings, reviewBlob } from '../src/workers/review-archive.fixture';

const { values, positionals } = parseArgs({
  options: { out: { type: 'string' }, truth: { type: 'string' } },
  allowPositionals: true,
});
const [file = ''] = positionals;

const reviewed = await reviewBlob(await openAsBlob(file), basename(file));
const findings = await reportedFindings(reviewed);
for (const check of CHECK_IDS) {
  const ofCheck = reviewed.findings.filter((finding) => finding.check === check);
  const identifying = ofCheck.filter((finding) => finding.identifying).length;
  if (ofCheck.length > 0)
    console.log(`${check.padEnd(26)} ${ofCheck.length} findings, ${identifying} identifying`);
}
const { scan, inside, checks } = reviewed.times;
console.log(
  `${reviewed.input.values.all.length} values; scan ${Math.round(scan)} ms, inside ${Math.round(inside)} ms, checks ${Math.round(checks)} ms`,
);
if (values.out !== undefined) writeFileSync(values.out, JSON.stringify({ findings }, null, 1));
if (values.truth !== undefined) printScore(values.truth);

function printScore(truthFile: string): void {
  const truth = JSON.parse(readFileSync(truthFile, 'utf8')) as PlantedTruth;
  const score = scoreFindings(findings, truth);
  for (const [kind, share] of score.byKind) console.log(`  ${kind.padEnd(24)} ${formatShare(share)}`);
  console.log(`recall                     ${formatShare(score.recall)}`);
  console.log(`  pseudonymised patients   ${formatShare(score.pseudonymised)}`);
  console.log(`precision                  ${formatShare(score.precision)}`);
  for (const { kind, file, path } of score.missed) console.log(`missed: ${kind} ${path ?? ''} in ${file}`);
  for (const { check, value, place } of score.wrong) {
    console.log(`wrong: ${check} "${value}" at ${place.path ?? place.kind ?? ''} in ${place.file}`);
  }
}

function formatShare({ found, of }: Share): string {
  return `${found} of ${of} ${(found / Math.max(1, of)).toFixed(3)}`;
}

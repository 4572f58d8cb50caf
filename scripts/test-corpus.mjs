// `npm run test:corpus`: what is checked against the corpus in CORPUS_DIR (default: ../shared/corpus).
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { browserTests, oneCheck, runChecks, unitTests } from './checks.mjs';
import { installPackages, ROOT } from './run.mjs';

await installPackages();

const folder = resolve(ROOT, process.env.CORPUS_DIR ?? '../shared/corpus');

await runChecks([
  ['Corpus', corpusIsThere],
  ['Unit tests', unitTests(['.corpus.test.'])],
  ['Build', oneCheck(['vite/bin/vite.js', 'build'])],
  ['Browser tests', browserTests(['--grep=@corpus'])],
]);

/** Tests of a corpus that is not there are skipped; whoever asks for these alone wants to know. */
async function corpusIsThere() {
  const isThere = existsSync(`${folder}/manifest.json`);
  console.log(isThere ? folder : `There is no corpus (no manifest.json) in ${folder}`);
  return isThere ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

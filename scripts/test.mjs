// `npm test`: every check there is, from a fresh clone, on a machine with Node alone.
import { browserTests, oneCheck, runChecks, unitTests } from './checks.mjs';
import { installPackages } from './run.mjs';

const TSC = 'typescript/bin/tsc';

await installPackages();
await runChecks([
  ['Format', oneCheck(['prettier/bin/prettier.cjs', '--check', '.'])],
  ['Lint', oneCheck(['eslint/bin/eslint.js', '.', '--max-warnings', '0'])],
  [
    'Types',
    oneCheck(
      [TSC, '-p', 'tsconfig.json'],
      [TSC, '-p', 'tsconfig.headless.json'],
      [TSC, '-p', 'tsconfig.node.json'],
    ),
  ],
  [
    'Import rules',
    oneCheck(['dependency-cruiser/bin/dependency-cruise.mjs', 'src', '--config', '.dependency-cruiser.cjs']),
  ],
  ['Unit tests', unitTests()],
  ['Build', oneCheck(['vite/bin/vite.js', 'build'])],
  ['Bundle budget', oneCheck(['../scripts/check-bundle.mjs'])],
  ['Browser tests', browserTests()],
]);

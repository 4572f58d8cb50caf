import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ROOT, runTool } from './run.mjs';

/** @typedef {{ passed: number, failed: number }} Count */

const REPORTS = '.cache/reports';

/**
 * Runs checks one after the other, a failed one not stopping the rest, and ends the program's output with a
 * summary whose last line is `N passed, N failed`.
 * @param {readonly [name: string, check: () => Promise<Count>][]} checks
 */
export async function runChecks(checks) {
  mkdirSync(`${ROOT}${REPORTS}`, { recursive: true });
  const lines = [];
  const total = { passed: 0, failed: 0 };
  for (const [name, check] of checks) {
    console.log(`\n=== ${name} ===\n`);
    const startMs = performance.now();
    const { passed, failed } = await check();
    const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
    total.passed += passed;
    total.failed += failed;
    lines.push(
      `${failed === 0 ? 'ok    ' : 'FAILED'}  ${name.padEnd(16)}${say({ passed, failed }).padEnd(26)}${seconds} s`,
    );
  }
  console.log(`\n=== Summary ===\n\n${lines.join('\n')}\n\n${say(total)}`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

/** A check that passes or fails as a whole: programs of which every one has to end well. */
export function oneCheck(...programs) {
  return async () => {
    let isGood = true;
    for (const [script, ...args] of programs) isGood = (await runTool(script, args)) && isGood;
    return isGood ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  };
}

/** @param {readonly string[]} args for vitest, e.g. a part of the names of test files */
export function unitTests(args = []) {
  return async () => {
    const report = `${REPORTS}/unit.json`;
    rmSync(`${ROOT}${report}`, { force: true });
    const options = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const isGood = await runTool('vitest/vitest.mjs', ['run', '--passWithNoTests', ...options, ...args]);
    return tally(isGood, report, ({ numPassedTests, numFailedTests, testResults }) => ({
      passed: numPassedTests,
      // A file that could not even be loaded has no tests to fail.
      failed: numFailedTests + testResults.filter(isBrokenFile).length,
    }));
  };
}

function isBrokenFile({ status, assertionResults }) {
  return status === 'failed' && assertionResults.every((result) => result.status !== 'failed');
}

/** @param {readonly string[]} args for Playwright, e.g. `--grep=@corpus` */
export function browserTests(args = []) {
  return async () => {
    const report = `${REPORTS}/e2e.json`;
    rmSync(`${ROOT}${report}`, { force: true });
    const isGood = await runTool(
      '@playwright/test/cli.js',
      ['test', '--reporter=list,json', '--pass-with-no-tests', ...args],
      { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    );
    return tally(isGood, report, ({ stats, errors }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + errors.length,
    }));
  };
}

/** What the report counts; a runner that failed without saying of which test counts as one failure. */
function tally(isGood, report, count) {
  let counted;
  try {
    counted = count(JSON.parse(readFileSync(`${ROOT}${report}`, 'utf8')));
  } catch (error) {
    console.error(`No report of the tests: ${error.message}`);
    return { passed: 0, failed: 1 };
  }
  return isGood || counted.failed > 0 ? counted : { ...counted, failed: 1 };
}

function say({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}

import { fork } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'vite';
import { fileBytes } from '../file-bytes-plugin';
import { ROOT } from '../run.mjs';
import type { CaseMessage } from './case-process';

export interface Failure {
  /** Of the case, see `createCases`. */
  readonly number: number;
  readonly reason: string;
}

export interface FuzzRun {
  readonly seed: number;
  readonly first: number;
  /** Infinity: until the deadline. */
  readonly last: number;
  readonly deadlineMs?: number;
  readonly onFailure?: (failure: Failure) => void;
}

export interface FuzzResult {
  readonly cases: number;
  readonly failures: readonly Failure[];
}

/** A case takes milliseconds, and seconds where the machine is busy. */
const MAX_CASE_MS = 10_000;

/**
 * Runs cases in a process of their own, which is ended where a case hangs, and started again behind a case that
 * ended it.
 */
export async function runCases(run: FuzzRun): Promise<FuzzResult> {
  const script = await bundle();
  const failures: Failure[] = [];
  const fail = (failure: Failure) => {
    failures.push(failure);
    run.onFailure?.(failure);
  };
  let next = run.first;
  while (next <= run.last && Date.now() < (run.deadlineMs ?? Infinity)) {
    next = await runInProcess(script, { ...run, first: next }, fail);
  }
  return { cases: next - run.first, failures };
}

/** The number of the case to go on with. */
function runInProcess(
  script: string,
  { seed, first, last, deadlineMs = Infinity }: FuzzRun,
  fail: (failure: Failure) => void,
): Promise<number> {
  return new Promise((done) => {
    const child = fork(script, [seed, first, last].map(String));
    let current = first;
    let ending: 'end' | 'deadline' | 'hang' = 'end';
    const stop = (as: typeof ending) => {
      ending = as;
      child.kill('SIGKILL');
    };
    let timer = setTimeout(() => undefined, 0);
    child.on('message', (message: CaseMessage) => {
      if (message.type === 'fails') {
        fail(message);
        return;
      }
      current = message.number;
      if (Date.now() > deadlineMs) {
        stop('deadline');
        return;
      }
      clearTimeout(timer);
      timer = setTimeout(() => stop('hang'), MAX_CASE_MS);
    });
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      if (ending === 'deadline') {
        done(current);
        return;
      }
      if (ending === 'hang') fail({ number: current, reason: `no end after ${MAX_CASE_MS / 1000} s` });
      else if (code !== 0) fail({ number: current, reason: `its process ended: ${code ?? signal}` });
      done(current + 1);
    });
  });
}

/** As one script, with what Vite makes of the imports. */
async function bundle(): Promise<string> {
  const outDir = join(ROOT, '.cache/fuzz/build');
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    plugins: [fileBytes()],
    build: { ssr: 'scripts/fuzz/case-process.ts', outDir, target: 'node20', minify: false },
  });
  return join(outDir, 'case-process.js');
}

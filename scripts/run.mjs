import { spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const isWindows = process.platform === 'win32';

/**
 * Runs a program in the project's folder, its output where ours goes.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env] added to ours
 * @returns {Promise<boolean>} whether it ended well
 */
export function run(command, args, env = {}) {
  return new Promise((done) => {
    // On Windows npm is a script, which only a shell can start.
    const shell = isWindows && command === 'npm';
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: 'inherit',
      shell,
      env: { ...process.env, ...env },
    });
    child.once('error', (error) => {
      console.error(error.message);
      done(false);
    });
    child.once('exit', (code) => done(code === 0));
  });
}

/** Runs a script of an installed package, e.g. `runTool('vite/bin/vite.js', ['build'])`. */
export function runTool(script, args, env) {
  return run(process.execPath, [`node_modules/${script}`, ...args], env);
}

/** Installs what package-lock.json names, unless that is there already. Ends the program if it cannot. */
export async function installPackages() {
  if (isInstalled()) return;
  console.log('Installing the packages that package-lock.json names ...');
  if (await run('npm', ['ci', '--no-audit', '--no-fund'])) return;
  console.error('The packages could not be installed: is the npm registry within reach?');
  process.exit(1);
}

/** npm leaves a copy of the lock file in node_modules; it is older than a lock file that has changed since. */
function isInstalled() {
  try {
    const installed = statSync(`${ROOT}node_modules/.package-lock.json`).mtimeMs;
    return installed >= statSync(`${ROOT}package-lock.json`).mtimeMs || hasSamePackages();
  } catch {
    return false;
  }
}

/** The times say nothing after a fresh checkout beside an old node_modules: then every version is compared. */
function hasSamePackages() {
  const wanted = Object.entries(readLock('package-lock.json')).filter(([path]) => path !== '');
  const present = readLock('node_modules/.package-lock.json');
  return wanted.every(
    ([path, { version, optional }]) => present[path]?.version === version || (optional && !present[path]),
  );
}

function readLock(path) {
  return JSON.parse(readFileSync(`${ROOT}${path}`, 'utf8')).packages;
}

import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { ROOT } from './run.mjs';

/**
 * What the page needs no more of than any page does. The background services would make connections of their own,
 * which fail noisily on a machine without a network; a container's root user cannot have the sandbox.
 */
export const BROWSER_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const LINUX_NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];
const MAC_APPS = ['Google Chrome.app/Contents/MacOS/Google Chrome', 'Chromium.app/Contents/MacOS/Chromium'];
const WINDOWS_CHROME = 'Google\\Chrome\\Application\\chrome.exe';

/**
 * A Chrome or Chromium: the one that CHROME_PATH names, an installed one, the one of the package
 * @sparticuz/chromium (Linux on x64), or the one that Playwright downloads.
 * @returns {Promise<{ executablePath: string, env: Record<string, string> }>} `env`: to be added to its environment
 */
export async function findBrowser() {
  const installed = process.env.CHROME_PATH ?? findInstalled();
  if (installed !== undefined) return { executablePath: installed, env: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return unpackChromium();
  return downloadChromium();
}

/** GLOVEBOX_BROWSER=package passes over what is installed, to test that a machine without a browser works. */
function findInstalled() {
  if (process.env.GLOVEBOX_BROWSER === 'package') return undefined;
  return installedPaths().find(isExecutable);
}

function installedPaths() {
  const { PATH = '', HOME = '', PROGRAMFILES, LOCALAPPDATA } = process.env;
  switch (process.platform) {
    case 'win32':
      return [PROGRAMFILES, process.env['PROGRAMFILES(X86)'], LOCALAPPDATA]
        .filter((folder) => folder !== undefined)
        .map((folder) => join(folder, WINDOWS_CHROME));
    case 'darwin':
      return ['/Applications', join(HOME, 'Applications')].flatMap((folder) =>
        MAC_APPS.map((app) => join(folder, app)),
      );
    default:
      return LINUX_NAMES.flatMap((name) => PATH.split(delimiter).map((folder) => join(folder, name)));
  }
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Unpacks the package's Chromium into `.cache/`, with the shared libraries and the font that a bare machine lacks. */
async function unpackChromium() {
  const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../../bin');
  const folder = join(ROOT, '.cache', 'chromium');
  const executablePath = join(folder, 'chromium');
  if (!existsSync(executablePath)) {
    const partial = `${folder}.partial`;
    await rm(partial, { recursive: true, force: true });
    await mkdir(partial, { recursive: true });
    for (const name of ['chromium', 'al2023.tar', 'fonts.tar', 'swiftshader.tar']) {
      await unpackBrotli(join(packed, `${name}.br`), join(partial, name));
      if (name.endsWith('.tar')) execFileSync('tar', ['-xf', name], { cwd: partial });
    }
    await chmod(join(partial, 'chromium'), 0o755);
    await rm(folder, { recursive: true, force: true });
    await rename(partial, folder);
  }
  return { executablePath, env: await bareMachineEnv(executablePath, folder) };
}

async function unpackBrotli(from, to) {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));
}

/** The package's libraries and its font are used only where the machine has none. */
async function bareMachineEnv(executablePath, folder) {
  const env = {};
  const libraries = spawnSync('ldd', [executablePath], { encoding: 'utf8' }).stdout ?? '';
  if (libraries.includes('not found')) {
    const { LD_LIBRARY_PATH } = process.env;
    env.LD_LIBRARY_PATH = [LD_LIBRARY_PATH, join(folder, 'lib')].filter(Boolean).join(delimiter);
  }
  if (!existsSync('/etc/fonts/fonts.conf')) {
    env.FONTCONFIG_FILE = join(folder, 'fonts.conf');
    await writeFile(env.FONTCONFIG_FILE, fontConfig(folder));
  }
  return env;
}

function fontConfig(folder) {
  return `<?xml version="1.0"?>
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}

async function downloadChromium() {
  const { chromium } = await import('@playwright/test');
  const executablePath = chromium.executablePath();
  if (!existsSync(executablePath)) {
    execFileSync(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium'], {
      cwd: ROOT,
      stdio: 'inherit',
    });
  }
  return { executablePath, env: {} };
}

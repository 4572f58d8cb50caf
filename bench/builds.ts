import { join } from 'node:path';
import { build, type InlineConfig, type Plugin } from 'vite';
import { ROOT, runTool } from '../scripts/run.mjs';
import { CACHE, isUpToDate } from './cache';

const APP = join(ROOT, 'dist');
const PLAIN_PAGE = join(CACHE, 'plain');
const PROBE = join(CACHE, 'probe');

const APP_SOURCES = ['src', 'scripts', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];

export interface Builds {
  /** Folders of the two pages. */
  readonly app: string;
  readonly plain: string;
  /** The script that measures within a page. */
  readonly probe: string;
}

export async function buildAll(): Promise<Builds> {
  if (!isUpToDate(join(APP, 'index.html'), APP_SOURCES) && !(await runTool('vite/bin/vite.js', ['build']))) {
    process.exit(1);
  }
  await buildQuietly({ root: join(ROOT, 'bench/plain'), base: './', build: { outDir: PLAIN_PAGE } });
  await buildQuietly({
    build: {
      outDir: PROBE,
      rolldownOptions: {
        input: join(ROOT, 'bench/in-page/probe.ts'),
        output: { format: 'iife', entryFileNames: 'probe.js' },
      },
    },
  });
  return { app: APP, plain: PLAIN_PAGE, probe: join(PROBE, 'probe.js') };
}

/**
 * The app as it is, but for the reading of what the checks look at: what it takes longer is what they add to a scan.
 * Its folder.
 */
export async function buildWithoutReview(): Promise<string> {
  const outDir = join(CACHE, 'without-review');
  await build({
    root: ROOT,
    logLevel: 'warn',
    plugins: [readNothingForReview()],
    worker: { plugins: () => [readNothingForReview()] },
    build: { outDir, emptyOutDir: true },
  });
  return outDir;
}

function readNothingForReview(): Plugin {
  const module = join(ROOT, 'src/workers/hold-header.ts');
  return {
    name: 'read-nothing-for-review',
    enforce: 'pre',
    load: (id) => (id === module ? 'export function holdHeader() {}' : null),
  };
}

async function buildQuietly(config: InlineConfig): Promise<void> {
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    ...config,
    build: { target: 'es2023', emptyOutDir: true, ...config.build },
  });
}

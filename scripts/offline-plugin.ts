import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { build, type Plugin } from 'vite';
import type { OfflineFile } from '../src/workers/offline-protocol';

const ENTRY = 'src/workers/offline.worker.ts';
const OUTPUT = 'offline.js';

/** Writes the offline worker beside the page, once all other files of the build are written and can be listed. */
export function offlineWorker(): Plugin {
  let root = '';
  let outDir = '';
  return {
    name: 'offline-worker',
    apply: 'build',
    configResolved(config) {
      root = config.root;
      outDir = resolve(root, config.build.outDir);
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const files = await listFiles(outDir);
        await build({
          root,
          configFile: false,
          logLevel: 'warn',
          define: {
            OFFLINE_FILES: JSON.stringify(files),
            OFFLINE_BUILD: JSON.stringify(digest('sha256', JSON.stringify(files), 'hex').slice(0, 16)),
          },
          build: {
            outDir,
            emptyOutDir: false,
            copyPublicDir: false,
            rolldownOptions: { input: join(root, ENTRY), output: { format: 'iife', entryFileNames: OUTPUT } },
          },
        });
      },
    },
  };
}

async function listFiles(outDir: string): Promise<readonly OfflineFile[]> {
  const found = await readdir(outDir, { recursive: true, withFileTypes: true });
  const paths = found
    .filter((entry) => entry.isFile() && entry.name !== OUTPUT && !entry.name.endsWith('.map'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Promise.all(
    paths.map(async (path) => ({
      path: addressOf(relative(outDir, path)),
      integrity: `sha256-${digest('sha256', await readFile(path), 'base64')}`,
    })),
  );
}

/** Hosts answer for the folder; some send `index.html` there by a redirect, which an offline page may not be. */
function addressOf(path: string): string {
  return path === 'index.html' ? './' : path.split(sep).join('/');
}

function digest(algorithm: string, data: string | Uint8Array, encoding: 'hex' | 'base64'): string {
  return createHash(algorithm).update(data).digest(encoding);
}

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Plugin } from 'vite';

const RULE = '='.repeat(80);

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  /** For Node, for some machines only: the page has none of them. */
  readonly optional?: boolean;
}

/** Puts our licence, and those of everything that ships, into the build. */
export function notices(): Plugin {
  let root = '';
  return {
    name: 'notices',
    apply: 'build',
    configResolved(config) {
      root = config.root;
    },
    generateBundle() {
      const emit = (fileName: string, source: string): void => {
        this.emitFile({ type: 'asset', fileName, source });
      };
      emit('LICENSE.txt', readFileSync(join(root, 'LICENSE'), 'utf8'));
      emit('THIRD-PARTY-NOTICES.txt', thirdPartyNotices(root));
    },
  };
}

function thirdPartyNotices(root: string): string {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, LockedPackage>>;
  };
  const shipped = Object.entries(lock.packages).filter(
    ([path, { dev, optional }]) => path !== '' && dev !== true && optional !== true,
  );
  const sections = shipped.map(([path, { version = '', license = '' }]) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    return `${RULE}\n${name} ${version} (${license})\n\n${licenceText(join(root, path))}`;
  });
  const withoutFile = readFileSync(join(root, 'scripts/notices-without-a-file.txt'), 'utf8');
  return [withoutFile, ...sections].join('\n');
}

/** Of the package and of what it holds of others': some keep those licences in folders. */
function licenceText(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => /^licen[cs]e(?!.*\.js$)/i.test(basename(path)) && !path.includes('node_modules'),
  );
  if (files.length === 0) return 'See above, or its package.\n';
  return files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
}

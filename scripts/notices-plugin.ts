import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const RULE = '='.repeat(80);

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
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
  const shipped = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && dev !== true);
  const sections = shipped.map(([path, { version = '', license = '' }]) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    return `${RULE}\n${name} ${version} (${license})\n\n${licenceText(join(root, path))}`;
  });
  const withoutFile = readFileSync(join(root, 'scripts/notices-without-a-file.txt'), 'utf8');
  return [withoutFile, ...sections].join('\n');
}

function licenceText(folder: string): string {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  return file === undefined ? 'See above, or its package.\n' : readFileSync(join(folder, file), 'utf8');
}

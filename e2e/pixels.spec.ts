import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { startStaticServer } from '../scripts/static-server.mjs';
import { fileBytes } from '../scripts/file-bytes-plugin.ts';
import { corpusDir, readManifest, type CorpusFile } from '../src/fixtures/corpus';
import { oracleKind, type PixelOracleFile } from '../src/fixtures/pixel-oracle';
import { buildZip } from '../src/fixtures/zip-writer';
import { expect, test } from './glovebox-test';
import type { ComparedFile } from './pixel-harness/pixel-harness';

const HARNESS = resolve('.cache/pixel-harness');
const TIMEOUT_MS = 180_000;

const dir = corpusDir();

test.describe('pixels of the corpus', { tag: '@corpus' }, () => {
  test.skip(dir === null, 'there is no corpus');
  test.setTimeout(TIMEOUT_MS);

  test('decoded in the browser under the policy of the page, are those of the manifest', async ({ page }) => {
    const files = comparedFiles(dir ?? '');
    await buildHarness();
    const archive = join(HARNESS, 'corpus.zip');
    await writeFile(archive, buildZip(membersOf(dir ?? '', files)));
    const server = await startStaticServer({ root: HARNESS, mount: '/harness/' });
    await page.goto(server.url);
    await page.getByLabel('Archive').setInputFiles(archive);
    const reasons = await page.evaluate((compared) => window.compareFiles(compared), files);
    await server.stop();

    printResults('exact', files, reasons);
    printResults('probes', files, reasons);
    expect(reasons).toHaveLength(files.length);
    expect(files.some(({ kind }) => kind === 'exact')).toBe(true);
    const failures = files.flatMap(({ path }, index) => {
      const reason = reasons[index];
      return reason === null ? [] : [`${path}: ${String(reason)}`];
    });
    expect(failures).toEqual([]);
  });
});

function comparedFiles(corpus: string): readonly ComparedFile[] {
  const files = readManifest(corpus) as unknown as readonly (CorpusFile & PixelOracleFile)[];
  return files.flatMap((file) => {
    const { path, pixels: oracle, numberOfFrames } = file;
    const transferSyntaxUid = file.transferSyntaxUID ?? 'none given';
    const kind = oracleKind(file);
    if (oracle === null || kind === 'none') return [];
    return [{ path, transferSyntaxUid, frames: numberOfFrames ?? 1, kind, oracle }];
  });
}

function* membersOf(corpus: string, files: readonly ComparedFile[]) {
  for (const { path } of files) yield { name: path, content: readFileSync(join(corpus, path)) };
}

/** A page that has the app's own workers and policy, and nothing else of it. */
async function buildHarness(): Promise<void> {
  const app = readFileSync('index.html', 'utf8');
  const [policy = ''] = /<meta\s+http-equiv="Content-Security-Policy"[^>]*>/.exec(app) ?? [];
  expect(policy).toContain("connect-src 'none'");
  await build({
    configFile: false,
    root: resolve('e2e/pixel-harness'),
    base: './',
    logLevel: 'error',
    plugins: [
      fileBytes(),
      {
        name: 'policy-of-the-app',
        transformIndexHtml: (html) => html.replace('<title>', `${policy}<title>`),
      },
    ],
    worker: { format: 'es', plugins: () => [fileBytes()] },
    build: { target: 'es2023', outDir: HARNESS, emptyOutDir: true, modulePreload: { polyfill: false } },
  });
}

function printResults(
  kind: ComparedFile['kind'],
  files: readonly ComparedFile[],
  reasons: readonly (string | null)[],
): void {
  const results = files
    .map(({ transferSyntaxUid, ...file }, index) => ({ transferSyntaxUid, file, reason: reasons[index] }))
    .filter(({ file }) => file.kind === kind);
  const count = (some: typeof results): string =>
    `${String(some.filter(({ reason }) => reason === null).length)} of ${String(some.length)}`;
  console.log(`${count(results)} files checked passed (${kind})`);
  for (const syntax of [...new Set(results.map(({ transferSyntaxUid }) => transferSyntaxUid))].sort()) {
    console.log(
      `  ${syntax}: ${count(results.filter(({ transferSyntaxUid }) => transferSyntaxUid === syntax))}`,
    );
  }
}

import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { wasmBytes } from '../scripts/wasm-bytes-plugin.ts';
import { startStaticServer } from '../scripts/static-server.mjs';
import { corpusDir, readManifest, type CorpusFile } from '../src/fixtures/corpus';
import { oracleKind, type PixelOracle, type PixelOracleFile } from '../src/fixtures/pixel-oracle';
import { buildZip } from '../src/fixtures/zip-writer';
import { expect, test } from './glovebox-test';

const HARNESS = resolve('.cache/pixel-harness');
const TIMEOUT_MS = 180_000;

/** Those that this version decodes: uncompressed, deflated, RLE, and the JPEG families up to JPEG 2000 (PS3.5 A). */
const TRANSFER_SYNTAX = /^1\.2\.840\.10008\.1\.2(\.1|\.1\.99|\.2|\.5|\.4\.(50|57|70|80|81|90|91))?$/;

interface ComparedFile {
  readonly path: string;
  readonly transferSyntaxUid: string;
  readonly frames: number;
  readonly oracle: PixelOracle;
}

const dir = corpusDir();

test.describe('pixels of the corpus', { tag: '@corpus' }, () => {
  test.skip(dir === null, 'there is no corpus');
  test.setTimeout(TIMEOUT_MS);

  test('decoded in the browser under the policy of the page, equal the manifest', async ({ page }) => {
    const files = comparedFiles(dir ?? '');
    expect(files.length).toBeGreaterThan(0);
    await buildHarness();
    const archive = join(HARNESS, 'corpus.zip');
    await writeFile(archive, buildZip(membersOf(dir ?? '', files)));
    const server = await startStaticServer({ root: HARNESS, mount: '/harness/' });
    await page.goto(server.url);
    await page.getByLabel('Archive').setInputFiles(archive);
    const hashes = await page.evaluate(
      (hashed) => window.hashFrames(hashed),
      files.map(({ frames, oracle }) => ({ frames, sampleType: oracle.sampleType })),
    );
    await server.stop();

    const expected = files.map(({ path, oracle }) => ({
      path,
      first: oracle.frame0.sha256,
      last: oracle.lastFrame.sha256,
    }));
    const isSame = hashes.map((hash, index) => JSON.stringify(hash) === JSON.stringify(expected[index]));
    printByTransferSyntax(files, isSame);
    expect(hashes.filter((_, index) => isSame[index] !== true)).toEqual([]);
    expect(hashes).toHaveLength(files.length);
  });
});

function comparedFiles(corpus: string): readonly ComparedFile[] {
  const files = readManifest(corpus) as unknown as readonly (CorpusFile & PixelOracleFile)[];
  return files.flatMap((file) => {
    const { path, pixels: oracle, transferSyntaxUID: transferSyntaxUid } = file;
    const frames = file.numberOfFrames ?? 1;
    const isCompared = oracleKind(file) === 'exact' && TRANSFER_SYNTAX.test(transferSyntaxUid ?? '');
    return isCompared && oracle !== null && transferSyntaxUid !== null
      ? [{ path, transferSyntaxUid, frames, oracle }]
      : [];
  });
}

function* membersOf(corpus: string, files: readonly ComparedFile[]) {
  for (const { path } of files) yield { name: path, content: readFileSync(join(corpus, path)) };
}

/** A page that has the app's own workers and policy, and nothing else of it. */
async function buildHarness(): Promise<void> {
  const [policy = ''] = /<meta\s+http-equiv="Content-Security-Policy"[^>]*>/.exec(readFileSync('index.html', 'utf8')) ?? [];
  expect(policy).toContain("connect-src 'none'");
  await build({
    configFile: false,
    root: resolve('e2e/pixel-harness'),
    base: './',
    logLevel: 'error',
    plugins: [
      wasmBytes(),
      {
        name: 'policy-of-the-app',
        transformIndexHtml: (html) => html.replace('<title>', `${policy}<title>`),
      },
    ],
    worker: { format: 'es', plugins: () => [wasmBytes()] },
    build: {
      target: 'es2023',
      outDir: HARNESS,
      emptyOutDir: true,
      modulePreload: { polyfill: false },
    },
  });
}

function printByTransferSyntax(files: readonly ComparedFile[], isSame: readonly boolean[]): void {
  const passed = isSame.filter(Boolean).length;
  console.log(`${String(passed)} of ${String(files.length)} files checked passed`);
  const syntaxes = [...new Set(files.map(({ transferSyntaxUid }) => transferSyntaxUid))].sort();
  for (const syntax of syntaxes) {
    const those = isSame.filter((_, index) => files[index]?.transferSyntaxUid === syntax);
    console.log(`  ${syntax}: ${String(those.filter(Boolean).length)} of ${String(those.length)}`);
  }
}

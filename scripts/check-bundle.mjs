// What the page and each worker load before anything is asked of them: the first screen's budget, and the parts
// that have to be apart. Sizes are compressed ones, as a host sends them.
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from './run.mjs';

const BUDGET_BYTES = 200_000;

/** Text that is only in a part that has to be loaded lazily. */
const LAZY_PARTS = {
  'WebAssembly (codecs, inflate)': 'AGFzbQ', // base64 of \0asm, how each module begins
  'the reader of PDFs': 'Cannot use the same canvas during multiple render() operations', // of pdf.js
  'the dictionary': 'Acquisition Time Synchronized', // the name of (0018,1800), PS3.6
};

/** `import"./x.js"`, `from"./x.js"`; an `import("./x.js")` is a lazy one. */
const STATIC_IMPORT = /(?:\bimport|\bfrom)\s*["'](\.[^"']+)["']/g;
const LOADED_BY_PAGE = /(?:src|href)="(\.\/[^"]+\.(?:js|css))"/g;

const files = new Map(
  readdirSync(`${ROOT}dist`, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(?:js|css|html)$/.test(path))
    .map((path) => [path, readFileSync(`${ROOT}dist/${path}`, 'utf8')]),
);
const problems = [];

const firstScreen = reachable(imports('index.html', LOADED_BY_PAGE));
const firstScreenBytes = firstScreen.reduce((sum, path) => sum + gzipSync(textOf(path)).length, 0);
console.log(`The first screen loads ${firstScreen.length} files, ${kilobytes(firstScreenBytes)} gzip:`);
for (const path of firstScreen) console.log(`  ${path}  ${kilobytes(gzipSync(textOf(path)).length)}`);
if (firstScreenBytes > BUDGET_BYTES) problems.push(`more than the budget of ${kilobytes(BUDGET_BYTES)}`);

const workers = [...files.keys()].filter((path) => path.includes('.worker-'));
for (const [part, mark] of Object.entries(LAZY_PARTS)) {
  if (![...files.values()].some((text) => text.includes(mark))) problems.push(`${part}: not in the build`);
  for (const [who, loaded] of [['page', firstScreen], ...workers.map((path) => [path, reachable([path])])]) {
    const carrier = loaded.find((path) => textOf(path).includes(mark));
    if (carrier !== undefined) problems.push(`${part}: the ${who} loads it at once, in ${carrier}`);
  }
}

for (const problem of problems) console.error(`Over the line: ${problem}`);
process.exitCode = problems.length === 0 ? 0 : 1;

/** The files themselves and all that they import statically. */
function reachable(entries) {
  const seen = new Set();
  const visit = (path) => {
    if (seen.has(path)) return;
    seen.add(path);
    if (path.endsWith('.js')) imports(path, STATIC_IMPORT).forEach(visit);
  };
  entries.forEach(visit);
  return [...seen];
}

function imports(path, pattern) {
  return [...textOf(path).matchAll(pattern)].map(([, target]) => posix.join(posix.dirname(path), target));
}

function textOf(path) {
  const text = files.get(path);
  if (text === undefined) throw new Error(`${path} is imported but not in the build`);
  return text;
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

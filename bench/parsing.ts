import { openAsBlob, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readDirectory } from '../src/archive/directory';
import { createInflater } from '../src/archive/inflater';
import { scanEntries } from '../src/archive/scan';
import { shareEntries } from '../src/archive/share-entries';
import { blobSource } from '../src/archive/source';
import { assert } from '../src/base/assert';
import { wholeHead } from '../src/dicom/whole-head';
import { readSummary } from '../src/dicom/summary-reader';
import type { BenchArchive } from './archives';

/** A header of the bench's archives with room to spare, and the start of the pixels. */
const HEAD_BYTES = 8192;
const TIMES = 3;

/**
 * Ms that the scan's reader takes for the headers of an archive alone, without reading and inflating them: here, not in
 * a browser; the best of three times.
 */
export async function measureParsing({ path }: BenchArchive): Promise<number> {
  const heads = await inflatedHeads(path);
  const times = Array.from({ length: TIMES }, () => {
    const startMs = performance.now();
    for (const head of heads) readSummary(wholeHead(head), '', notDeflated);
    return performance.now() - startMs;
  });
  return Math.min(...times);
}

/** No transfer syntax of the bench's files is deflated. */
function notDeflated(): never {
  throw new Error('deflated in itself');
}

async function inflatedHeads(path: string): Promise<readonly Uint8Array[]> {
  const source = blobSource({ blobs: [await openAsBlob(path)], start: 0 }, path);
  const directory = await readDirectory(source);
  assert(directory.ok, 'the archive has a directory');
  const { table } = directory.value;
  const wasm = createRequire(import.meta.url).resolve('zlib-streams/zlib-streams.wasm');
  const inflater = await createInflater(new Uint8Array(readFileSync(wasm)));
  const heads: Uint8Array[] = [];
  await scanEntries({
    access: { source, inflater, passwords: [] },
    table,
    share: shareEntries(table, 1)[0] ?? new Uint32Array(),
    signal: new AbortController().signal,
    visit: (_, head) => {
      if (head.require(Math.min(HEAD_BYTES, head.totalBytes)) === 'not-loaded') return 'need-more';
      heads.push(head.bytes.slice(0, head.available));
      return 'done';
    },
    fail: () => undefined,
  });
  return heads;
}

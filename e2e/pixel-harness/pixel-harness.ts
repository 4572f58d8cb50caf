import { entryAt, type EntryTable } from '../../src/archive/entry-table';
import { assert } from '../../src/base/assert';
import { toArchiveId, toFileId } from '../../src/base/ids';
import type { Problem } from '../../src/base/problem';
import type { Result } from '../../src/base/result';
import { oracleBytes, type PixelOracle } from '../../src/fixtures/pixel-oracle';
import type { LoadedFrame } from '../../src/viewer/loaded-frame';
import { WorkerPool } from '../../src/workers/pool';
import { startArchiveWorker, startPixelWorker } from '../../src/workers/start';

/** How an entry of the archive is to be hashed. */
export interface HashedFile {
  readonly frames: number;
  readonly sampleType: PixelOracle['sampleType'];
}

/** SHA-256 of the first and the last frame, as the corpus manifest counts it; or why there is none. */
export interface FrameHashes {
  readonly path: string;
  readonly first: string;
  readonly last: string;
}

declare global {
  interface Window {
    /** Decodes the entries of the chosen archive, which are these files in their order. */
    hashFrames: (files: readonly HashedFile[]) => Promise<readonly FrameHashes[]>;
  }
}

const archiveWorkers = new WorkerPool({ start: startArchiveWorker, size: 1 });
const pixelWorkers = new WorkerPool({ start: startPixelWorker, size: 2 });

window.hashFrames = async (files) => {
  const input = document.querySelector('input');
  const blob = input?.files?.[0];
  assert(blob, 'an archive is chosen');
  const directory = await archiveWorkers.request('readDirectory', { blob, name: blob.name });
  assert(directory.ok, 'the archive is read');
  const { table } = directory.value;
  return Promise.all(files.map((file, index) => hashEntry(blob, table, index, file)));
};

async function hashEntry(
  blob: Blob,
  table: EntryTable,
  index: number,
  { frames, sampleType }: HashedFile,
): Promise<FrameHashes> {
  const entry = entryAt(table, index);
  const file = toFileId(toArchiveId(0), index);
  const load = (frameIndex: number): Promise<Result<LoadedFrame>> =>
    pixelWorkers.request('loadFrame', { file, blob, entry, frameIndex }, { affinity: file });
  const first = await load(0);
  const last = frames === 1 ? first : await load(frames - 1);
  return {
    path: entry.path,
    first: first.ok ? await hash(first.value, sampleType) : wordsFor(first.error),
    last: last.ok ? await hash(last.value, sampleType) : wordsFor(last.error),
  };
}

async function hash({ frame }: LoadedFrame, sampleType: PixelOracle['sampleType']): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', oracleBytes(frame, sampleType));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function wordsFor({ code, detail }: Problem): string {
  return `${code} ${JSON.stringify(detail)}`;
}

import { entryAt, type EntryTable } from '../../src/archive/entry-table';
import type { ArchiveSpec } from '../../src/archive/source-spec';
import { assert } from '../../src/base/assert';
import { toArchiveId, toFileId } from '../../src/base/ids';
import type { Result } from '../../src/base/result';
import {
  largestRgbDifference,
  largestSampleDifference,
  oracleBytes,
  type PixelOracle,
} from '../../src/fixtures/pixel-oracle';
import { renderFrame } from '../../src/pixels/render-frame';
import type { LoadedFrame } from '../../src/viewer/loaded-frame';
import { WorkerPool } from '../../src/workers/pool';
import { startArchiveWorker, startPixelWorker } from '../../src/workers/start';

/** A file of the corpus, and what its pixels are compared with. */
export interface ComparedFile {
  readonly path: string;
  readonly transferSyntaxUid: string;
  readonly frames: number;
  /** By SHA-256; or, where the compression is lossy, by single samples. */
  readonly kind: 'exact' | 'probes';
  readonly oracle: PixelOracle;
}

declare global {
  interface Window {
    /** Decodes the entries of the chosen archive, which are these files in their order; null: equal, else why not. */
    compareFiles: (files: readonly ComparedFile[]) => Promise<readonly (string | null)[]>;
  }
}

type LoadFrame = (frameIndex: number) => Promise<Result<LoadedFrame>>;

const archiveWorkers = new WorkerPool({ start: startArchiveWorker, size: 1 });
const pixelWorkers = new WorkerPool({ start: startPixelWorker, size: 2 });

window.compareFiles = async (files) => {
  const blob = document.querySelector('input')?.files?.[0];
  assert(blob, 'an archive is chosen');
  const source = { kind: 'blobs', name: blob.name, blobs: [blob], start: 0 } as const;
  const archive: ArchiveSpec = { source, passwords: [] };
  const container = await archiveWorkers.request('openContainer', { archive, isOfAnySize: false });
  assert(container.ok, 'the archive is read');
  const { table } = container.value;
  return Promise.all(files.map((file, index) => compare(file, frameLoader(archive, table, index))));
};

function frameLoader(archive: ArchiveSpec, table: EntryTable, index: number): LoadFrame {
  const entry = entryAt(table, index);
  const file = toFileId(toArchiveId(0), index);
  return (frameIndex) =>
    pixelWorkers.request('loadFrame', { file, archive, entry, frameIndex }, { affinity: file });
}

async function compare({ kind, frames, oracle }: ComparedFile, load: LoadFrame): Promise<string | null> {
  const first = await load(0);
  if (!first.ok) return JSON.stringify(first.error);
  if (kind === 'probes') return compareProbes(first.value, oracle);
  const last = frames === 1 ? first : await load(frames - 1);
  if (!last.ok) return JSON.stringify(last.error);
  const isSame =
    (await hash(first.value, oracle)) === oracle.frame0.sha256 &&
    (await hash(last.value, oracle)) === oracle.lastFrame.sha256;
  return isSame ? null : 'another SHA-256';
}

/** One level of grey, three of a colour: what lossy decoders differ by among each other. */
function compareProbes({ frame, grey, palette }: LoadedFrame, oracle: PixelOracle): string | null {
  const isSameSpace = frame.samplesPerPixel === 1 || frame.colourSpace === oracle.colourSpace;
  const difference = isSameSpace
    ? largestSampleDifference(frame, oracle)
    : largestRgbDifference(renderFrame(frame, grey, palette), frame.columns, oracle.rgbProbes ?? []);
  const tolerance = frame.samplesPerPixel === 1 ? 1 : 3;
  return difference <= tolerance ? null : `differs by ${String(difference)}`;
}

async function hash({ frame }: LoadedFrame, { sampleType }: PixelOracle): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', oracleBytes(frame, sampleType));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

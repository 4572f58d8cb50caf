import { closeSync, openSync, readFileSync, renameSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { constants, deflateRawSync } from 'node:zlib';
import { benchEntries } from '../src/fixtures/bench-archive';
import { writeZip, type ZipMember } from '../src/fixtures/zip-writer';
import { mammogram } from './mammogram';
import type { Counts } from './in-page/opening';
import { CACHE, isNewerThan, modifiedAt } from './cache';

export interface BenchArchive {
  readonly path: string;
  readonly bytes: number;
  /** What the builder put in. */
  readonly counts: Counts;
}

/** 6,600 of 7,700 files are DICOM. */
const DICOM_SHARE = 6600 / 7700;

/** The archive that both pages open; one that is there already is used again. */
export function benchArchive(entries: number): BenchArchive {
  const dicom = Math.round(entries * DICOM_SHARE);
  return cachedArchive(`entries-${entries}`, () =>
    benchEntries({ dicom, other: entries - dicom, size: 512, seed: 1, deflateRaw }),
  );
}

/** One image of 3328x4096, as a mammogram is. */
export function mammogramArchive(): BenchArchive {
  return cachedArchive('mammogram', function* () {
    const content = mammogram();
    yield { name: 'DICOM/PAT0001/ST01/SE01/IM0001', content, deflated: deflateRaw(content, true) };
  });
}

function deflateRaw(bytes: Uint8Array, isLast: boolean): Uint8Array {
  return deflateRawSync(bytes, isLast ? {} : { finishFlush: constants.Z_SYNC_FLUSH });
}

/** The counts lie beside the archive; they are written last, so that an archive without them is not whole. */
function cachedArchive(name: string, members: () => Iterable<ZipMember>): BenchArchive {
  const path = `${CACHE}${name}.zip`;
  const countsPath = `${CACHE}${name}.json`;
  if (isNewerThan(modifiedAt(countsPath), ['src/fixtures', 'bench/archives.ts', 'bench/mammogram.ts'])) {
    return { path, bytes: statSync(path).size, counts: JSON.parse(readFileSync(countsPath, 'utf8')) as Counts };
  }
  console.log(`Building ${name}.zip ...`);
  const counter = new MemberCounter();
  writeArchive(path, counter.count(members()));
  writeFileSync(countsPath, JSON.stringify(counter.counts()));
  return { path, bytes: statSync(path).size, counts: counter.counts() };
}

function writeArchive(path: string, members: Iterable<ZipMember>): void {
  const partial = `${path}.partial`;
  const file = openSync(partial, 'w');
  for (const chunk of writeZip(members)) {
    for (let at = 0; at < chunk.length; ) at += writeSync(file, chunk, at);
  }
  closeSync(file);
  renameSync(partial, path);
}

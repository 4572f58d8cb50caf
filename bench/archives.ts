import { closeSync, openSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { constants, deflateRawSync } from 'node:zlib';
import { STORED } from '../src/archive/zip-format';
import { benchEntries, type BenchOptions } from '../src/fixtures/bench-archive';
import { writeZip, type ZipMember } from '../src/fixtures/zip-writer';
import { CACHE, isUpToDate } from './cache';
import { findingsFiles } from './findings-archive';
import type { Counts } from './in-page/opening';
import { headerFiles } from './long-header';
import { compressedMammogram, mammogram } from './mammogram';
import { multiframe } from './multiframe';
import { tinyFiles } from './tiny-files';
import { viewerEntries } from './viewer-archive';

export interface ArchivePlan {
  /** CT-like slices between other files, deflated or stored; nothing but tiny DICOM files, one large one, two with a
   * short and a long header, a long series, many short ones and a JPEG 2000 image, or headers full of names. */
  readonly kind: 'deflated' | 'stored' | 'tiny' | 'multiframe' | 'headers' | 'viewer' | 'findings';
  /** Number of files, DICOM or not. */
  readonly entries: number;
}

export interface BenchArchive {
  readonly path: string;
  readonly bytes: number;
  /** What the builder put in. */
  readonly counts: Counts;
}

const DICOM_SHARE = 6600 / 7700;

/** The archive that both pages open. */
export function mainArchive({ kind, entries }: ArchivePlan): Promise<BenchArchive> {
  return cachedArchive(`${kind}-${entries}`, () => {
    switch (kind) {
      case 'deflated':
        return slices(entries, deflateRaw);
      case 'stored':
        return storedSlices(entries);
      case 'tiny':
        return deflatedTinyFiles(entries);
      case 'multiframe':
        return [multiframe(deflateRaw)];
      case 'headers':
        return headerFiles().map((file) => ({ ...file, deflated: deflateRaw(file.content, true) }));
      case 'viewer':
        return viewerFiles();
      case 'findings':
        return findingsFiles(entries).map((file) => ({ ...file, deflated: deflateRaw(file.content, true) }));
    }
  });
}

/** An archive of one image of 3328x4096. */
export function mammogramArchive(): Promise<BenchArchive> {
  return cachedArchive('mammogram', () => {
    const content = mammogram();
    return [{ name: 'DICOM/PAT0001/ST01/SE01/IM0001', content, deflated: deflateRaw(content, true) }];
  });
}

export function removeArchive({ path }: BenchArchive): void {
  rmSync(path);
  rmSync(namesPathOf(path));
}

function slices(entries: number, deflate: BenchOptions['deflateRaw']): Generator<ZipMember> {
  const dicom = Math.round(entries * DICOM_SHARE);
  return benchEntries({ dicom, other: entries - dicom, size: 512, seed: 1, deflateRaw: deflate });
}

/** The same files: what would be compressed is written as it is. */
function* storedSlices(entries: number): Generator<ZipMember> {
  for (const member of slices(entries, (bytes) => bytes)) yield { ...member, method: STORED };
}

function* deflatedTinyFiles(entries: number): Generator<ZipMember> {
  for (const member of tinyFiles(entries)) {
    yield { ...member, deflated: deflateRaw(member.content, true) };
  }
}

async function viewerFiles(): Promise<readonly ZipMember[]> {
  const name = 'DICOM/PAT0002/ST01/SE01/IM0001';
  return [...viewerEntries(deflateRaw), { name, content: await compressedMammogram(), method: STORED }];
}

function deflateRaw(bytes: Uint8Array, isLast: boolean): Uint8Array {
  return deflateRawSync(bytes, isLast ? {} : { finishFlush: constants.Z_SYNC_FLUSH });
}

/** Built unless it is there. The names are written last: an archive without them is not whole. */
async function cachedArchive(
  name: string,
  members: () => Iterable<ZipMember> | Promise<Iterable<ZipMember>>,
): Promise<BenchArchive> {
  const path = join(CACHE, `${name}.zip`);
  if (
    !isUpToDate(namesPathOf(path), [
      'src/fixtures',
      'bench/archives.ts',
      'bench/findings-archive.ts',
      'bench/long-header.ts',
      'bench/mammogram.ts',
      'bench/multiframe.ts',
      'bench/viewer-archive.ts',
      'bench/tiny-files.ts',
    ])
  ) {
    console.log(`Building ${name}.zip ...`);
    writeFileSync(namesPathOf(path), writeArchive(path, await members()).join('\n'));
  }
  const names = readFileSync(namesPathOf(path), 'utf8').split('\n');
  return { path, bytes: statSync(path).size, counts: countNames(names) };
}

function namesPathOf(path: string): string {
  return `${path}.names`;
}

/** The names of its entries. */
function writeArchive(path: string, members: Iterable<ZipMember>): readonly string[] {
  const names: string[] = [];
  function* noted(): Generator<ZipMember> {
    for (const member of members) {
      names.push(String(member.name));
      yield member;
    }
  }
  const file = openSync(path, 'w');
  for (const chunk of writeZip(noted())) {
    for (let at = 0; at < chunk.length;) at += writeSync(file, chunk, at);
  }
  closeSync(file);
  return names;
}

/** The builders put each patient, study and series into a folder of its own: `DICOM/PAT0001/ST01/SE01/IM0001`. */
function countNames(names: readonly string[]): Counts {
  const instances = names.map((name) => name.split('/')).filter((path) => path.at(-1)?.startsWith('IM'));
  const folders = (depth: number): number =>
    new Set(instances.map((path) => path.slice(0, depth).join('/'))).size;
  return {
    entries: names.length,
    dicom: instances.length,
    patients: folders(2),
    studies: folders(3),
    series: folders(4),
  };
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { toArchiveId } from '../base/ids';
import { readSummary } from '../dicom/summary-reader';
import { wholeHead } from '../dicom/whole-head';
import { corpusDir } from '../fixtures/corpus';
import { inflateRaw } from '../fixtures/inflate-raw';
import { CatalogBuilder } from './catalog-builder';
import type { Series } from './catalog-types';
import type { ScanRow } from './file-columns';

interface CorpusSeries {
  readonly folder: string;
  readonly seriesInstanceUid: string | null;
  readonly files: number;
  readonly orientations: number;
  readonly byInstanceNumber: readonly string[] | null;
  readonly byPosition?: readonly string[];
  readonly positions?: readonly number[];
}

interface CorpusZip {
  readonly file: string;
  readonly entries: number;
  readonly dicomInstances: number;
  readonly patients: number;
  readonly studies: number;
  readonly series: number;
  readonly outcome: string;
  readonly method?: number;
  readonly contents?: readonly { readonly bytes: number }[];
}

interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const ARCHIVE = toArchiveId(0);
const MAX_INFLATED_BYTES = 1e8;

function catalogOf(files: readonly NamedFile[]): CatalogBuilder {
  const names = files.map(({ name }) => new TextEncoder().encode(name));
  const nameStarts = new Uint32Array(files.length + 1);
  names.forEach((name, index) => (nameStarts[index + 1] = (nameStarts[index] ?? 0) + name.length));
  const catalog = new CatalogBuilder();
  catalog.addArchive(ARCHIVE, {
    count: files.length,
    names: new Uint8Array(Buffer.concat(names)),
    nameStarts,
    bytes: Float64Array.from(files, ({ bytes }) => bytes.length),
    isDirectory: new Uint8Array(files.length),
  });
  catalog.add(ARCHIVE, files.map(scanRow));
  return catalog;
}

function scanRow({ name, bytes }: NamedFile, entryIndex: number): ScanRow {
  const outcome = readSummary(wholeHead(bytes), name, inflateRaw);
  if (outcome.outcome !== 'dicom' && outcome.outcome !== 'dicomdir') {
    return { entryIndex, kind: 'other', state: 'notDicom', summary: null, problems: [] };
  }
  const { summary, problems } = outcome;
  const state = summary.hasPixelData === 1 ? 'shown' : 'headerOnly';
  return { entryIndex, kind: outcome.outcome, state, summary, problems };
}

function seriesOf(catalog: CatalogBuilder): readonly Series[] {
  return catalog.snapshot().patients.flatMap(({ studies }) => studies.flatMap(({ series }) => series));
}

function readJson(path: string): unknown {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : [];
}

const dir = corpusDir();
const corpusSeries = (dir === null ? [] : readJson(join(dir, 'series.json'))) as readonly CorpusSeries[];
const corpusZips = (dir === null ? [] : readJson(join(dir, 'zips', 'manifest.json'))) as readonly CorpusZip[];

describe.skipIf(corpusSeries.length === 0)('the series of the corpus', () => {
  it.each(corpusSeries)('$folder $seriesInstanceUid', (expected) => {
    const files = (expected.byPosition ?? expected.byInstanceNumber ?? []).toSorted();
    const catalog = catalogOf(
      files.map((name) => ({ name, bytes: readFileSync(join(dir ?? '', expected.folder, name)) })),
    );
    const all = seriesOf(catalog);
    expect(
      all.reduce((sum, { instances, duplicates }) => sum + instances.length + duplicates.length, 0),
    ).toBe(expected.files);
    // One series may be of several patients or studies, and its duplicates are not among its instances.
    for (const { instances, sortRule } of all) {
      const names = instances.map(({ file }) => files[file] ?? '');
      const order = expected.byPosition ?? expected.byInstanceNumber ?? [];
      expect(sortRule).toBe(expected.orientations === 1 ? 'geometry' : 'instance-number');
      expect(names).toEqual(order.filter((name) => names.includes(name)));
      if (sortRule !== 'geometry') continue;
      for (const [index, { position }] of instances.entries()) {
        const expectedPosition = expected.positions?.[order.indexOf(names[index] ?? '')] ?? NaN;
        expect(Math.abs(position - expectedPosition)).toBeLessThan(0.002);
      }
    }
  });
});

/** What tells the images apart, by the names of their folders; how many images each part has. */
const STACKS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'grouping/two-echoes': { 'TE 10 ms': 3, 'TE 80 ms': 3 },
  'grouping/two-time-points': { 'Time point 1': 3, 'Time point 2': 3 },
  'grouping/localizer-3-planes': { Axial: 1, Sagittal: 1, Coronal: 1 },
  'grouping/mixed-matrix': { '41 x 29': 1, '49 x 29': 1, '57 x 29': 1 },
  'grouping/irregular-spacing': { '': 5 },
  'series/mr-dti-oblique-canon': { '': 40 },
  'series/mr-epi-oblique-philips': { 'Time point 1': 9, 'Time point 2': 9, 'Time point 3': 9 },
};
const stackFolders = Object.keys(STACKS).filter((folder) => existsSync(join(dir ?? '', folder)));

describe.skipIf(dir === null || stackFolders.length === 0)('the stacks of the corpus', () => {
  it.each(stackFolders)('%s', (folder) => {
    const names = readdirSync(join(dir ?? '', folder)).sort();
    const catalog = catalogOf(
      names.map((name) => ({ name, bytes: readFileSync(join(dir ?? '', folder, name)) })),
    );
    const [series] = seriesOf(catalog);
    const counts = series?.parts.map(({ name, instances }) => [name, instances.length] as const) ?? [];
    expect(Object.fromEntries(counts)).toEqual(STACKS[folder]);
    expect(series?.parts.map(({ sortRule }) => sortRule)).toEqual(counts.map(() => 'geometry'));
  });
});

/** Small enough to be inflated whole, by methods that JSZip knows. */
const readableZips = corpusZips.filter(
  ({ outcome, method, contents }) =>
    outcome === 'opens' &&
    method === undefined &&
    (contents ?? []).every(({ bytes }) => bytes < MAX_INFLATED_BYTES),
);

describe.skipIf(readableZips.length === 0)('the archives of the corpus', () => {
  it.each(readableZips)('$file', async (expected) => {
    const bytes = readFileSync(join(dir ?? '', 'zips', expected.file));
    const { files } = await JSZip.loadAsync(bytes);
    const entries = Object.values(files).filter((entry) => !entry.dir);
    if (entries.length !== expected.entries) {
      console.log(
        `skipped: JSZip lists ${entries.length} of ${expected.entries} entries of ${expected.file}`,
      );
      return;
    }
    const catalog = catalogOf(
      await Promise.all(
        entries.map(async (entry) => ({ name: entry.name, bytes: await entry.async('uint8array') })),
      ),
    );
    expect(catalog.snapshot().counts).toEqual({
      patients: expected.patients,
      studies: expected.studies,
      series: expected.series,
      instances: expected.dicomInstances,
    });
  });
});

import { describe, expect, it } from 'vitest';
import { toArchiveId } from '../../base/ids';
import { CatalogBuilder } from '../../catalog/catalog-builder';
import type { CatalogSnapshot } from '../../catalog/catalog-types';
import { buildSummary } from '../../fixtures/summaries';
import type { InstanceSummary } from '../../dicom/summary';
import { contentsRows, type PatientRow } from './contents-rows';

function catalogOf(...summaries: readonly Partial<InstanceSummary>[]): CatalogSnapshot {
  const builder = new CatalogBuilder();
  const archive = toArchiveId(0);
  builder.addArchive(archive, {
    count: summaries.length,
    names: new Uint8Array(),
    nameStarts: new Uint32Array(summaries.length + 1),
    bytes: new Float64Array(summaries.length).fill(1000),
    isDirectory: new Uint8Array(summaries.length),
  });
  builder.add(
    archive,
    summaries.map((summary, entryIndex) => ({
      entryIndex,
      kind: 'dicom',
      state: 'shown',
      summary: buildSummary({ sopInstanceUid: `1.2.${String(entryIndex)}`, ...summary }),
      problems: [],
    })),
  );
  return builder.snapshot();
}

const smith = { patientId: 'S1', patientName: 'Smith^Ann', studyInstanceUid: '1', studyDescription: 'Chest' };
const catalog = catalogOf(
  { ...smith, seriesInstanceUid: '1.1', seriesNumber: 2, seriesDescription: 'Lung', modality: 'CT' },
  { ...smith, seriesInstanceUid: '1.1', seriesNumber: 2, seriesDescription: 'Lung', modality: 'CT' },
  { ...smith, seriesInstanceUid: '1.2', seriesNumber: 3, seriesDescription: 'Localizer', modality: 'MR' },
  {
    patientId: 'J1',
    patientName: 'Jones^Bo',
    studyInstanceUid: '2',
    studyDescription: 'Chest',
    seriesInstanceUid: '2.1',
    seriesNumber: 1,
    seriesDescription: 'Lung',
    modality: 'CT',
  },
);

function titlesOf(rows: readonly PatientRow[]): readonly (readonly [string, readonly string[]])[] {
  return rows.map((row) => [
    row.title,
    row.children.flatMap(({ children }) => children.map(({ title }) => title)),
  ]);
}

describe('the rows of the contents table', () => {
  it('add up images and bytes from the series to the patient', () => {
    const [, row] = contentsRows(catalog, '');
    expect([row?.title, row?.images, row?.bytes]).toEqual(['Smith, Ann', 3, 3000]);
    expect(row?.children[0]?.modality).toBe('CT MR');
  });

  it('keep the series that match a word, and those above them', () => {
    expect(titlesOf(contentsRows(catalog, 'lung'))).toEqual([
      ['Jones, Bo', ['1 · Lung']],
      ['Smith, Ann', ['2 · Lung']],
    ]);
  });

  it('match each word at any level', () => {
    expect(titlesOf(contentsRows(catalog, 'smith CT'))).toEqual([['Smith, Ann', ['2 · Lung']]]);
    expect(titlesOf(contentsRows(catalog, 'smith chest'))).toEqual([
      ['Smith, Ann', ['2 · Lung', '3 · Localizer']],
    ]);
    expect(contentsRows(catalog, 'smith jones')).toEqual([]);
  });

  it('name what has no description', () => {
    const [row] = contentsRows(catalogOf({ seriesInstanceUid: '9', seriesNumber: 7 }), '');
    expect(row?.title).toBe('No patient name');
    expect(row?.children[0]?.children[0]?.title).toBe('Series 7');
  });
});

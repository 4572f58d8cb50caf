import { toArchiveId, toFileId, type FileId } from '../base/ids';
import type { CatalogSnapshot, Instance, Patient, Series, Study } from '../catalog/catalog-types';
import type { FindingRow } from './finding-row';

/** The file of an entry of the only archive. */
export function fileOf(entry: number): FileId {
  return toFileId(toArchiveId(0), entry);
}

/** A finding that is about text in the pictures of a series, but for what is given. */
export function findingRow(given: Partial<FindingRow>): FindingRow {
  return {
    check: 'burned-in-text',
    severity: 'check',
    identifying: false,
    value: '',
    marks: [],
    message: 'The pictures may carry text.',
    key: [given.check, given.path, given.seriesKey, given.message].join('\n'),
    number: 0,
    path: '',
    kind: null,
    creator: '',
    counts: { files: 1, series: 1, studies: 1, patients: 1 },
    example: { file: null, archive: null, path: '' },
    seriesKey: null,
    ...given,
  };
}

/** Of images of one frame and 64 by 64 pixels, but for what is given, in the files of these entries. */
export function seriesOf(
  key: string,
  images: readonly ({ readonly entry: number } & Partial<Instance>)[],
): Series {
  const instances = images.map(({ entry, ...given }): Instance => ({
    file: fileOf(entry),
    sopInstanceUid: `2.25.${String(entry)}`,
    instanceNumber: entry,
    frames: 1,
    hasPixels: true,
    rows: 64,
    columns: 64,
    position: NaN,
    timeSeconds: NaN,
    ...given,
  }));
  return {
    key,
    instances,
    sortRule: 'path',
    parts: [{ name: '', instances, sortRule: 'path' }],
    duplicates: [],
    hasPixels: instances.some(({ hasPixels }) => hasPixels),
  } as unknown as Series;
}

/** One patient with one study of these series. */
export function catalogWith(series: readonly Series[]): CatalogSnapshot {
  const study = { key: 'study', series } as unknown as Study;
  const patient = { key: 'patient', name: 'Roe^Richard', studies: [study] } as unknown as Patient;
  return { patients: [patient], counts: { patients: 1, studies: 1, series: series.length, instances: 0 } };
}

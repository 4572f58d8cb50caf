import type { FileId } from '../base/ids';
import type { CatalogSnapshot, Series, Study } from '../catalog/catalog-types';
import type { InstanceSummary } from '../dicom/summary';
import type { ReviewedFile } from './review-input';

/** A series with all of its files, duplicates included, in the order of archives and entries. */
export interface SeriesFiles {
  readonly study: Study;
  readonly series: Series;
  readonly files: readonly FileId[];
}

/** In the order of the catalog. */
export function listSeriesFiles({ patients }: CatalogSnapshot): readonly SeriesFiles[] {
  return patients
    .flatMap(({ studies }) => studies)
    .flatMap((study) => study.series.map((series) => ({ study, series, files: filesOf(series) })));
}

function filesOf({ instances, duplicates }: Series): readonly FileId[] {
  return [...instances.map(({ file }) => file), ...duplicates].sort((a, b) => a - b);
}

/** The series that each file is in, duplicates included. */
export function seriesByFile(catalog: CatalogSnapshot): ReadonlyMap<FileId, Series> {
  const byFile = new Map<FileId, Series>();
  for (const { series, files } of listSeriesFiles(catalog))
    for (const file of files) byFile.set(file, series);
  return byFile;
}

/** What people call a series by: `CT 3 Thorax 1.0`. */
export function seriesLabel({ modality, seriesNumber, description }: Series): string {
  const number = Number.isNaN(seriesNumber) ? '' : String(seriesNumber);
  return [modality, number, description].filter((part) => part !== '').join(' ') || 'Series without a name';
}

/** A file that is an instance of something, duplicates included. */
export interface InstanceFile extends ReviewedFile {
  readonly summary: InstanceSummary;
}

/** All but DICOMDIRs, and what cannot be read. */
export function isInstanceFile(file: ReviewedFile): file is InstanceFile {
  return file.kind === 'dicom' && file.summary !== null;
}

import type { CatalogSnapshot, Series, Study } from '../catalog/catalog-types';

/** A series in a list of contents: what names it, and how many of its instances are meant. */
export interface ListedSeries {
  readonly seriesKey: string;
  readonly studyKey: string;
  readonly accessionNumber: string;
  readonly studyDate: string;
  readonly studyDescription: string;
  /** NaN where absent. */
  readonly seriesNumber: number;
  readonly description: string;
  readonly modality: string;
  /** Without duplicates. */
  readonly instances: number;
}

export function listSeries(study: Study, series: Series, instances: number): ListedSeries {
  return {
    seriesKey: series.key,
    studyKey: study.key,
    accessionNumber: study.accessionNumber,
    studyDate: study.date,
    studyDescription: study.description,
    seriesNumber: series.seriesNumber,
    description: series.description,
    modality: series.modality,
    instances,
  };
}

/** In the order of the catalog. */
export function studiesOf({ patients }: CatalogSnapshot): readonly Study[] {
  return patients.flatMap(({ studies }) => studies);
}

import type { CatalogSnapshot, Patient, Series } from './catalog-types';

export const SERIES_SCOPES = ['series', 'study', 'patient', 'all'] as const;

/** A series, or all series of its study, of its patient, or of the session. */
export type SeriesScope = (typeof SERIES_SCOPES)[number];

/** In the order of the contents table; none where no series has the key, unless all are wanted. */
export function seriesInScope(
  catalog: CatalogSnapshot,
  seriesKey: string | null,
  scope: SeriesScope,
): readonly Series[] {
  if (scope === 'all') return catalog.patients.flatMap(seriesOfPatient);
  for (const patient of catalog.patients) {
    for (const study of patient.studies) {
      const series = study.series.find(({ key }) => key === seriesKey);
      if (series === undefined) continue;
      if (scope === 'series') return [series];
      return scope === 'study' ? study.series : seriesOfPatient(patient);
    }
  }
  return [];
}

function seriesOfPatient({ studies }: Patient): readonly Series[] {
  return studies.flatMap(({ series }) => series);
}

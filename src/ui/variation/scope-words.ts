import type { CatalogSnapshot } from '../../catalog/catalog-types';
import { formatPersonName } from '../../dicom/person-name';
import { seriesInScope, SERIES_SCOPES, type SeriesScope } from '../../catalog/series-scope';
import { seriesTitle } from '../contents/contents-rows';
import { formatCounted } from '../format';

export interface ScopeChoice {
  readonly scope: SeriesScope;
  /** `This study: CT chest (14 instances)` */
  readonly label: string;
}

/** What can be looked at beside the open series, without what is the same as the one before. */
export function scopeChoices(catalog: CatalogSnapshot, seriesKey: string | null): readonly ScopeChoice[] {
  return SERIES_SCOPES.flatMap((scope) => {
    const series = seriesInScope(catalog, seriesKey, scope);
    const instances = series.reduce((sum, each) => sum + each.instances.length, 0);
    if (instances === 0) return [];
    const what = [SCOPE_WORDS[scope], scopeName(catalog, seriesKey, scope)].filter(Boolean).join(': ');
    return [{ scope, label: `${what} (${formatCounted(instances, 'instance')})` }];
  });
}

const SCOPE_WORDS: Readonly<Record<SeriesScope, string>> = {
  series: 'This series',
  study: 'This study',
  patient: 'This patient',
  all: 'Everything',
};

/** `3 · Axial`; '' for all. */
export function scopeName(catalog: CatalogSnapshot, seriesKey: string | null, scope: SeriesScope): string {
  for (const patient of catalog.patients) {
    for (const study of patient.studies) {
      const series = study.series.find(({ key }) => key === seriesKey);
      if (series === undefined) continue;
      if (scope === 'series') return seriesTitle(series);
      if (scope === 'study') return study.description || `Study ${study.id}`.trim();
      return scope === 'patient' ? formatPersonName(patient.name) : '';
    }
  }
  return '';
}

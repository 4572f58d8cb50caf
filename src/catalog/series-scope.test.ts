import { describe, expect, it } from 'vitest';
import type { CatalogSnapshot, Patient, Series, Study } from './catalog-types';
import { seriesInScope } from './series-scope';

/** Patient P has studies A (series 1 and 2) and B (3), patient Q study C (4). */
const CATALOG = {
  patients: [patient(study('1', '2'), study('3')), patient(study('4'))],
} as unknown as CatalogSnapshot;

function patient(...studies: readonly Study[]): Patient {
  return { studies } as unknown as Patient;
}

function study(...keys: readonly string[]): Study {
  return { series: keys.map((key) => ({ key }) as Series) } as unknown as Study;
}

function keysIn(seriesKey: string | null, scope: Parameters<typeof seriesInScope>[2]): readonly string[] {
  return seriesInScope(CATALOG, seriesKey, scope).map(({ key }) => key);
}

describe('seriesInScope', () => {
  it('goes from a series to its study, its patient, and all', () => {
    expect(keysIn('2', 'series')).toEqual(['2']);
    expect(keysIn('2', 'study')).toEqual(['1', '2']);
    expect(keysIn('2', 'patient')).toEqual(['1', '2', '3']);
    expect(keysIn('2', 'all')).toEqual(['1', '2', '3', '4']);
  });

  it('has nothing around a series that is not there, but all', () => {
    expect(keysIn(null, 'study')).toEqual([]);
    expect(keysIn(null, 'all')).toHaveLength(4);
  });
});

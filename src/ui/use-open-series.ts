import type { Series } from '../catalog/catalog-types';
import { findSeries } from '../session/images';
import { useSession } from '../session/store';

/** The series in the viewport. */
export function useOpenSeries(): Series | null {
  return useSession(({ catalog, viewport }) => findSeries(catalog, viewport.seriesKey));
}

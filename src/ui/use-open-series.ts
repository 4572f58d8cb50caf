import type { Series } from '../catalog/catalog-types';
import { findSeries } from '../session/images';
import { useSession } from '../session/store';

/** What a component needs of the series in the viewport: it is drawn again when that changes. */
export function useOpenSeries<Part>(select: (series: Series | null) => Part): Part {
  return useSession(({ catalog, viewport }) => select(findSeries(catalog, viewport.seriesKey)));
}

import type { Series } from '../catalog/catalog-types';
import { findSeries } from './images';
import type { SessionState, Viewport } from './state';
import { EMPTY_VIEWPORT, useSession } from './store';

/** The place of a viewport in the layout, from 0. */
export type ViewportPlace = number;

export function viewportAt({ viewports }: Pick<SessionState, 'viewports'>, at: ViewportPlace): Viewport {
  return viewports[at] ?? EMPTY_VIEWPORT;
}

export function activeViewport(session: Pick<SessionState, 'viewports' | 'active'>): Viewport {
  return viewportAt(session, session.active);
}

/** The series of the active viewport. */
export function activeSeries(session: Pick<SessionState, 'catalog' | 'viewports' | 'active'>): Series | null {
  return findSeries(session.catalog, activeViewport(session).seriesKey);
}

export function activePlace(): ViewportPlace {
  return useSession.getState().active;
}

export function setViewport(change: Partial<Viewport>, at: ViewportPlace = activePlace()): void {
  useSession.setState(({ viewports }) => ({
    viewports: viewports.map((viewport, place) => (place === at ? { ...viewport, ...change } : viewport)),
  }));
}

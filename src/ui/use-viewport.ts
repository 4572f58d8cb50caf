import type { Series } from '../catalog/catalog-types';
import type { Stack } from '../catalog/stack';
import { stackAt } from '../session/stacks';
import type { Viewport } from '../session/state';
import { useSession } from '../session/store';
import { activeSeries, activeViewport, viewportAt, type ViewportPlace } from '../session/viewports';

/** What a component needs of one viewport: it is drawn again when that changes. */
export function useViewport<Part>(at: ViewportPlace, select: (viewport: Viewport) => Part): Part {
  return useSession((session) => select(viewportAt(session, at)));
}

export function useActiveViewport<Part>(select: (viewport: Viewport) => Part): Part {
  return useSession((session) => select(activeViewport(session)));
}

/** What a component needs of the series in the active viewport. */
export function useActiveSeries<Part>(select: (series: Series | null) => Part): Part {
  return useSession((session) => select(activeSeries(session)));
}

/** What a component needs of the images that a viewport goes through. */
export function useViewportStack<Part>(at: ViewportPlace, select: (stack: Stack | null) => Part): Part {
  return useSession((session) => select(stackAt(session, at)));
}

export function useActiveStack<Part>(select: (stack: Stack | null) => Part): Part {
  return useSession((session) => select(stackAt(session, session.active)));
}

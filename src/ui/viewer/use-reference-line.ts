import { useMemo } from 'react';
import { useSession } from '../../session/store';
import { shownFrame } from '../../session/view-actions';
import { viewportAt, type ViewportPlace } from '../../session/viewports';
import { computeReferenceLine } from '../../viewer/reference-line';
import type { Segment } from '../../viewer/rulers';
import { useActiveViewport } from '../use-viewport';

/** Where the image of the active viewport cuts that of this one; null in the active one itself. */
export function useReferenceLine(at: ViewportPlace): Segment | null {
  const active = useSession((session) => session.active);
  // The frames are no part of the store; `shown` changes with them.
  const shown = useSession((session) => viewportAt(session, at).shown);
  const shownByActive = useActiveViewport((viewport) => viewport.shown);
  return useMemo(() => {
    if (active === at || shown === null || shownByActive === null) return null;
    const from = shownFrame(active)?.facts;
    const to = shownFrame(at)?.facts;
    return from === undefined || to === undefined ? null : computeReferenceLine(from, to);
  }, [active, at, shown, shownByActive]);
}

import { useMemo } from 'react';
import { comparedHeaders } from '../../session/compare-actions';
import type { PinnedHeader } from '../../session/state';
import { useSession } from '../../session/store';

/** The headers that a comparison has now, or would have. */
export function useComparedHeaders(): readonly PinnedHeader[] {
  const pins = useSession((session) => session.pins);
  const shown = useSession((session) => session.header);
  return useMemo(() => comparedHeaders(pins, shown), [pins, shown]);
}

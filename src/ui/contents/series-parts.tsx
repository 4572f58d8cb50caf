import { useDeferredValue } from 'react';
import type { Series } from '../../catalog/catalog-types';
import { workspacePhase } from '../../session/state';
import { useSession } from '../../session/store';

/** Of how many stacks a series is, if more than one; they are not looked for while it may still grow. */
export function SeriesParts({ series }: { readonly series: Series }) {
  // Deferred: the parts of a thousand images take some milliseconds, those of all rows at once would be felt.
  const isComplete = useDeferredValue(useSession(({ archives }) => workspacePhase(archives) !== 'scanning'));
  return isComplete && series.parts.length > 1 ? `${String(series.parts.length)} parts · ` : null;
}

import { Rows3 } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { openVariation } from '../../session/variation-actions';
import { useSession } from '../../session/store';
import { IconButton } from '../button';
import { useActiveViewport } from '../use-viewport';

const VariationDialog = lazy(async () => ({ default: (await import('./variation-dialog')).VariationDialog }));

/** Opens what varies over the open series; where none is open, over everything. */
export function VariationButton() {
  const isOpen = useSession(({ variation }) => variation.phase !== 'closed');
  const hasSeries = useActiveViewport((viewport) => viewport.seriesKey !== null);
  const hasInstances = useSession(({ catalog }) => catalog.counts.instances > 0);
  return (
    <>
      <IconButton
        icon={Rows3}
        label="What varies"
        disabled={!hasInstances}
        onClick={() => void openVariation(hasSeries ? 'series' : 'all')}
      />
      {isOpen ? (
        <Suspense>
          <VariationDialog />
        </Suspense>
      ) : null}
    </>
  );
}

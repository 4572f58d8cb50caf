import { lazy, Suspense } from 'react';
import { setComparisonOpen } from '../../session/compare-actions';
import { useSession } from '../../session/store';
import { AppDialog } from '../app-dialog';

const Comparison = lazy(async () => ({ default: (await import('./comparison')).Comparison }));

/** The pinned headers side by side, over the page. */
export function CompareDialog() {
  const isOpen = useSession((session) => session.isComparisonOpen);
  return (
    <AppDialog
      title="Compare headers"
      size="wide"
      testId="compare"
      isOpen={isOpen}
      onOpenChange={setComparisonOpen}
    >
      <Suspense>{isOpen ? <Comparison /> : null}</Suspense>
    </AppDialog>
  );
}

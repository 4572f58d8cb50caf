import { lazy, Suspense } from 'react';
import { useSession } from '../../session/store';
import { showArchiveDetails } from '../../session/view-actions';
import { AppDialog } from '../app-dialog';
import { shortArchiveName } from '../archive-words';

const ArchiveDetails = lazy(async () => ({ default: (await import('./archive-details')).ArchiveDetails }));

/** All that there is to say of one archive, and what can be done with it as a whole. */
export function ArchiveDetailsDialog() {
  const archive = useSession(({ archives, detailsOf }) => archives.find(({ id }) => id === detailsOf));
  return (
    <AppDialog
      title={archive === undefined ? '' : shortArchiveName(archive)}
      testId="archive-details"
      isOpen={archive !== undefined}
      onOpenChange={() => showArchiveDetails(null)}
    >
      <Suspense>
        {archive === undefined ? null : <ArchiveDetails key={archive.id} archive={archive} />}
      </Suspense>
    </AppDialog>
  );
}

import { X } from 'lucide-react';
import { cancelExport } from '../../session/export-actions';
import type { HeaderExportStatus } from '../../session/state';
import { useSession } from '../../session/store';
import { Button, IconButton } from '../button';
import { formatCount, formatCounted } from '../format';
import { problemWords } from '../problem-words';
import { ProgressBar } from '../progress-bar';
import { someOf } from '../some-of';
import styles from './export-menu.module.css';

/** How far an export is, and what became of it where a person would not see that otherwise. */
export function ExportStatus({ copyMessage }: { readonly copyMessage: string }) {
  const status = useSession(({ headerExport }) => headerExport);
  return (
    <div className={styles.status} data-phase={status.phase}>
      <p role="status" className={styles.words} data-testid="export-status">
        {statusWords(status) || copyMessage}
      </p>
      {status.phase === 'running' ? (
        <>
          <ProgressBar
            className={styles.progress}
            fraction={status.instancesDone / status.instances}
            label="Headers written"
          />
          <Button onClick={cancelExport}>Cancel</Button>
        </>
      ) : null}
      {status.phase === 'incomplete' || status.phase === 'failed' ? (
        <IconButton icon={X} label="Dismiss" onClick={cancelExport} />
      ) : null}
    </div>
  );
}

const MOST_PATHS = 3;

function statusWords(status: HeaderExportStatus): string {
  switch (status.phase) {
    case 'none':
      return '';
    case 'running':
      // The bar tells how many are done: a screen reader would read out each number.
      return `Writing ${formatCounted(status.instances, 'header')}`;
    case 'incomplete': {
      const { failures, instances } = status;
      const paths = failures.slice(0, MOST_PATHS).map(({ where }) => where);
      return `${formatCount(failures.length)} of ${formatCounted(instances, 'file')} could not be read, which is said in its place: ${someOf(paths, failures.length)}.`;
    }
    case 'failed':
      return problemWords(status.problem).what;
  }
}

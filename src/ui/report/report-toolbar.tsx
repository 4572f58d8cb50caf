import { Dialog } from '@base-ui/react/dialog';
import { Printer, X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { seriesInOrder } from '../../session/images';
import { setReport, setReportWriting } from '../../session/report-actions';
import type { ReportWriting } from '../../session/state';
import { useSession } from '../../session/store';
import { getThumbnail, subscribeThumbnails } from '../../session/thumbnails';
import { Button, IconButton } from '../button';
import iconButton from '../button.module.css';
import { formatCounted } from '../format';
import { problemWords } from '../problem-words';
import { saveReport } from './save-report';
import styles from './report-toolbar.module.css';

/** What can be done with the report; not printed. */
export function ReportToolbar() {
  const { isMasked, writing } = useSession((session) => session.report);
  const isWriting = writing.phase === 'waiting' || writing.phase === 'running';
  return (
    <div className={styles.toolbar}>
      <Dialog.Title className={styles.title}>Report</Dialog.Title>
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={isMasked}
          onChange={({ target }) => setReport({ isMasked: target.checked })}
        />
        Mask values
      </label>
      <div className={styles.actions}>
        <Button
          look="outlined"
          data-testid="export-report-json"
          disabled={isWriting}
          onClick={() => void saveReport('json')}
        >
          Save JSON
        </Button>
        <Button look="outlined" disabled={isWriting} onClick={() => void saveReport('findings-csv')}>
          Save CSV
        </Button>
        <Button look="outlined" disabled={isWriting} onClick={() => void saveReport('places-csv')}>
          Save CSV of all places
        </Button>
        <Button look="primary" onClick={() => window.print()}>
          <Printer size={15} strokeWidth={1.75} aria-hidden />
          Print
        </Button>
      </div>
      <Dialog.Close className={`${iconButton.button ?? ''} ${iconButton.icon ?? ''}`} aria-label="Close">
        <X size={17} strokeWidth={1.75} aria-hidden />
      </Dialog.Close>
      <Status writing={writing} />
    </div>
  );
}

/** What there is to wait for, and what went wrong. */
function Status({ writing }: { readonly writing: ReportWriting }) {
  const picturesLoading = usePicturesLoading();
  return (
    <div className={styles.status}>
      <p role="status">{statusWords(writing, picturesLoading)}</p>
      {writing.phase === 'failed' ? (
        <IconButton icon={X} label="Dismiss" onClick={() => setReportWriting({ phase: 'none' })} />
      ) : null}
    </div>
  );
}

function statusWords(writing: ReportWriting, picturesLoading: number): string {
  switch (writing.phase) {
    case 'waiting':
      return 'The file is written when the SHA-256 is known.';
    case 'running':
      return 'Writing the file.';
    case 'failed':
      return `The file could not be written. ${problemWords(writing.problem).what}`;
    case 'none':
      return picturesLoading === 0
        ? ''
        : `${formatCounted(picturesLoading, 'picture')} still to come: wait before printing.`;
  }
}

/** Thumbnails that are on their way; a masked report has none. */
function usePicturesLoading(): number {
  const catalog = useSession((session) => session.catalog);
  const isMasked = useSession((session) => session.report.isMasked);
  return useSyncExternalStore(subscribeThumbnails, () =>
    isMasked ? 0 : seriesInOrder(catalog).filter(({ key }) => getThumbnail(key)?.phase === 'loading').length,
  );
}

import { useSession } from '../session/store';
import { formatBytes, formatCount, formatCounted, formatDuration } from './format';
import styles from './ledger-line.module.css';

/** The whole account in one line: `3,666 DICOM of 7,706 files · 4 patients · 9 studies · 37 series · 1.2 GB · 2.9 s`. */
export function LedgerLine() {
  const ledger = useSession((session) => session.ledger);
  const counts = useSession((session) => session.catalog.counts);
  const problemCount = useSession(
    ({ fileProblemCount, archives }) =>
      fileProblemCount + archives.reduce((sum, { problems }) => sum + problems.length, 0),
  );
  const elapsedMs = useSession(({ archives }) =>
    archives.reduce((sum, { progress }) => sum + progress.elapsedMs, 0),
  );
  return (
    <p className={styles.line}>
      <span className={styles.figures}>
        <span data-testid="count-dicom" data-value={counts.instances}>
          <strong>{formatCount(counts.instances)}</strong> DICOM
        </span>{' '}
        of{' '}
        <span data-testid="count-entries" data-value={ledger.entries}>
          {formatCounted(ledger.entries, 'file')}
        </span>
        <Separator />
        <span data-testid="count-patients" data-value={counts.patients}>
          {formatCounted(counts.patients, 'patient')}
        </span>
        <Separator />
        <span data-testid="count-studies" data-value={counts.studies}>
          {formatCounted(counts.studies, 'study', 'studies')}
        </span>
        <Separator />
        <span data-testid="count-series" data-value={counts.series}>
          {formatCounted(counts.series, 'series', 'series')}
        </span>
        <Separator />
        {formatBytes(ledger.bytes)}
        <Separator />
        {formatDuration(elapsedMs)}
      </span>
      <span data-testid="count-problems" data-value={problemCount} className={styles.problems}>
        {problemCount > 0 ? (
          <>
            <Separator />
            {formatCounted(problemCount, 'problem')}
          </>
        ) : null}
      </span>
    </p>
  );
}

function Separator() {
  return <span className={styles.separator}> · </span>;
}

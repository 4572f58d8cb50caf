import { cancelScan } from '../session/archive-actions';
import type { OpenArchive, ScanProgress } from '../session/state';
import { useSession } from '../session/store';
import { Button } from './button';
import { formatBytes, formatCount, formatDuration } from './format';
import styles from './scan-progress.module.css';

/** A line for each archive that is being read: files, bytes, remaining time, cancel. */
export function ScanProgressBars() {
  const archives = useSession((session) => session.archives);
  return archives
    .filter(({ phase }) => phase === 'scanning' || phase === 'reading-directory')
    .map((archive) => <ScanProgressBar key={archive.id} archive={archive} />);
}

function ScanProgressBar({ archive }: { readonly archive: OpenArchive }) {
  const { progress } = archive;
  const fraction = progress.bytes === 0 ? 0 : Math.min(1, progress.bytesDone / progress.bytes);
  return (
    <div className={styles.row} role="status">
      <progress className={styles.bar} value={fraction} aria-label={`Reading ${archive.name}`} />
      <span className={styles.figures}>{describe(archive.phase, progress, fraction)}</span>
      <Button onClick={() => cancelScan(archive.id)}>Cancel</Button>
    </div>
  );
}

function describe(phase: OpenArchive['phase'], progress: ScanProgress, fraction: number): string {
  if (phase === 'reading-directory') return 'Reading the directory of the archive';
  const files = `${formatCount(progress.entriesDone)} of ${formatCount(progress.entries)} files`;
  const bytes = `${formatBytes(progress.bytesDone)} of ${formatBytes(progress.bytes)}`;
  return `${files} · ${bytes}${remaining(progress.elapsedMs, fraction)}`;
}

/** An estimate once there is something to go by. */
function remaining(elapsedMs: number, fraction: number): string {
  if (elapsedMs < 500 || fraction < 0.02) return '';
  return ` · about ${formatDuration((elapsedMs * (1 - fraction)) / fraction)} left`;
}

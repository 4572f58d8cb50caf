import { cancelScan } from '../session/archive-actions';
import { isUnderWay, type OpenArchive } from '../session/state';
import { useSession } from '../session/store';
import { Button } from './button';
import { formatBytes, formatCount, formatDuration } from './format';
import styles from './scan-progress.module.css';

/** A line for each archive that is being read: files, bytes, remaining time, cancel. */
export function ScanProgressBars() {
  const archives = useSession((session) => session.archives);
  return archives
    .filter(({ phase }) => isUnderWay(phase))
    .map((archive) => <ScanProgressBar key={archive.id} archive={archive} />);
}

function ScanProgressBar({ archive }: { readonly archive: OpenArchive }) {
  const { progress } = archive;
  const fraction = progress.bytes === 0 ? 0 : Math.min(1, progress.bytesDone / progress.bytes);
  return (
    <div className={styles.row} role="status">
      <progress className={styles.bar} value={fraction} aria-label={`Reading ${archive.name}`} />
      <span className={styles.figures}>{describe(archive, fraction)}</span>
      <Button onClick={() => cancelScan(archive.id)}>Cancel</Button>
    </div>
  );
}

function describe({ name, phase, progress }: OpenArchive, fraction: number): string {
  if (phase === 'waiting') return `${name} waits for its turn`;
  if (phase === 'reading-directory') return `Reading the directory of ${name}`;
  const files = `${formatCount(progress.entriesDone)} of ${formatCount(progress.entries)} files`;
  const bytes = `${formatBytes(progress.bytesDone)} of ${formatBytes(progress.bytes)}`;
  return `${files} · ${bytes}${remaining(progress.elapsedMs, fraction)}`;
}

/** An estimate once there is something to go by. */
function remaining(elapsedMs: number, fraction: number): string {
  if (elapsedMs < 500 || fraction < 0.02) return '';
  return ` · about ${formatDuration((elapsedMs * (1 - fraction)) / fraction)} left`;
}

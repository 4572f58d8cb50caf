import { cancelScan } from '../session/archive-actions';
import { nestedInside } from '../session/archives';
import { isUnderWay, type OpenArchive } from '../session/state';
import { useSession } from '../session/store';
import { shortArchiveName } from './archive-words';
import { Button } from './button';
import { formatBytes, formatCount, formatDuration } from './format';
import { ProgressBar } from './progress-bar';
import styles from './scan-progress.module.css';

/** A line for each archive that is being read, with those inside it: files, bytes, remaining time, cancel. */
export function ScanProgressBars() {
  const archives = useSession((session) => session.archives);
  return archives
    .filter(({ parent }) => parent === null)
    .map((archive) => ({ archive, nested: nestedInside(archive.id) }))
    .filter(({ archive, nested }) => [archive, ...nested].some(({ phase }) => isUnderWay(phase)))
    .map((reading) => <ScanProgressBar key={reading.archive.id} {...reading} />);
}

interface Reading {
  readonly archive: OpenArchive;
  readonly nested: readonly OpenArchive[];
}

function ScanProgressBar({ archive, nested }: Reading) {
  const done = sumOf([archive, ...nested]);
  const fraction = done.bytes === 0 ? 0 : Math.min(1, done.bytesDone / done.bytes);
  return (
    <div className={styles.row} role="status">
      <ProgressBar className={styles.bar} fraction={fraction} label={`Reading ${archive.name}`} />
      <span className={styles.figures}>{describe({ archive, nested }, done, fraction)}</span>
      <Button onClick={() => cancelScan(archive.id)}>Cancel</Button>
    </div>
  );
}

interface Done {
  readonly entriesDone: number;
  readonly entries: number;
  readonly bytesDone: number;
  readonly bytes: number;
  readonly elapsedMs: number;
}

const NOTHING_DONE: Done = { entriesDone: 0, entries: 0, bytesDone: 0, bytes: 0, elapsedMs: 0 };

function sumOf(archives: readonly OpenArchive[]): Done {
  return archives.reduce(
    (sum, { progress }) => ({
      entriesDone: sum.entriesDone + progress.entriesDone,
      entries: sum.entries + progress.entries,
      bytesDone: sum.bytesDone + progress.bytesDone,
      bytes: sum.bytes + progress.bytes,
      elapsedMs: sum.elapsedMs + progress.elapsedMs,
    }),
    NOTHING_DONE,
  );
}

function describe({ archive, nested }: Reading, done: Done, fraction: number): string {
  if (archive.phase === 'waiting') return `${archive.name} waits for its turn`;
  if (archive.phase === 'reading-directory') return `Reading the directory of ${archive.name}`;
  const inside = nested.findLast(({ phase }) => isUnderWay(phase));
  return [
    `${formatCount(done.entriesDone)} of ${formatCount(done.entries)} files`,
    `${formatBytes(done.bytesDone)} of ${formatBytes(done.bytes)}`,
    inside === undefined ? '' : `+ ${shortArchiveName(inside)}`,
    remaining(done.elapsedMs, fraction),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** An estimate once there is something to go by. */
function remaining(elapsedMs: number, fraction: number): string {
  if (elapsedMs < 500 || fraction < 0.02) return '';
  return `about ${formatDuration((elapsedMs * (1 - fraction)) / fraction)} left`;
}

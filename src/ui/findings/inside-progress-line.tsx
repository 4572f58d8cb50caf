import { resumeInside, stopInside } from '../../session/inside-actions';
import type { InsideProgress } from '../../session/state';
import { useSession } from '../../session/store';
import { Button } from '../button';
import { formatCount, formatCounted } from '../format';
import { ProgressBar } from '../progress-bar';
import styles from './findings-pane.module.css';

/** How far the look into whole files has come, which goes on behind everything else. */
export function InsideProgressLine() {
  const inside = useSession((session) => session.review.inside);
  if (inside === null || inside.phase === 'done') return null;
  const isStopped = inside.phase === 'stopped';
  return (
    <div className={styles.inside}>
      <span>{describe(inside)}</span>
      <ProgressBar
        className={styles.bar}
        fraction={inside.bytes === 0 ? 0 : Math.min(1, inside.bytesDone / inside.bytes)}
        label="Looking into whole files"
      />
      <Button onClick={isStopped ? resumeInside : stopInside}>{isStopped ? 'Go on' : 'Stop'}</Button>
    </div>
  );
}

function describe({ phase, entries, entriesDone }: InsideProgress): string {
  return phase === 'stopped'
    ? `${formatCounted(entries - entriesDone, 'file')} not looked into`
    : `Looking into whole files: ${formatCount(entriesDone)} of ${formatCount(entries)}`;
}

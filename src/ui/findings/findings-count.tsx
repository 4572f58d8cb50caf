import { ListChecks } from 'lucide-react';
import { remainingFindings } from '../../session/review-counts';
import { useSession } from '../../session/store';
import { showFindings } from '../../session/wanted-row';
import { Button } from '../button';
import { formatCount } from '../format';
import styles from './findings-count.module.css';

/** What is left to decide; leads to the findings. */
export function FindingsCount() {
  const remaining = useSession(remainingFindings);
  const phase = useSession(({ review }) => review.phase);
  return (
    <Button
      data-testid="findings-count"
      data-value={remaining}
      data-phase={phase}
      title="Findings to decide"
      onClick={showFindings}
    >
      <ListChecks size={16} strokeWidth={1.75} aria-hidden />
      <span className={styles.count}>{formatCount(remaining)}</span>{' '}
      <span className={styles.words}>to decide</span>
    </Button>
  );
}

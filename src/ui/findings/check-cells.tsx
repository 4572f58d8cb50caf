import { ChevronRight } from 'lucide-react';
import { memo } from 'react';
import { CHECK_WORDS } from '../../review/check-words';
import type { Decision } from '../../review/decisions';
import { formatCount } from '../format';
import { DecisionMark } from './decision-mark';
import styles from './findings-list.module.css';
import type { CheckRow } from './findings-rows';
import { SeverityIcon } from './severity-icon';

interface CheckCellsProps {
  readonly row: CheckRow;
  /** How many of its findings wait for a decision. */
  readonly remaining: number;
  /** On all that the check finds. */
  readonly decision: Decision | null;
}

export const CheckCells = memo(function CheckCells({ row, remaining, decision }: CheckCellsProps) {
  return (
    <>
      <span role="gridcell" className={styles.check}>
        <ChevronRight size={14} aria-hidden className={styles.chevron} data-expanded={!row.isClosed} />
        <SeverityIcon severity={row.worst} />
        <span className={styles.title}>{CHECK_WORDS[row.check].title}</span>
      </span>
      <span role="gridcell" className={styles.counts}>
        {remaining === 0 ? null : (
          <span className={styles.remaining}>
            {formatCount(remaining)}
            <span className="visually-hidden"> to decide</span>
            {remaining === row.count ? '' : ' of '}
          </span>
        )}
        {remaining === row.count ? null : formatCount(row.count)}
      </span>
      <span role="gridcell" className={styles.decision}>
        <DecisionMark decision={decision} />
      </span>
    </>
  );
});

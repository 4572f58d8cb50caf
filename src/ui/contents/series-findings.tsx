import { remainingInSeries } from '../../session/review-counts';
import { useSession } from '../../session/store';
import { SeverityIcon } from '../findings/severity-icon';
import { formatCount } from '../format';
import styles from './contents-table.module.css';

/** What waits for a decision in a series and in no other. */
export function SeriesFindings({ seriesKey }: { readonly seriesKey: string }) {
  const findings = useSession((session) => remainingInSeries(session, seriesKey));
  if (findings === undefined) return null;
  return (
    <span className={styles.findings} data-testid="series-findings" data-value={findings.count}>
      <SeverityIcon severity={findings.worst} />
      {formatCount(findings.count)}
      <span className="visually-hidden"> to decide. </span>
    </span>
  );
}

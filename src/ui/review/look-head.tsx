import type { Look } from '../../review/look-queue';
import { formatPersonName } from '../../dicom/person-name';
import { seriesTitle } from '../contents/contents-rows';
import { formatCount, formatDate } from '../format';
import styles from './look.module.css';

/** More reasons than these are no better. */
const MOST_REASONS = 3;

interface LookHeadProps {
  readonly look: Look;
  /** From 0. */
  readonly index: number;
  readonly count: number;
}

/** Whose series it is, and why it is to be looked at. */
export function LookHead({ look, index, count }: LookHeadProps) {
  const { patient, study, series, findings } = look;
  const of = [formatPersonName(patient.name) || 'No patient name', study.description, formatDate(study.date)];
  const reasons = [...new Set(findings.map(({ message }) => message))];
  const more = reasons.length - MOST_REASONS;
  return (
    <div className={styles.head}>
      <div className={styles.titles}>
        <h3 className={styles.title}>
          {series.modality === '' ? null : <span className={styles.modality}>{series.modality}</span>}{' '}
          {seriesTitle(series)}
        </h3>
        <p className={styles.of}>{of.filter(Boolean).join(' · ')}</p>
      </div>
      <p className={styles.progress} data-testid="look-progress">
        {formatCount(index + 1)} of {formatCount(count)}
      </p>
      <ul className={styles.reasons} aria-label="Why it is to be looked at">
        {reasons.slice(0, MOST_REASONS).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
        {more > 0 ? <li>and {formatCount(more)} more</li> : null}
      </ul>
    </div>
  );
}

import { memo } from 'react';
import type { Dictionary } from '../../dicom/dictionary';
import type { Decision } from '../../review/decisions';
import type { FindingRow } from '../../review/finding-row';
import { DecisionMark } from './decision-mark';
import { countWords, isData, shortCountWords } from './finding-words';
import styles from './findings-list.module.css';
import { MarkedValue } from './marked-value';
import { SeverityIcon } from './severity-icon';
import { usePlaceWords } from './use-place-words';

interface FindingCellsProps {
  readonly finding: FindingRow;
  readonly decision: Decision | null;
  readonly dictionary: Dictionary | null;
}

export const FindingCells = memo(function FindingCells({ finding, decision, dictionary }: FindingCellsProps) {
  const { severity, value, marks, message, counts } = finding;
  const { name, tag, around } = usePlaceWords(finding, dictionary);
  return (
    <>
      <span role="gridcell" className={styles.what}>
        <SeverityIcon severity={severity} />
        {isData(finding) ? (
          <MarkedValue value={value} marks={marks} />
        ) : (
          <span className={styles.message} title={message}>
            {value || message}
          </span>
        )}
      </span>
      <span
        role="gridcell"
        className={styles.where}
        title={[name, tag, around, countWords(counts)].filter(Boolean).join('\n')}
      >
        <span className={styles.place}>
          {name}
          {around === '' ? null : <span className={styles.around}> {around}</span>}
        </span>
        <span className={styles.tag}>{tag}</span>
        <span className={styles.places}>{shortCountWords(counts)}</span>
      </span>
      <span role="gridcell" className={styles.decision}>
        <DecisionMark decision={decision} />
      </span>
    </>
  );
});

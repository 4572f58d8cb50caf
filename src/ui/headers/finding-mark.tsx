import { SEVERITIES } from '../../review/finding';
import type { FindingRow } from '../../review/finding-row';
import { showFinding } from '../../session/finding-actions';
import { SeverityIcon } from '../findings/severity-icon';
import styles from './header-tree.module.css';

/** Says that the checks have found something in an element, and leads to it. */
export function FindingMark({ findings }: { readonly findings: readonly FindingRow[] }) {
  const worst = SEVERITIES.flatMap((each) => findings.filter(({ severity }) => severity === each))[0];
  if (worst === undefined) return null;
  return (
    <button
      type="button"
      className={styles.finding}
      tabIndex={-1}
      title={findings.map(({ message }) => message).join('\n')}
      onClick={(event) => {
        event.stopPropagation();
        showFinding(worst);
      }}
    >
      <SeverityIcon severity={worst.severity} />
      <span className="visually-hidden">{worst.message}</span>
    </button>
  );
}

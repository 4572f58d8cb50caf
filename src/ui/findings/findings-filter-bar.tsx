import { useMemo } from 'react';
import { SEVERITIES, type Severity } from '../../review/finding';
import type { FindingRow } from '../../review/finding-row';
import { setFindingsFilter } from '../../session/finding-actions';
import { remainingFindings } from '../../session/review-counts';
import { useSession } from '../../session/store';
import { CountButton } from '../count-button';
import styles from './findings-pane.module.css';
import { SEVERITY_WORDS } from './severity-icon';

/** Narrows the findings to some severities, or to those that wait for a decision. */
export function FindingsFilterBar({ findings }: { readonly findings: readonly FindingRow[] }) {
  const { severities, isRemainingOnly } = useSession((session) => session.findingsFilter);
  const remaining = useSession(remainingFindings);
  const counts = useMemo(() => countSeverities(findings), [findings]);

  function toggle(severity: Severity): void {
    const others = severities.filter((each) => each !== severity);
    setFindingsFilter({ severities: others.length < severities.length ? others : [...others, severity] });
  }

  return (
    <div className={styles.filters} role="group" aria-label="Findings by severity">
      {SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => (
        <CountButton
          key={severity}
          label={SEVERITY_WORDS[severity]}
          count={counts[severity]}
          isOn={severities.includes(severity)}
          onClick={() => toggle(severity)}
        />
      ))}
      <CountButton
        label="To decide"
        count={remaining}
        isOn={isRemainingOnly}
        onClick={() => setFindingsFilter({ isRemainingOnly: !isRemainingOnly })}
      />
    </div>
  );
}

function countSeverities(findings: readonly FindingRow[]): Readonly<Record<Severity, number>> {
  const counts = { stop: 0, check: 0, note: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

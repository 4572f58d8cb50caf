import type { Dictionary } from '../../dicom/dictionary';
import type { CheckId } from '../../review/check-ids';
import { CHECK_WORDS } from '../../review/check-words';
import type { FindingRow } from '../../review/finding-row';
import styles from './evidence.module.css';
import { FindingPlaces } from './finding-places';
import { isData } from './finding-words';
import { checkOf, type FindingsListRow } from './findings-rows';
import { MarkedValue } from './marked-value';
import { SeverityIcon } from './severity-icon';

interface EvidenceProps {
  readonly row: FindingsListRow;
  readonly dictionary: Dictionary | null;
}

/** What a finding rests on: the value in its place, the rule, and why it matters. */
export function Evidence({ row, dictionary }: EvidenceProps) {
  return (
    <section className={styles.evidence} aria-label="Evidence" tabIndex={0}>
      {row.kind === 'finding' ? (
        <FindingEvidence finding={row.finding} dictionary={dictionary} />
      ) : (
        <h3 className={styles.title}>{CHECK_WORDS[row.check].title}</h3>
      )}
      <CheckEvidence check={checkOf(row)} />
    </section>
  );
}

interface FindingEvidenceProps {
  readonly finding: FindingRow;
  readonly dictionary: Dictionary | null;
}

function FindingEvidence({ finding, dictionary }: FindingEvidenceProps) {
  const { severity, message, value, marks } = finding;
  return (
    <>
      <FindingPlaces finding={finding} dictionary={dictionary} />
      <p className={styles.message}>
        <SeverityIcon severity={severity} />
        <span>{message}</span>
      </p>
      {isData(finding) ? (
        <p className={styles.value}>
          <MarkedValue value={value} marks={marks} isWhole />
        </p>
      ) : null}
    </>
  );
}

function CheckEvidence({ check }: { readonly check: CheckId }) {
  const { rule, why, advice, source } = CHECK_WORDS[check];
  return (
    <dl className={styles.words}>
      <dt>Rule</dt>
      <dd>
        {rule}
        {source === '' ? null : <span className={styles.source}> {source}</span>}
      </dd>
      <dt>Why</dt>
      <dd>{why}</dd>
      <dt>What to do</dt>
      <dd>{advice}</dd>
    </dl>
  );
}

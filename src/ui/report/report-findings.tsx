import type { Dictionary } from '../../dicom/dictionary';
import { CHECK_WORDS } from '../../review/check-words';
import type { Decision } from '../../review/decisions';
import { SEVERITIES } from '../../review/finding';
import type { FindingGroup, FindingLine, NotedPlace } from '../../session/report';
import { countWords, VERDICT_WORDS } from '../findings/finding-words';
import { placeWords } from '../findings/place-words';
import { SEVERITY_WORDS, SeverityIcon } from '../findings/severity-icon';
import { formatCount, formatCounted } from '../format';
import { useDictionary } from '../use-dictionary';
import styles from './report.module.css';

interface ReportFindingsProps {
  readonly checks: readonly FindingGroup[];
  readonly isMasked: boolean;
}

/** What each check has found, and what the reviewer has said of it. */
export function ReportFindings({ checks, isMasked }: ReportFindingsProps) {
  const dictionary = useDictionary();
  const found = checks.filter(({ findings }) => findings > 0);
  const count = found.reduce((sum, { findings }) => sum + findings, 0);
  return (
    <section>
      <h2>{formatCounted(count, 'finding')}</h2>
      {found.length === 0 ? <p>No check has found anything.</p> : null}
      {found.map((group) => (
        <CheckFindings key={group.check} group={group} dictionary={dictionary} isMasked={isMasked} />
      ))}
    </section>
  );
}

interface CheckFindingsProps {
  readonly group: FindingGroup;
  readonly dictionary: Dictionary | null;
  readonly isMasked: boolean;
}

function CheckFindings({ group, dictionary, isMasked }: CheckFindingsProps) {
  const { check, findings, lines, notes, decision } = group;
  const unlisted = findings - lines.length - notes.reduce((sum, note) => sum + note.findings, 0);
  const { title, rule, source } = CHECK_WORDS[check];
  return (
    <div className={styles.check} data-testid="report-check" data-check={check}>
      <h3>
        {title} <span className={styles.quiet}>{summaryWords(group)}</span>
      </h3>
      <p className={styles.quiet}>{[rule, source].filter(Boolean).join(' ')}</p>
      {decision === null ? null : <p>All of them: {decisionWords(decision)}</p>}
      {lines.length === 0 ? null : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Severity</th>
              <th scope="col">Where</th>
              <th scope="col">{isMasked ? 'Value' : 'What'}</th>
              <th scope="col">In</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              <FindingRow key={index} line={line} dictionary={dictionary} />
            ))}
          </tbody>
        </table>
      )}
      {unlisted === 0 ? null : (
        <p className={styles.quiet}>
          {formatCount(unlisted)} more are in the files that can be saved of this report.
        </p>
      )}
      {notes.length === 0 ? null : (
        <p>
          <SeverityIcon severity="note" /> Notes on{' '}
          {notes.map((note) => noteWords(note, dictionary)).join(', ')}.
        </p>
      )}
    </div>
  );
}

interface FindingRowProps {
  readonly line: FindingLine;
  readonly dictionary: Dictionary | null;
}

function FindingRow({ line, dictionary }: FindingRowProps) {
  const { severity, value, message, counts, example, decision, isDecidedByCheck } = line;
  const { name, tag, around } = placeWords(line, dictionary);
  return (
    <tr>
      <td className={styles.severity}>
        <SeverityIcon severity={severity} />
        <span aria-hidden>{SEVERITY_WORDS[severity]}</span>
      </td>
      <td>
        <span>{[name, tag].filter(Boolean).join(' ') || wholeWords(line)}</span>
        <span className={styles.quiet}>{around}</span>
      </td>
      <td>
        <span className={styles.value}>{value}</span>
        <span className={value === '' ? undefined : styles.quiet}>{message}</span>
        {decision === null ? null : (
          <strong>{isDecidedByCheck ? VERDICT_WORDS[decision.verdict] : decisionWords(decision)}</strong>
        )}
      </td>
      <td>
        <span>{countWords(counts)}</span>
        <span className={styles.quiet}>{example}</span>
      </td>
    </tr>
  );
}

/** Of what is in no place of its own. */
function wholeWords({ counts }: FindingLine): string {
  return counts.files === 0 ? 'The archive' : 'Files as a whole';
}

/** `Study Date (0008,0020)`, with how often where that is more than once. */
function noteWords({ findings, ...place }: NotedPlace, dictionary: Dictionary | null): string {
  const { name, tag, around } = placeWords(place, dictionary);
  const times = findings === 1 ? '' : `× ${formatCount(findings)}`;
  return [name, tag, around, times].filter(Boolean).join(' ');
}

function decisionWords({ verdict, note }: Decision): string {
  return [VERDICT_WORDS[verdict], note].filter(Boolean).join(': ');
}

/** `34: 12 stop, 22 check; 3 accepted` */
function summaryWords({ findings, bySeverity, accepted, flagged }: FindingGroup): string {
  const severities = SEVERITIES.filter((severity) => bySeverity[severity] > 0);
  const counts = severities.map(
    (each) => `${formatCount(bySeverity[each])} ${SEVERITY_WORDS[each].toLowerCase()}`,
  );
  const decided = [
    flagged > 0 ? `${formatCount(flagged)} flagged` : '',
    accepted > 0 ? `${formatCount(accepted)} accepted` : '',
  ].filter(Boolean);
  const words = [counts.join(', '), decided.join(', ')].filter(Boolean).join('; ');
  return `${formatCount(findings)}: ${words}`;
}

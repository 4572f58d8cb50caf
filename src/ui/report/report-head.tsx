import type { Report } from '../../session/report';
import { useVerdict } from '../review/use-verdict';
import { verdictWords } from '../review/verdict-words';
import { formatMoment } from './format-moment';
import styles from './report.module.css';

/** What the review came to, and what that was said with. */
export function ReportHead({ report }: { readonly report: Report }) {
  const verdict = useVerdict();
  const words = verdict === null ? null : verdictWords(verdict);
  return (
    <header className={styles.head}>
      <h1>Review before forwarding</h1>
      <p className={styles.quiet}>{formatMoment(report.date)}</p>
      {words === null ? null : (
        <div className={styles.verdict} data-testid="report-verdict">
          <p>
            <strong>{words.verdict}</strong>
          </p>
          {words.remarks.map((remark) => (
            <p key={remark}>{remark}</p>
          ))}
        </div>
      )}
      {report.masked ? (
        <p className={styles.remark}>
          Values, names of files and pictures are left out of this report. Equal values have the same number;
          a file is named by its place in the archive.
        </p>
      ) : null}
    </header>
  );
}

import { commentOf } from '../../session/report';
import { setReport } from '../../session/report-actions';
import { useSession } from '../../session/store';
import styles from './report-signature.module.css';
import report from './report.module.css';

/** Who has reviewed it, and what they have to say; on paper, with a line to sign on. */
export function ReportSignature() {
  const { reviewer, comment, isMasked } = useSession((session) => session.report);
  const printed = useSession(commentOf);
  return (
    <section className={styles.signature}>
      <h2>Reviewer</h2>
      <div className={styles.fields}>
        <label>
          Name
          <input
            type="text"
            autoComplete="off"
            value={reviewer}
            onChange={({ target }) => setReport({ reviewer: target.value })}
          />
        </label>
        <label>
          Comment
          <textarea
            rows={3}
            autoComplete="off"
            value={comment}
            onChange={({ target }) => setReport({ comment: target.value })}
          />
        </label>
        {isMasked && printed !== comment ? <p className={report.quiet}>In the report: {printed}</p> : null}
        <p className={report.quiet}>Both are in the report alone, and are forgotten with the page.</p>
      </div>
      <div className={styles.printed}>
        {printed === '' ? null : <p className={styles.comment}>{printed}</p>}
        <dl className={styles.lines}>
          <div>
            <dd>{reviewer}</dd>
            <dt>Name</dt>
          </div>
          <div>
            <dd />
            <dt>Date</dt>
          </div>
          <div>
            <dd />
            <dt>Signature</dt>
          </div>
        </dl>
      </div>
    </section>
  );
}

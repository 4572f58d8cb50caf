import { Dialog } from '@base-ui/react/dialog';
import { useEffect, useMemo, useRef } from 'react';
import { reportBodyOf, reportOf, type Report } from '../../session/report';
import { computeMissingDigests, setReport } from '../../session/report-actions';
import { useSession } from '../../session/store';
import { useContentsCheck } from '../review/use-contents-check';
import { ReportArchives } from './report-archives';
import { ReportContentsTable } from './report-contents-table';
import { ReportCoverage } from './report-coverage';
import { ReportExpected } from './report-expected';
import { ReportFindings } from './report-findings';
import { ReportHead } from './report-head';
import { ReportLedger } from './report-ledger';
import './report-print.css';
import { ReportSignature } from './report-signature';
import { ReportToolbar } from './report-toolbar';
import { ReportVersions } from './report-versions';
import styles from './report.module.css';

/** What the review has come to, as a document over the whole page: to be read, printed, saved and signed. */
export function ReportView() {
  const archives = useSession((session) => session.archives);
  const report = useReport();
  const desk = useRef<HTMLDivElement>(null);
  useEffect(computeMissingDigests, [archives]);
  return (
    <Dialog.Root open onOpenChange={() => setReport({ isOpen: false })}>
      <Dialog.Portal>
        <Dialog.Popup
          className={styles.report}
          data-testid="report"
          data-masked={report.masked}
          initialFocus={desk}
        >
          <ReportToolbar />
          {/* With the focus, its keys scroll it: a report is read first. */}
          <div ref={desk} className={styles.desk} role="region" aria-label="Report" tabIndex={0}>
            <article className={styles.sheet}>
              <ReportHead report={report} />
              <ReportArchives report={report} archives={archives} />
              <ReportLedger ledger={report.ledger} />
              <ReportCoverage report={report} />
              <ReportContentsTable report={report} />
              <ReportExpected contents={report.contents} />
              <ReportFindings checks={report.checks} isMasked={report.masked} />
              <ReportVersions versions={report.versions} />
              <ReportSignature />
            </article>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** The larger part is made anew when that changes, and not with every letter that is typed and every byte read. */
function useReport(): Report {
  const archives = useSession((session) => session.archives);
  const catalog = useSession((session) => session.catalog);
  const ledger = useSession((session) => session.ledger);
  const review = useSession((session) => session.review);
  const reviewOptions = useSession((session) => session.reviewOptions);
  const decisions = useSession((session) => session.decisions);
  const seen = useSession((session) => session.seen);
  const isMasked = useSession((session) => session.report.isMasked);
  const contents = useContentsCheck();
  const { findings } = review;
  const body = useMemo(
    () => reportBodyOf({ catalog, ledger, findings, reviewOptions, decisions, seen }, isMasked, contents),
    [catalog, ledger, findings, reviewOptions, decisions, seen, isMasked, contents],
  );
  return useMemo(() => reportOf(body, { archives, review }), [body, archives, review]);
}

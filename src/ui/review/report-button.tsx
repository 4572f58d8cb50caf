import { Download, FileCheck2 } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { setReport } from '../../session/report-actions';
import { useSession } from '../../session/store';
import { Button, IconButton } from '../button';
import { saveReport } from '../report/save-report';

const ReportView = lazy(async () => ({ default: (await import('../report/report-view')).ReportView }));

/** Opens the report on all that is open; saves it without a look at it. */
export function ReportButton() {
  const { isOpen, writing } = useSession((session) => session.report);
  const isWriting = writing.phase === 'waiting' || writing.phase === 'running';
  return (
    <>
      <Button onClick={() => setReport({ isOpen: true })}>
        <FileCheck2 size={16} strokeWidth={1.75} aria-hidden />
        Report
      </Button>
      {/* Where the report is open it has a button of its own for this, and covers the one here. */}
      {isOpen ? null : (
        <IconButton
          icon={Download}
          label="Save the report as JSON"
          data-testid="export-report-json"
          disabled={isWriting}
          onClick={() => void saveReport('json')}
        />
      )}
      {isOpen ? (
        <Suspense>
          <ReportView />
        </Suspense>
      ) : null}
    </>
  );
}

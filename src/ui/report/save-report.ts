import { setReport } from '../../session/report-actions';
import { useSession } from '../../session/store';
import type { ReportForm } from '../../session/write-report';
import { saveFile } from '../save-file';

/** Writes a form of the report, and has the browser save it; the report says where that failed. */
export async function saveReport(form: ReportForm): Promise<void> {
  const { writeReport } = await import('../../session/write-report');
  const file = await writeReport(form);
  if (file !== null) saveFile(file.content, file.name);
  else if (useSession.getState().report.writing.phase === 'failed') setReport({ isOpen: true });
}

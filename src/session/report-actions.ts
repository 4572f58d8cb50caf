import { isOneFile } from './archive-details';
import { isUnderWay, type OpenArchive, type ReportState, type ReportWriting } from './state';
import { useSession } from './store';
import { computeDigest } from './verify-actions';

export function setReport(change: Partial<Omit<ReportState, 'writing'>>): void {
  useSession.setState(({ report }) => ({ report: { ...report, ...change } }));
}

export function setExpectedList(expectedList: string): void {
  useSession.setState({ expectedList });
}

/** Of every archive that is one file and has been read: by its digest it is known which one the report is of. */
export function computeMissingDigests(): void {
  for (const archive of useSession.getState().archives) {
    const isKnown = archive.digest.phase !== 'none';
    if (!isKnown && canHaveDigest(archive) && !isUnderWay(archive.phase)) computeDigest(archive.id);
  }
}

/** Whether it is a file of its own, with bytes to take a digest of. */
export function canHaveDigest({ id, parent, kind }: OpenArchive): boolean {
  return parent === null && kind !== 'files' && isOneFile(id);
}

export function setReportWriting(writing: ReportWriting): void {
  useSession.setState(({ report }) => ({ report: { ...report, writing } }));
}

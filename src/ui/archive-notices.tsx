import { CircleAlert, TriangleAlert, X } from 'lucide-react';
import type { Problem } from '../base/problem';
import { closeArchive } from '../session/archive-actions';
import type { OpenArchive } from '../session/state';
import { useSession } from '../session/store';
import { IconButton } from './button';
import styles from './archive-notices.module.css';
import { problemWords } from './problem-words';

/** What is to be said of an archive as a whole: why it did not open, that it is empty, that its scan was stopped. */
export function ArchiveNotices() {
  const archives = useSession((session) => session.archives);
  return archives.map((archive) => <Notices key={archive.id} archive={archive} />);
}

function Notices({ archive }: { readonly archive: OpenArchive }) {
  const remark = remarkOn(archive);
  return (
    <>
      {archive.problems.map((problem, index) => (
        <ProblemNotice key={index} archive={archive} problem={problem} />
      ))}
      {remark === null ? null : (
        <div className={styles.notice} role="status">
          <CircleAlert size={17} aria-hidden className={styles.quiet} />
          <p>
            <strong>{archive.name}</strong> {remark}
          </p>
        </div>
      )}
    </>
  );
}

function ProblemNotice({ archive, problem }: { readonly archive: OpenArchive; readonly problem: Problem }) {
  const { what, remedy } = problemWords(problem);
  const isFailed = archive.phase === 'failed';
  return (
    <div
      className={styles.notice}
      role="alert"
      data-testid="problem"
      data-code={problem.code}
      data-path={archive.name}
    >
      <TriangleAlert size={17} aria-hidden className={styles.warning} />
      <p>
        <strong>{archive.name}</strong>
        {isFailed ? ' could not be opened. ' : ': '}
        {what} <span className={styles.remedy}>{remedy}</span>
      </p>
      {isFailed ? (
        <IconButton icon={X} label={`Dismiss ${archive.name}`} onClick={() => closeArchive(archive.id)} />
      ) : null}
    </div>
  );
}

function remarkOn({ phase, progress, problems }: OpenArchive): string | null {
  if (phase === 'cancelled')
    return 'was not read to its end: the scan was cancelled. What was read is shown.';
  if (phase !== 'ready') return null;
  if (progress.entries === 0) return 'is empty: there are no files in it.';
  if (progress.dicomDone > 0 || problems.length > 0) return null;
  if (progress.unreadableDone > 0) return 'holds no DICOM file that can be read. The Files tab says why.';
  return 'holds no DICOM files. The Files tab lists what is in it.';
}

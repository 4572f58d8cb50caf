import { CircleAlert, TriangleAlert, X } from 'lucide-react';
import { useState } from 'react';
import type { Problem } from '../base/problem';
import { closeArchive, openOfAnySize } from '../session/archive-actions';
import { nestedInside } from '../session/archives';
import { openLeftClosed } from '../session/nested-archives';
import { askForPassword } from '../session/password-actions';
import type { OpenArchive } from '../session/state';
import { useSession } from '../session/store';
import { archiveRemark } from './archive-remark';
import { archiveTitle } from './archive-words';
import { Button, IconButton } from './button';
import styles from './archive-notices.module.css';
import { problemWords } from './problem-words';

/** More than these are shown when they are asked for: the page is for looking at images. */
const USUALLY_SHOWN = 3;

/** What is to be said of archives as a whole: why one did not open, that one is empty, that a scan was stopped. */
export function ArchiveNotices() {
  const archives = useSession((session) => session.archives);
  // The figures behind a remark are no part of the store: the version says when to look again.
  useSession((session) => session.filesVersion);
  const [isAllShown, setAllShown] = useState(false);
  // One inside another that does not open is about to be a file of it again.
  const listed = archives.filter(({ parent, phase }) => parent === null || phase !== 'failed');
  const problems = listed.flatMap((archive) =>
    archive.problems.map((problem, index) => (
      <ProblemNotice key={`${String(archive.id)}:${String(index)}`} archive={archive} problem={problem} />
    )),
  );
  const shown = isAllShown ? problems : problems.slice(0, USUALLY_SHOWN);
  return (
    <>
      <div className={styles.problems}>{shown}</div>
      {shown.length === problems.length ? null : (
        <div className={styles.notice}>
          <Button onClick={() => setAllShown(true)}>
            Show {String(problems.length - shown.length)} more of archives as a whole
          </Button>
        </div>
      )}
      {archives
        .filter(({ parent }) => parent === null)
        .map((archive) => (
          <Remark
            key={archive.id}
            archive={archive}
            words={archiveRemark(archive, nestedInside(archive.id))}
          />
        ))}
    </>
  );
}

interface RemarkProps {
  readonly archive: OpenArchive;
  readonly words: string | null;
}

function Remark({ archive, words }: RemarkProps) {
  if (words === null) return null;
  return (
    <div className={styles.notice} role="status">
      <CircleAlert size={17} aria-hidden className={styles.quiet} />
      <p>
        <strong>{archive.name}</strong> {words}
      </p>
    </div>
  );
}

interface ProblemNoticeProps {
  readonly archive: OpenArchive;
  readonly problem: Problem;
}

function ProblemNotice({ archive, problem }: ProblemNoticeProps) {
  const { what, remedy } = problemWords(problem);
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
        <strong>{archiveTitle(archive)}</strong>
        {archive.phase === 'failed' ? ' could not be opened. ' : ': '}
        {what} <span className={styles.remedy}>{remedy}</span>
      </p>
      <ProblemAction archive={archive} problem={problem} />
    </div>
  );
}

/** What the reader can do about it here. */
function ProblemAction({ archive: { id, name, phase, lock }, problem: { code } }: ProblemNoticeProps) {
  if (code === 'archive-too-many-entries') {
    return (
      <>
        <Button look="outlined" onClick={() => openOfAnySize(id)}>
          Open anyway
        </Button>
        <IconButton icon={X} label={`Dismiss ${name}`} onClick={() => closeArchive(id)} />
      </>
    );
  }
  if (phase === 'failed')
    return <IconButton icon={X} label={`Dismiss ${name}`} onClick={() => closeArchive(id)} />;
  if (code === 'archive-encrypted' && lock?.phase === 'put-off') {
    return (
      <Button look="outlined" onClick={() => askForPassword(id)}>
        Enter password
      </Button>
    );
  }
  if (code === 'nested-not-opened') {
    return (
      <Button look="outlined" onClick={() => openLeftClosed(id)}>
        Open anyway
      </Button>
    );
  }
  return null;
}

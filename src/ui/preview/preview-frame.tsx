import type { ReactNode } from 'react';
import type { Problem } from '../../base/problem';
import type { FileDescription } from '../../session/files';
import { FILE_KIND_WORDS } from '../../catalog/file-kind-words';
import { formatBytes } from '../format';
import { problemWords } from '../problem-words';
import styles from './preview.module.css';

/** What every way to show a file begins with. */
export interface PreviewOf {
  readonly file: FileDescription;
  readonly problems: readonly Problem[];
}

interface PreviewFrameProps extends PreviewOf {
  /** What else there is to say of the file, beside its kind and its length. */
  readonly facts?: readonly string[];
  readonly children: ReactNode;
}

/** What a file is and what is wrong with it, over what it holds. */
export function PreviewFrame({ file, problems, facts = [], children }: PreviewFrameProps) {
  const kind = file.kind === null ? [] : [FILE_KIND_WORDS[file.kind]];
  return (
    <>
      <p className={styles.facts} data-testid="preview-facts">
        {[...kind, formatBytes(file.bytes), ...facts].join(' · ')}
      </p>
      {problems.map((problem) => {
        const { what, remedy } = problemWords(problem);
        return (
          <p
            key={problem.code}
            className={styles.problem}
            role="status"
            data-testid="problem"
            data-code={problem.code}
            data-path={problem.where}
          >
            {what} {remedy}
          </p>
        );
      })}
      {children}
    </>
  );
}

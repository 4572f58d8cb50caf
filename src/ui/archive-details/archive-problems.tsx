import { TriangleAlert } from 'lucide-react';
import type { OpenArchive } from '../../session/state';
import { problemWords } from '../problem-words';
import styles from './archive-details.module.css';

/** What is wrong with the archive as a whole. */
export function ArchiveProblems({ archive: { problems } }: { readonly archive: OpenArchive }) {
  if (problems.length === 0) return null;
  return (
    <ul className={styles.problems} aria-label="Problems of the archive">
      {problems.map((problem, index) => {
        const { what, remedy } = problemWords(problem);
        return (
          <li key={index}>
            <TriangleAlert size={15} aria-hidden className={styles.bad} />
            <span>
              {what} <span className={styles.quiet}>{remedy}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

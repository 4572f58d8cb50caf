import type { Problem } from '../../base/problem';
import { problemWords } from '../problem-words';
import styles from './document-view.module.css';

/** While a document is on its way (null), or why it does not come. */
export function DocumentStatus({ problem }: { readonly problem: Problem | null }) {
  if (problem === null) return <p className={styles.note}>Loading</p>;
  return (
    <p className={styles.note} role="status" data-testid="problem" data-code={problem.code}>
      {problemWords(problem).what}
    </p>
  );
}

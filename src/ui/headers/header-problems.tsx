import { useState } from 'react';
import type { Problem } from '../../base/problem';
import { formatCount } from '../format';
import { problemWords } from '../problem-words';
import styles from './header-problems.module.css';

/** As many are always shown: a header that is wrong throughout would leave no room for itself. */
const FEW = 1;

/** What is wrong with a header as a whole, and with each of its elements. */
export function HeaderProblems({ problems }: { readonly problems: readonly Problem[] }) {
  const [isOpen, setOpen] = useState(false);
  const isLong = problems.length > FEW;
  if (problems.length === 0) return null;
  return (
    <div className={styles.problems}>
      <ul className={styles.list} aria-label="Problems of this header" {...(isOpen && { tabIndex: 0 })}>
        {problems.slice(0, isOpen ? problems.length : FEW).map((problem, index) => (
          <li key={index} data-testid="problem" data-code={problem.code} data-path={problem.where}>
            {problemWords(problem).what}
          </li>
        ))}
      </ul>
      {isLong ? (
        <button type="button" className={styles.more} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Fewer' : `${formatCount(problems.length - FEW)} more`}
        </button>
      ) : null}
    </div>
  );
}

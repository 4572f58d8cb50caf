import type { ReactNode } from 'react';
import { ProgressBar } from '../progress-bar';
import styles from './archive-details.module.css';

interface CheckCardProps {
  readonly title: string;
  /** What there is to say of it now: what it is for, how far it is, what came out. */
  readonly children: ReactNode;
  readonly action: ReactNode;
  /** From 0 to 1 while the check is under way. */
  readonly fraction?: number;
}

/** Something that can be checked of an archive, with the button that does it. */
export function CheckCard({ title, children, action, fraction }: CheckCardProps) {
  return (
    <div className={styles.card}>
      <div className={styles.cardWords}>
        <h4 className={styles.cardTitle}>{title}</h4>
        <div className={styles.cardState}>{children}</div>
      </div>
      {action}
      {fraction === undefined ? null : (
        <ProgressBar className={styles.progress} fraction={fraction} label={title} />
      )}
    </div>
  );
}

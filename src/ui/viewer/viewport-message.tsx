import { ImageOff } from 'lucide-react';
import type { ViewportPhase } from '../../session/state';
import { problemWords } from '../problem-words';
import styles from './viewport-message.module.css';

interface ViewportMessageProps {
  readonly status: ViewportPhase;
  readonly hasImage: boolean;
}

/** What the viewport says when there is no image to see. */
export function ViewportMessage({ status, hasImage }: ViewportMessageProps) {
  switch (status.phase) {
    case 'empty':
      return <p className={styles.message}>Select a series to see its images</p>;
    case 'loading':
      return hasImage ? null : <p className={`${styles.message ?? ''} ${styles.late ?? ''}`}>Loading</p>;
    case 'ready':
    case 'object':
      return null;
    case 'failed': {
      const { what, remedy } = problemWords(status.problem);
      return (
        <div
          className={styles.message}
          role="status"
          data-testid="problem"
          data-code={status.problem.code}
          data-path={status.problem.where}
        >
          <ImageOff size={36} strokeWidth={1.25} aria-hidden />
          <p className={styles.what}>{what}</p>
          <p>{remedy}</p>
        </div>
      );
    }
  }
}

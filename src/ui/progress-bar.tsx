import styles from './progress-bar.module.css';

interface ProgressBarProps {
  /** What is under way. */
  readonly label: string;
  /** From 0 to 1. */
  readonly fraction: number;
  /** Its width, and its place among its neighbours. */
  readonly className: string | undefined;
}

export function ProgressBar({ label, fraction, className }: ProgressBarProps) {
  return (
    <progress className={`${styles.bar ?? ''} ${className ?? ''}`} value={fraction} aria-label={label} />
  );
}

import styles from './count-button.module.css';
import { formatCount } from './format';

interface CountButtonProps {
  readonly label: string;
  readonly count: number;
  readonly isOn: boolean;
  readonly onClick: () => void;
}

/** Narrows a list to some of what is in it, and says how many that are. */
export function CountButton({ label, count, isOn, onClick }: CountButtonProps) {
  return (
    <button type="button" className={styles.button} aria-pressed={isOn} onClick={onClick}>
      {label} <span className={styles.count}>{formatCount(count)}</span>
    </button>
  );
}

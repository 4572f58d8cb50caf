import { Minus, Plus } from 'lucide-react';
import { IconButton } from '../button';
import styles from './step-buttons.module.css';

interface StepButtonsProps {
  /** What the buttons change, in words. */
  readonly value: string;
  readonly less: string;
  readonly more: string;
  readonly onLess: () => void;
  /** Null: there is no more. */
  readonly onMore: (() => void) | null;
}

/** A value with a button to either side. */
export function StepButtons({ value, less, more, onLess, onMore }: StepButtonsProps) {
  return (
    <span className={styles.steps}>
      <IconButton icon={Minus} label={less} onClick={onLess} />
      <span className={styles.value} aria-live="polite">
        {value}
      </span>
      <IconButton icon={Plus} label={more} disabled={onMore === null} onClick={onMore ?? undefined} />
    </span>
  );
}

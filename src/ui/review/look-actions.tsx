import { Check, ChevronLeft, ChevronRight, Flag } from 'lucide-react';
import type { RefObject } from 'react';
import { isSeen, type Look } from '../../review/look-queue';
import { isFlagged, markSeen, markUnseen, setFlagged, stepLook } from '../../session/look-actions';
import { useSession } from '../../session/store';
import { Button } from '../button';
import styles from './look.module.css';

interface LookActionsProps {
  readonly look: Look;
  /** Of how many it is which, from 0. */
  readonly index: number;
  readonly count: number;
  readonly seenButton: RefObject<HTMLButtonElement | null>;
}

/** What the reviewer says of a series, and the ways to the others. */
export function LookActions({ look, index, count, seenButton }: LookActionsProps) {
  const hasFlag = useSession((session) => isFlagged(look, session));
  const wasSeen = useSession(({ seen }) => isSeen(look.series, seen));
  return (
    <div className={styles.actions}>
      <Button look="outlined" disabled={index === 0} onClick={() => stepLook(-1)}>
        <ChevronLeft size={16} aria-hidden />
        Previous
      </Button>
      <Button look="outlined" disabled={index === count - 1} onClick={() => stepLook(1)}>
        Next
        <ChevronRight size={16} aria-hidden />
      </Button>
      <span className={styles.space} />
      {wasSeen ? (
        <Button
          onClick={() => {
            markUnseen(look);
            // This button goes.
            seenButton.current?.focus();
          }}
        >
          <Check size={16} aria-hidden />
          Seen: undo
        </Button>
      ) : null}
      <Button
        className={styles.flag}
        look="outlined"
        aria-pressed={hasFlag}
        aria-keyshortcuts="F"
        onClick={() => setFlagged(look, !hasFlag)}
      >
        <Flag size={16} aria-hidden />
        {hasFlag ? 'Flagged' : 'Flag'}
        <kbd>F</kbd>
      </Button>
      <Button ref={seenButton} look="primary" aria-keyshortcuts="S" onClick={() => markSeen(look)}>
        <Check size={16} aria-hidden />
        Seen
        <kbd>S</kbd>
      </Button>
    </div>
  );
}

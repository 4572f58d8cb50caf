import { GitCompareArrows, Pin } from 'lucide-react';
import { MAX_PINS, pinShownHeader, setComparisonOpen, unpinHeader } from '../../session/compare-actions';
import { useSession } from '../../session/store';
import { Button, IconButton } from '../button';
import { formatCount } from '../format';
import styles from './pin-button.module.css';
import { useComparedHeaders } from './use-compared-headers';

/** Pins the header that is shown, so that it can be compared with others; and the way to their comparison. */
export function PinButton() {
  const pins = useSession((session) => session.pins);
  const shownFile = useSession(({ header }) => (header.phase === 'ready' ? header.file : null));
  const isPinned = pins.some(({ file }) => file === shownFile);
  const isFull = !isPinned && pins.length >= MAX_PINS;
  return (
    <>
      <IconButton
        icon={Pin}
        label={
          isFull ? `${formatCount(MAX_PINS)} headers are pinned already` : 'Pin this header to compare it'
        }
        aria-pressed={isPinned}
        disabled={shownFile === null || isFull}
        onClick={() => (isPinned && shownFile !== null ? unpinHeader(shownFile) : pinShownHeader())}
      />
      {pins.length === 0 ? null : <CompareButton />}
    </>
  );
}

function CompareButton() {
  const { length } = useComparedHeaders();
  const count = `(${formatCount(length)})`;
  return (
    <Button
      className={styles.compare}
      aria-label={`Compare ${count}`}
      disabled={length < 2}
      title={length < 2 ? 'Open another header to compare the pinned one with' : undefined}
      onClick={() => setComparisonOpen(true)}
    >
      <GitCompareArrows size={17} strokeWidth={1.75} aria-hidden />
      <span className={styles.word}>Compare</span>
      {count}
    </Button>
  );
}

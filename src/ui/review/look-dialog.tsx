import { useEffect, useRef, type RefObject } from 'react';
import { isSeen, type Look } from '../../review/look-queue';
import { closeLooks, isFlagged, looksOf, markSeen, setFlagged, stepLook } from '../../session/look-actions';
import { forgetPictures } from '../../session/look-pictures';
import { useSession } from '../../session/store';
import { AppDialog } from '../app-dialog';
import { Button } from '../button';
import { formatCount } from '../format';
import { LookActions } from './look-actions';
import { LookHead } from './look-head';
import { LookPictures } from './look-pictures';
import styles from './look-dialog.module.css';

/** The series whose pictures need eyes, one after the other. */
export function LookDialog() {
  const isOpen = useSession(({ look }) => look.phase !== 'closed');
  const looks = useSession(looksOf);
  const seenButton = useRef<HTMLButtonElement>(null);
  const index = useLookIndex();
  const current = looks[index] ?? null;
  useLookKeys(current, seenButton);
  useEffect(() => forgetPictures, []);
  return (
    <AppDialog
      title="Pictures to look at"
      size="wide"
      testId="look-dialog"
      initialFocus={seenButton}
      isOpen={isOpen}
      onOpenChange={closeLooks}
    >
      <div className={styles.body}>
        {current === null ? (
          <NothingLeft count={looks.length} />
        ) : (
          <>
            <LookHead look={current} index={index} count={looks.length} />
            <LookPictures key={current.series.key} look={current} />
            <LookActions look={current} index={index} count={looks.length} seenButton={seenButton} />
          </>
        )}
      </div>
    </AppDialog>
  );
}

/** Which of them is looked at; of one that is none of them any more, the next that has not been seen. */
function useLookIndex(): number {
  const look = useSession((session) => session.look);
  const looks = useSession(looksOf);
  const seen = useSession((session) => session.seen);
  if (look.phase !== 'open') return -1;
  const index = looks.findIndex(({ series }) => series.key === look.seriesKey);
  return index >= 0 ? index : looks.findIndex(({ series }) => !isSeen(series, seen));
}

function NothingLeft({ count }: { readonly count: number }) {
  const button = useRef<HTMLButtonElement>(null);
  // What had the focus is gone.
  useEffect(() => button.current?.focus(), []);
  return (
    <div className={styles.nothingLeft} role="status">
      <p>{doneWords(count)}</p>
      <Button ref={button} look="primary" onClick={closeLooks}>
        Back to the findings
      </Button>
    </div>
  );
}

function doneWords(count: number): string {
  if (count === 0) return 'There is nothing to look at any more.';
  return count === 1
    ? 'The series has been looked at.'
    : `All ${formatCount(count)} series have been looked at.`;
}

/** Wherever the focus is in the dialog, which keeps arrows from the window; a button takes Enter for itself. */
function useLookKeys(look: Look | null, seenButton: RefObject<HTMLButtonElement | null>): void {
  useEffect(() => {
    if (look === null) return;
    const actions: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => stepLook(-1),
      ArrowRight: () => stepLook(1),
      s: () => markSeen(look),
      f: () => setFlagged(look, !isFlagged(look, useSession.getState())),
    };
    function onKeyDown(event: KeyboardEvent): void {
      const { key, altKey, ctrlKey, metaKey, target } = event;
      if (altKey || ctrlKey || metaKey) return;
      const isOnControl = target instanceof Element && target.closest('button, a') !== null;
      const action =
        key === 'Enter' && !isOnControl ? actions['s'] : actions[key.length === 1 ? key.toLowerCase() : key];
      if (action === undefined) return;
      event.preventDefault();
      action();
      seenButton.current?.focus();
    }
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, [look, seenButton]);
}

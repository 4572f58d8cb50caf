import { SlidersHorizontal } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useSession } from '../../session/store';
import { Button } from '../button';
import styles from './options-button.module.css';
import { optionsSummary } from './options-words';

const OptionsDialog = lazy(async () => ({ default: (await import('./options-dialog')).OptionsDialog }));

/** What the reviewer says of the transfer; shows where that is anything. */
export function OptionsButton() {
  const [isOpen, setIsOpen] = useState(false);
  const summary = useSession(({ reviewOptions }) => optionsSummary(reviewOptions));
  return (
    <>
      <Button data-testid="review-options" onClick={() => setIsOpen(true)}>
        <SlidersHorizontal size={15} aria-hidden />
        Options
        {summary === '' ? null : <span className={styles.summary}>{summary}</span>}
      </Button>
      {isOpen ? (
        <Suspense>
          <OptionsDialog onClose={() => setIsOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

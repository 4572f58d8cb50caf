import { useState } from 'react';
import { DEFAULT_OPTIONS } from '../../review/review-options';
import { setReviewOptions } from '../../session/review-actions';
import { AppDialog } from '../app-dialog';
import { Button } from '../button';
import styles from './options-dialog.module.css';
import { OptionsFile } from './options-file';
import { ProfileOptions } from './profile-options';
import { TransferOptions } from './transfer-options';

/** What the transfer allows and is expected to hold, and what to look for in it. */
export function OptionsDialog({ onClose }: { readonly onClose: () => void }) {
  // What is being typed belongs to the fields; other options give new ones.
  const [generation, setGeneration] = useState(0);
  const renewFields = (): void => setGeneration(generation + 1);
  return (
    <AppDialog
      title="What this transfer may hold"
      size="large"
      testId="review-options-dialog"
      isOpen
      onOpenChange={onClose}
    >
      <div className={styles.body}>
        <ProfileOptions />
        <TransferOptions key={generation} />
      </div>
      <div className={styles.foot}>
        <OptionsFile onOpened={renewFields} />
        <Button
          look="outlined"
          onClick={() => {
            setReviewOptions(DEFAULT_OPTIONS);
            renewFields();
          }}
        >
          Reset
        </Button>
        <span className={styles.space} />
        <Button look="primary" onClick={onClose}>
          Done
        </Button>
      </div>
    </AppDialog>
  );
}

import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import button from './button.module.css';
import styles from './dialog.module.css';

interface AppDialogProps {
  readonly title: string;
  /** `large`: as high as the page, for something to look at; `wide`: as wide too, for columns. */
  readonly size?: 'large' | 'wide';
  readonly testId?: string;
  /** What has the focus at first; default: the first control. */
  readonly initialFocus?: RefObject<HTMLElement | null>;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly children: ReactNode;
}

/** A window over the page with a title and a way out: Escape, the cross, or a click beside it. */
export function AppDialog(props: AppDialogProps) {
  const { title, size, testId, initialFocus, isOpen, onOpenChange, children } = props;
  return (
    <Dialog.Root open={isOpen} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup
          className={styles.popup}
          data-size={size}
          data-testid={testId}
          initialFocus={initialFocus}
        >
          <div className={styles.head}>
            <Dialog.Title className={styles.title}>{title}</Dialog.Title>
            <Dialog.Close className={`${button.button ?? ''} ${button.icon ?? ''}`} aria-label="Close">
              <X size={17} strokeWidth={1.75} aria-hidden />
            </Dialog.Close>
          </div>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

import { X } from 'lucide-react';
import { IconButton } from './button';
import styles from './drop-target.module.css';
import type { ListingProgress } from './dropped-files';
import { formatCount, formatCounted } from './format';
import { someOf } from './some-of';

export type DropState =
  | { readonly phase: 'none' }
  | { readonly phase: 'listing'; readonly progress: ListingProgress }
  /** Not all that was dropped could be had. */
  | { readonly phase: 'listed'; readonly files: number; readonly leftOut: readonly string[] };

interface DropStatusProps {
  readonly drop: DropState;
  readonly onDismiss: () => void;
}

const EXAMPLES = 3;

/** That a large folder is still being listed, and what could not be opened of a drop. */
export function DropStatus({ drop, onDismiss }: DropStatusProps) {
  if (drop.phase === 'none') return null;
  if (drop.phase === 'listing') {
    return (
      <div className={styles.status} role="status">
        Listing what was dropped: {formatCount(drop.progress.filesDone)} of{' '}
        {formatCounted(drop.progress.files, 'file')}
      </div>
    );
  }
  return (
    <div className={styles.status} role="alert">
      <p>{wordsOf(drop.files, drop.leftOut)}</p>
      <IconButton icon={X} label="Dismiss" onClick={onDismiss} />
    </div>
  );
}

function wordsOf(files: number, leftOut: readonly string[]): string {
  if (leftOut.length === 0) return 'There are no files in what was dropped.';
  const count = formatCounted(leftOut.length, 'file or folder', 'files or folders');
  const which = someOf(leftOut.slice(0, EXAMPLES), leftOut.length);
  const rest = files === 0 ? '' : ' Everything else was opened.';
  return `This browser may not read ${count} of what was dropped: ${which}.${rest}`;
}

import { useEffect, useState, type ReactNode } from 'react';
import { openFiles } from '../session/open-files';
import { DropStatus, type DropState } from './drop-status';
import styles from './drop-target.module.css';
import { listDropped } from './dropped-files';

/** The whole window takes a drop, on every screen and over every dialog. */
export function DropTarget({ children }: { readonly children: ReactNode }) {
  const [isOver, setIsOver] = useState(false);
  const [drop, setDrop] = useState<DropState>({ phase: 'none' });

  useEffect(() => {
    // dragenter and dragleave come for every element on the way; their balance says whether the window is left.
    let depth = 0;
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
    const onEnter = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      depth++;
      setIsOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      depth--;
      if (depth === 0) setIsOver(false);
    };
    const onOver = (event: DragEvent): void => {
      event.preventDefault();
    };
    const onDrop = (event: DragEvent): void => {
      event.preventDefault();
      depth = 0;
      setIsOver(false);
      if (hasFiles(event)) void openDropped(event.dataTransfer?.items ?? [], setDrop);
    };
    window.addEventListener('dragenter', onEnter);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('dragover', onOver);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragenter', onEnter);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('drop', onDrop);
    };
  }, []);

  return (
    <>
      {children}
      <DropStatus drop={drop} onDismiss={() => setDrop({ phase: 'none' })} />
      {isOver ? <div className={styles.veil}>Drop to open</div> : null}
    </>
  );
}

async function openDropped(
  items: Iterable<DataTransferItem>,
  setDrop: (drop: DropState) => void,
): Promise<void> {
  const { files, leftOut } = await listDropped(items, (progress) => setDrop({ phase: 'listing', progress }));
  openFiles(files);
  const isAsExpected = files.length > 0 && leftOut.length === 0;
  setDrop(isAsExpected ? { phase: 'none' } : { phase: 'listed', files: files.length, leftOut });
}

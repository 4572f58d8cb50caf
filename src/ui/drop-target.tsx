import { useEffect, useState, type ReactNode } from 'react';
import { openFiles } from '../session/open-files';
import styles from './drop-target.module.css';

/** The whole window takes a drop, on every screen. */
export function DropTarget({ children }: { readonly children: ReactNode }) {
  const [isOver, setIsOver] = useState(false);

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
      const dropped = [...(event.dataTransfer?.items ?? [])].map((item) => ({
        file: item.getAsFile(),
        isFolder: item.webkitGetAsEntry()?.isDirectory === true,
      }));
      openFiles(
        dropped.flatMap(({ file, isFolder }) =>
          file === null || isFolder ? [] : [{ path: file.name, file }],
        ),
      );
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
      {isOver ? <div className={styles.veil}>Drop to open</div> : null}
    </>
  );
}

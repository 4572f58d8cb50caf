import { useVirtualizer } from '@tanstack/react-virtual';
import { FileText, X } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { imageAt, imageCount } from '../../session/images';
import { IMAGE_THUMBNAIL_SIDE_PIXELS } from '../../session/image-thumbnails';
import type { ImageRef } from '../../session/state';
import { setContactSheetOpen } from '../../session/view-actions';
import { showImage } from '../../session/viewport-actions';
import { IconButton } from '../button';
import { formatCount } from '../format';
import { ThumbnailPicture } from '../thumbnail-picture';
import { useActiveStack, useActiveViewport } from '../use-viewport';
import styles from './contact-sheet.module.css';
import { useColumns } from './use-columns';
import { useImageThumbnail } from './use-image-thumbnail';

const CELL_PIXELS = 132;
const CLOSING_KEYS = ['Escape', 'Enter', ' '];

/** All images that the active viewport goes through, small: one that is chosen is shown. */
export function ContactSheet() {
  const stack = useActiveStack((each) => each);
  const shownIndex = useActiveViewport((viewport) => viewport.imageIndex);
  const scroller = useRef<HTMLDivElement>(null);
  const columns = useColumns(scroller, CELL_PIXELS);
  const count = stack === null ? 0 : imageCount(stack);
  const virtualizer = useVirtualizer({
    count: Math.ceil(count / columns),
    getScrollElement: () => scroller.current,
    estimateSize: () => CELL_PIXELS,
    overscan: 1,
  });
  const shownRow = Math.floor(shownIndex / columns);
  const movingTo = useRef<number | null>(shownIndex);

  useEffect(() => {
    if (count > 0) virtualizer.scrollToIndex(shownRow);
  }, [virtualizer, shownRow, count]);

  // The cell that was scrolled to may come with a later rendering; an effect of an earlier one may come late.
  useEffect(() => {
    const cell = scroller.current?.querySelector<HTMLElement>('[aria-selected=true]');
    if (movingTo.current !== shownIndex || !cell) return;
    movingTo.current = null;
    cell.focus({ preventScroll: true });
  });

  function onKeyDown(event: KeyboardEvent): void {
    const moves: Readonly<Record<string, number>> = {
      ArrowLeft: shownIndex - 1,
      ArrowRight: shownIndex + 1,
      ArrowUp: shownIndex - columns,
      ArrowDown: shownIndex + columns,
      Home: 0,
      End: count - 1,
    };
    const index = moves[event.key];
    if (index !== undefined) {
      movingTo.current = Math.max(0, Math.min(count - 1, index));
      showImage(index);
    } else if (CLOSING_KEYS.includes(event.key)) setContactSheetOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className={styles.sheet} data-testid="contact-sheet" data-images={count}>
      <div className={styles.head}>
        <span>{formatCount(count)} images</span>
        <IconButton icon={X} label="Close the contact sheet" onClick={() => setContactSheetOpen(false)} />
      </div>
      <div
        ref={scroller}
        className={styles.scroller}
        role="listbox"
        aria-label="Images"
        onKeyDown={onKeyDown}
      >
        <div className={styles.rows} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((row) => (
            <div
              key={row.key}
              role="presentation"
              className={styles.row}
              style={{
                gridTemplateColumns: `repeat(${String(columns)}, 1fr)`,
                transform: `translateY(${String(row.start)}px)`,
              }}
            >
              {stack === null
                ? null
                : Array.from({ length: columns }, (_, column) => row.index * columns + column).map(
                    (index) => {
                      const image = imageAt(stack, index);
                      return image === null ? null : (
                        <Cell
                          key={`${String(image.file)}:${String(image.frameIndex)}`}
                          image={image}
                          index={index}
                          isShown={index === shownIndex}
                        />
                      );
                    },
                  )}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

interface CellProps {
  readonly image: ImageRef;
  /** Of the image in the stack, from 0. */
  readonly index: number;
  readonly isShown: boolean;
}

function Cell({ image, index, isShown }: CellProps) {
  const picture = useImageThumbnail(image);
  return (
    <button
      type="button"
      role="option"
      aria-selected={isShown}
      aria-label={`Image ${String(index + 1)}`}
      tabIndex={isShown ? 0 : -1}
      className={styles.cell}
      data-phase={picture.phase}
      onClick={() => {
        showImage(index);
        setContactSheetOpen(false);
      }}
    >
      {picture.phase === 'ready' ? (
        <ThumbnailPicture thumbnail={picture.thumbnail} sidePixels={IMAGE_THUMBNAIL_SIDE_PIXELS} />
      ) : (
        <FileText size={24} strokeWidth={1.25} aria-hidden />
      )}
      <span className={styles.number}>{index + 1}</span>
    </button>
  );
}

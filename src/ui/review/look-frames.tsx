import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { Stack } from '../../catalog/stack';
import type { Look } from '../../review/look-queue';
import { imageCount } from '../../session/images';
import { showInViewer } from '../../session/look-pictures';
import { placedImage } from '../../session/look-images';
import { useColumns } from '../contact-sheet/use-columns';
import styles from './look-frames.module.css';
import { LookPicture } from './look-picture';

const CELL_PIXELS = 320;
const ROW_PIXELS = 300;
/** As sharp as a cell is wide, with some to spare for displays of a higher resolution. */
const SIDE_PIXELS = 512;

/** Every frame of a series, as many as there is room for. */
export function LookFrames({ look, stack }: { readonly look: Look; readonly stack: Stack }) {
  const scroller = useRef<HTMLDivElement>(null);
  const columns = useColumns(scroller, CELL_PIXELS);
  const count = imageCount(stack);
  const virtualizer = useVirtualizer({
    count: Math.ceil(count / columns),
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PIXELS,
    overscan: 1,
  });
  return (
    <div ref={scroller} className={styles.scroller} role="group" aria-label="Every frame" tabIndex={0}>
      <div className={styles.rows} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((row) => (
          <div
            key={row.key}
            className={styles.row}
            style={{
              gridTemplateColumns: `repeat(${String(columns)}, minmax(0, 1fr))`,
              height: ROW_PIXELS,
              transform: `translateY(${String(row.start)}px)`,
            }}
          >
            {Array.from({ length: columns }, (_, column) =>
              placedImage(stack, row.index * columns + column),
            ).map((placed) =>
              placed === null ? null : (
                <LookPicture
                  key={placed.index}
                  {...placed}
                  count={count}
                  sidePixels={SIDE_PIXELS}
                  onOpen={() => showInViewer(look.series, placed.image)}
                />
              ),
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

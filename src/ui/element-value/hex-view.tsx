import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { ElementAddress } from '../../session/value-actions';
import { Button } from '../button';
import { formatBytes } from '../format';
import { formatHexRow } from '../preview/hex-dump';
import { problemWords } from '../problem-words';
import { useIsNarrow } from '../use-is-narrow';
import styles from './element-value.module.css';
import { PIECE_BYTES, useValueBytes } from './use-value-bytes';

const ROW_HEIGHT = 18;
/** So much is scrolled through at once: the rows of more are higher than what a browser can scroll. */
const SECTION_BYTES = 4 << 20;

/** The bytes of a value in rows: offset in the value, bytes, characters. Only those in sight are read. */
export function HexView({ address }: { readonly address: ElementAddress }) {
  const bytesPerRow = useIsNarrow() ? 8 : 16;
  const [section, setSection] = useState(0);
  const { totalBytes, pieces, problem, request } = useValueBytes(address);
  const sectionStart = section * SECTION_BYTES;
  const sectionBytes = Math.min(SECTION_BYTES, (totalBytes ?? PIECE_BYTES) - sectionStart);

  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: Math.ceil(sectionBytes / bytesPerRow),
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 20,
  });
  const rows = virtualizer.getVirtualItems();
  const pieceOf = (row: number): number => Math.floor((sectionStart + row * bytesPerRow) / PIECE_BYTES);
  const firstPiece = pieceOf(rows[0]?.index ?? 0);
  const lastPiece = pieceOf(rows.at(-1)?.index ?? 0);

  useEffect(() => {
    request(firstPiece, lastPiece);
  }, [request, firstPiece, lastPiece]);

  function go(to: number): void {
    setSection(to);
    virtualizer.scrollToOffset(0);
  }

  if (problem !== null) return <p className={styles.problem}>{problemWords(problem).what}</p>;
  if (totalBytes === 0) return <p className={styles.empty}>Empty: the element is there, without a value</p>;
  const sections = Math.ceil((totalBytes ?? 0) / SECTION_BYTES);
  return (
    <>
      <div ref={scroller} className={styles.scroller} role="region" tabIndex={0} aria-label="Bytes">
        <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {rows.map((item) => {
            const offset = sectionStart + item.index * bytesPerRow;
            const start = offset % PIECE_BYTES;
            const bytes = pieces.get(pieceOf(item.index))?.subarray(start, start + bytesPerRow);
            const row = formatHexRow(bytes ?? new Uint8Array(), offset, bytesPerRow);
            return (
              <div
                key={item.key}
                className={styles.hexRow}
                style={{ transform: `translateY(${String(item.start)}px)`, height: ROW_HEIGHT }}
                data-testid="hex-row"
                data-offset={offset}
              >
                <span className={styles.offset}>{row.offset}</span> <span>{row.hex}</span>{' '}
                <span className={styles.characters}>{row.characters}</span>
              </div>
            );
          })}
        </div>
      </div>
      {sections > 1 ? (
        <div className={styles.sections}>
          <Button disabled={section === 0} onClick={() => go(section - 1)}>
            Before
          </Button>
          <span>
            {formatBytes(sectionStart)} to {formatBytes(sectionStart + sectionBytes)} of{' '}
            {formatBytes(totalBytes ?? 0)}
          </span>
          <Button disabled={section === sections - 1} onClick={() => go(section + 1)}>
            After
          </Button>
        </div>
      ) : null}
    </>
  );
}

import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, type ReactNode } from 'react';
import { formatCount } from '../format';
import styles from './element-value.module.css';
import { textPieces } from './value-pieces';

/** More lines are higher than what a browser can scroll. */
const MAX_VALUES = 500_000;

const LINE_HEIGHT = 20;
/** About that of a full piece; its true height is measured when it comes in sight. */
const PIECE_HEIGHT = 10_000;

interface ValueTextViewProps {
  readonly values: readonly string[];
  /** There is more of the value than these. */
  readonly isCut: boolean;
}

/** A value in full: a single one as its text, several one below the other with their numbers. */
export function ValueTextView({ values, isCut }: ValueTextViewProps) {
  const [first = ''] = values;
  const shown = values.length > MAX_VALUES ? values.slice(0, MAX_VALUES) : values;
  return (
    <>
      {values.length > 1 ? <ValueList values={shown} /> : <LongText text={first} />}
      {isCut || shown !== values ? (
        <p className={styles.note}>
          {values.length > 1
            ? `Only the first ${formatCount(shown.length)} values are listed`
            : 'Only the first 16 MB are shown'}
          ; the bytes of all are under Hex.
        </p>
      ) : null}
    </>
  );
}

function ValueList({ values }: { readonly values: readonly string[] }) {
  const digits = String(values.length).length;
  return (
    <VirtualRows
      label={`${formatCount(values.length)} values`}
      role="list"
      count={values.length}
      heightPixels={LINE_HEIGHT}
      rowAt={(index) => (
        <div className={styles.listed}>
          <span className={styles.listNumber} style={{ width: `${String(digits)}ch` }}>
            {index + 1}
          </span>
          <span>{values[index]}</span>
        </div>
      )}
    />
  );
}

function LongText({ text }: { readonly text: string }) {
  const pieces = useMemo(() => textPieces(text), [text]);
  if (pieces.length === 0)
    return <p className={styles.empty}>Empty: the element is there, without a value</p>;
  return (
    <VirtualRows
      label="Value"
      role="region"
      count={pieces.length}
      heightPixels={pieces.length > 1 ? PIECE_HEIGHT : LINE_HEIGHT}
      rowAt={(index) => <div className={styles.text}>{pieces[index]}</div>}
    />
  );
}

interface VirtualRowsProps {
  readonly label: string;
  readonly role: 'list' | 'region';
  readonly count: number;
  /** Of most rows. */
  readonly heightPixels: number;
  readonly rowAt: (index: number) => ReactNode;
}

function VirtualRows({ label, role, count, heightPixels, rowAt }: VirtualRowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => heightPixels,
    overscan: 2,
  });
  return (
    <div ref={scroller} className={styles.scroller} role="region" tabIndex={0} aria-label={label}>
      <div
        style={{ height: virtualizer.getTotalSize(), position: 'relative' }}
        {...(role === 'list' && { role: 'list' })}
      >
        {virtualizer.getVirtualItems().map((item) => (
          <div
            key={item.key}
            ref={virtualizer.measureElement}
            data-index={item.index}
            className={styles.virtualRow}
            style={{ transform: `translateY(${String(item.start)}px)` }}
            {...(role === 'list' && {
              role: 'listitem',
              'aria-posinset': item.index + 1,
              'aria-setsize': count,
            })}
          >
            {rowAt(item.index)}
          </div>
        ))}
      </div>
    </div>
  );
}

import { useVirtualizer } from '@tanstack/react-virtual';
import { X } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { MISSING } from '../../catalog/attribute-table';
import { describeFile } from '../../session/files';
import type { VariationTable, VariedAttribute } from '../../session/variation-table';
import { IconButton } from '../button';
import { formatCount } from '../format';
import { useRowFocus } from '../use-row-focus';
import styles from './instance-values.module.css';
import { itemWords } from './variation-words';

const ROW_HEIGHT = 24;

interface InstanceValuesProps {
  readonly table: VariationTable;
  readonly attribute: VariedAttribute;
  readonly onOpenInstance: (instance: number) => void;
  readonly onClose: () => void;
}

/** The values of one attribute, instance by instance. */
export function InstanceValues({ table, attribute, onOpenInstance, onClose }: InstanceValuesProps) {
  const { files, values } = table;
  const { cells, tag, name, path } = attribute;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: files.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  const keys = useMemo(() => files.map((_, index) => String(index)), [files]);
  const { focusedKey, handleKey } = useRowFocus({
    keys,
    initialKey: null,
    scroller,
    scrollToIndex: (index) => virtualizer.scrollToIndex(index),
  });
  const isJumping = attribute.variation.pattern.kind === 'jumps';
  const title = [tag, name, itemWords(path)].filter(Boolean).join(' ');

  return (
    <section className={styles.values} aria-label={`Values of ${title}`}>
      <div className={styles.head}>
        <h3 className={styles.title}>{title}</h3>
        <IconButton icon={X} label="Close the values" onClick={onClose} />
      </div>
      <div
        ref={scroller}
        className={styles.scroller}
        role="grid"
        aria-label={title}
        aria-rowcount={files.length}
      >
        <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }} role="rowgroup">
          {virtualizer.getVirtualItems().map(({ index, size, start }) => {
            const file = files[index];
            if (file === undefined) return null;
            const cell = cells[index] ?? MISSING;
            return (
              <div
                key={file}
                role="row"
                aria-rowindex={index + 1}
                tabIndex={String(index) === focusedKey ? 0 : -1}
                className={styles.row}
                style={{ height: size, transform: `translateY(${String(start)}px)` }}
                data-row-key={String(index)}
                data-changes={isJumping && index > 0 && cell !== cells[index - 1]}
                data-missing={cell === MISSING}
                onClick={() => onOpenInstance(index)}
                onKeyDown={(event) => {
                  const open = (): void => onOpenInstance(index);
                  handleKey(event, { Enter: open, ' ': open });
                }}
              >
                <span role="gridcell" className={styles.number}>
                  {formatCount(index + 1)}
                </span>
                <span role="gridcell" className={styles.path} title={describeFile(file).path}>
                  {describeFile(file).path}
                </span>
                <span role="gridcell" className={styles.value} title={values[cell]}>
                  {cell === MISSING ? 'missing' : values[cell]}
                </span>
              </div>
            );
          })}
        </div>
      </div>
    </section>
  );
}

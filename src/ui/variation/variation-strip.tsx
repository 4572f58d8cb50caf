import { memo, useLayoutEffect, useMemo, useRef, type MouseEvent } from 'react';
import type { VariedAttribute } from '../../session/variation-table';
import { paintStrip } from './paint-strip';
import { stripCells } from './strip-cells';
import styles from './variation-strip.module.css';

interface VariationStripProps {
  readonly attribute: VariedAttribute;
  readonly values: readonly string[];
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Called with the instance that was clicked, from 0. */
  readonly onPick: (instance: number) => void;
}

/** What an attribute does over the instances, at a glance: the same tone is the same value, a gap is none. */
export const VariationStrip = memo(function VariationStrip(props: VariationStripProps) {
  const { attribute, values, width, height, onPick } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const cells = useMemo(() => stripCells(attribute.cells, width), [attribute, width]);
  const ratio = window.devicePixelRatio;

  useLayoutEffect(() => {
    if (canvas.current === null) return;
    paintStrip(canvas.current, { cells, variation: attribute.variation, ratio });
  }, [cells, attribute, ratio, height]);

  function cellAt({ nativeEvent, currentTarget }: MouseEvent<HTMLElement>) {
    const place = Math.floor((nativeEvent.offsetX / currentTarget.clientWidth) * cells.length);
    return cells[Math.max(0, Math.min(cells.length - 1, place))];
  }

  return (
    <canvas
      ref={canvas}
      className={styles.strip}
      width={Math.round(width * ratio)}
      height={Math.round(height * ratio)}
      style={{ width, height }}
      aria-hidden
      onMouseMove={(event) => {
        const cell = cellAt(event);
        if (cell === undefined) return;
        const value = cell.tone === null ? 'missing' : (values[attribute.cells[cell.instance] ?? 0] ?? '');
        event.currentTarget.title = `${String(cell.instance + 1)}: ${value.slice(0, 200)}`;
      }}
      onClick={(event) => {
        event.stopPropagation();
        const cell = cellAt(event);
        if (cell !== undefined) onPick(cell.instance);
      }}
    />
  );
});

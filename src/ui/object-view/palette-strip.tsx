import { useLayoutEffect, useRef } from 'react';
import styles from './face-table.module.css';

/** More than any strip has pixels. */
const MAX_COLOURS = 2048;

/** The colours of a palette side by side, the first at the left. */
export function PaletteStrip({ rgb }: { readonly rgb: Uint8Array }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const entries = rgb.length / 3;
  const width = Math.min(entries, MAX_COLOURS);

  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d', { alpha: false });
    if (!context) return;
    const image = context.createImageData(width, 1);
    for (let x = 0; x < width; x++) {
      const at = Math.floor((x * entries) / width) * 3;
      image.data.set([rgb[at] ?? 0, rgb[at + 1] ?? 0, rgb[at + 2] ?? 0, 255], x * 4);
    }
    context.putImageData(image, 0, 0);
  }, [rgb, entries, width]);

  return (
    <canvas
      ref={canvas}
      className={styles.palette}
      width={width}
      height={1}
      role="img"
      aria-label={`${String(entries)} colours`}
      data-testid="palette"
    />
  );
}

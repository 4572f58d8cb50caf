import { memo, useLayoutEffect, useRef } from 'react';
import type { FileMap } from '../../session/file-map';
import type { FileMapLayout } from './file-map-layout';
import { paintFileMap } from './file-map-painter';
import styles from './file-map.module.css';
import { useFileMapColours } from './use-file-map-colours';

interface FileMapCanvasProps {
  readonly map: FileMap;
  readonly layout: FileMapLayout;
  /** 1 for each cell that stands out from the others; null: none does. */
  readonly matches: Uint8Array | null;
  /** The part of the map that is drawn, in device pixels. */
  readonly top: number;
  readonly height: number;
  /** Device pixels in a CSS pixel. */
  readonly ratio: number;
}

/** A part of the map; drawn when something of it changes, not while it is scrolled. */
export const FileMapCanvas = memo(function FileMapCanvas(props: FileMapCanvasProps) {
  const { map, layout, matches, top, height, ratio } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const colours = useFileMapColours();
  const width = layout.columns * layout.pitch;

  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d', { alpha: false });
    if (!context || width === 0 || height === 0) return;
    const image = context.createImageData(width, height);
    const pixels = new Uint32Array(image.data.buffer);
    paintFileMap({ pixels, width, height, top }, { map, layout, colours, matches });
    context.putImageData(image, 0, 0);
  }, [map, layout, matches, colours, top, width, height]);

  return (
    <canvas
      ref={canvas}
      className={styles.canvas}
      width={width}
      height={height}
      style={{ top: top / ratio, width: width / ratio, height: height / ratio }}
    />
  );
});

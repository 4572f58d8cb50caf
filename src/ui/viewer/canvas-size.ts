import type { Size } from '../../viewer/camera';

/** The attributes of a canvas that covers a view: each of its pixels is one of the display. */
export function canvasSize({ width, height }: Size, devicePixelRatio: number) {
  const columns = Math.round(width * devicePixelRatio);
  const rows = Math.round(height * devicePixelRatio);
  return {
    width: columns,
    height: rows,
    style: { width: columns / devicePixelRatio, height: rows / devicePixelRatio },
  };
}

import { pan, zoomAbout, type Camera, type Point, type Size } from './camera';

type TwoPoints = readonly [Point, Point];

/** Where two fingers take the picture: it zooms by the distance between them, and moves with their middle. */
export function pinchCamera(
  startCamera: Camera,
  view: Size,
  { start, last }: { readonly start: TwoPoints; readonly last: TwoPoints },
): Camera {
  const from = middle(start);
  const to = middle(last);
  const factor = distance(last) / Math.max(1, distance(start));
  const zoomed = zoomAbout(startCamera, view, from, factor);
  return pan(zoomed, to.x - from.x, to.y - from.y);
}

function middle([one, other]: TwoPoints): Point {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}

function distance([one, other]: TwoPoints): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

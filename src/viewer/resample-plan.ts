import { imageToView, type Camera, type ImageGeometry, type Size } from './camera';
import { visibleRegion, type Region } from './draft-frame';
import type { ResamplePlan } from './resample';
import type { AxisPlan, Interpolation } from './resample-weights';

/**
 * What is seen of an image, resampled to the pixels of the screen; null where that is nothing. Of an image that lies
 * straight each pixel of the picture is one of the screen's; of one that is turned by any other angle it is as large.
 */
export function planResample(
  image: ImageGeometry,
  camera: Camera,
  view: Size & { readonly devicePixelRatio: number },
  interpolation: Interpolation,
): ResamplePlan | null {
  const axes = planAxes(image, camera, view);
  return axes.x.count > 0 && axes.y.count > 0 ? { ...axes, interpolation } : null;
}

function planAxes(
  image: ImageGeometry,
  camera: Camera,
  view: Size & { readonly devicePixelRatio: number },
): Pick<ResamplePlan, 'x' | 'y'> {
  const { devicePixelRatio: ratio } = view;
  const { a, b, c, d, e, f } = imageToView(camera, image, view);
  const across = { offset: e * ratio, end: Math.round(view.width * ratio) };
  const down = { offset: f * ratio, end: Math.round(view.height * ratio) };
  if (b === 0 && c === 0) {
    return {
      x: straightAxis(image.columns, { scale: a * ratio, ...across }),
      y: straightAxis(image.rows, { scale: d * ratio, ...down }),
    };
  }
  if (a === 0 && d === 0) {
    return {
      x: straightAxis(image.columns, { scale: b * ratio, ...down }),
      y: straightAxis(image.rows, { scale: c * ratio, ...across }),
    };
  }
  const region = visibleRegion(image, camera, view);
  return {
    x: wholeAxis(region.x, region.width, Math.hypot(a, b) * ratio),
    y: wholeAxis(region.y, region.height, Math.hypot(c, d) * ratio),
  };
}

/** Of the image, in its own pixels: where the picture is drawn. */
export function planRegion({ x, y }: ResamplePlan): Region {
  return { x: x.start, y: y.start, width: x.length, height: y.length };
}

/** An image's pixel `x` lies at `scale` x + `offset` of the screen, of which whole pixels from 0 to `end` are seen. */
function straightAxis(
  size: number,
  { scale, offset, end }: { readonly scale: number; readonly offset: number; readonly end: number },
): AxisPlan {
  const ends = [offset, offset + scale * size];
  const low = Math.max(0, Math.round(Math.min(...ends)));
  const high = Math.min(end, Math.max(low, Math.round(Math.max(...ends))));
  return {
    start: ((scale > 0 ? low : high) - offset) / scale,
    length: (high - low) / Math.abs(scale),
    count: high - low,
  };
}

function wholeAxis(start: number, length: number, scale: number): AxisPlan {
  return { start, length, count: length <= 0 ? 0 : Math.max(1, Math.round(length * scale)) };
}

import type { DecodedFrame } from '../pixels/decoded-frame';
import { bitPatterns } from './bit-patterns';
import { applyMatrix, viewToImage, type Camera, type ImageGeometry, type Size } from './camera';

/** A rectangle of whole pixels of an image. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a draft of an image takes from it. */
export interface DraftPlan {
  readonly region: Region;
  /** Of the draft, in pixels. */
  readonly width: number;
  readonly height: number;
}

/**
 * As many pixels as a large view shows (1000 x 1200 and some more): painted in about 3 ms. Images of no more are
 * painted in full even while the window is dragged.
 */
export const DRAFT_PIXELS = 1_500_000;

/** What is seen of the image, at the resolution of the screen; null where that is nothing. */
export function planDraft(
  image: ImageGeometry,
  camera: Camera,
  view: Size & { readonly devicePixelRatio: number },
): DraftPlan | null {
  const region = visibleRegion(image, camera, view);
  if (region.width <= 0 || region.height <= 0) return null;
  const scale = Math.min(
    1,
    camera.zoom * view.devicePixelRatio,
    Math.sqrt(DRAFT_PIXELS / (region.width * region.height)),
  );
  return {
    region,
    width: Math.max(1, Math.round(region.width * scale)),
    height: Math.max(1, Math.round(region.height * scale)),
  };
}

/** The smallest rectangle of whole pixels that holds all of the image that the view shows. */
export function visibleRegion(image: ImageGeometry, camera: Camera, view: Size): Region {
  const matrix = viewToImage(camera, image, view);
  const corners = [
    { x: 0, y: 0 },
    { x: view.width, y: 0 },
    { x: 0, y: view.height },
    { x: view.width, y: view.height },
  ].map((corner) => applyMatrix(matrix, corner));
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const x = Math.max(0, Math.floor(Math.min(...xs)));
  const y = Math.max(0, Math.floor(Math.min(...ys)));
  return {
    x,
    y,
    width: Math.min(image.columns, Math.ceil(Math.max(...xs))) - x,
    height: Math.min(image.rows, Math.ceil(Math.max(...ys))) - y,
  };
}

/**
 * A monochrome frame of the pixels in the middle of each of the draft's, so that nothing seems to move between
 * draft and full image. Its range is that of the whole frame: one look-up table serves both.
 */
export function sampleDraft(frame: DecodedFrame, { region, width, height }: DraftPlan): DecodedFrame {
  const samples = frame.samples.slice(0, width * height);
  const source = bitPatterns(frame.samples);
  const target = bitPatterns(samples);
  const columns = Int32Array.from({ length: width }, (_, x) => region.x + centre(x, width, region.width));
  for (let y = 0; y < height; y++) {
    const row = (region.y + centre(y, height, region.height)) * frame.columns;
    const start = y * width;
    for (let x = 0; x < width; x++) target[start + x] = source[row + (columns[x] ?? 0)] ?? 0;
  }
  return { ...frame, rows: height, columns: width, samples };
}

/** Of `length` source pixels divided into `parts`: the one in the middle of the part at `index`. */
function centre(index: number, parts: number, length: number): number {
  return Math.floor(((index + 0.5) * length) / parts);
}

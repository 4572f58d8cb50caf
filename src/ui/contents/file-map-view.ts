import { cellAtPoint, layoutFileMap, placeOfCell, type FileMapLayout } from './file-map-layout';
import { sideOfCell } from './file-map-painter';
import type { ScrollView } from './use-scroll-view';

/** CSS pixels. */
const SMALLEST_PITCH = 2;
const LARGEST_PITCH = 14;
/** Over the cells of each archive, where there are several. */
export const LABEL_HEIGHT = 26;
/** Around the cells; the style sheet has the same. */
const MARGIN = 12;

/** In CSS pixels. */
export interface CellRect {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

export function layoutInView(
  cellCounts: readonly number[],
  { width, height, ratio }: Pick<ScrollView, 'width' | 'height' | 'ratio'>,
): FileMapLayout {
  return layoutFileMap({
    cellCounts,
    width: Math.floor((width - 2 * MARGIN) * ratio),
    height: Math.floor((height - 2 * MARGIN) * ratio),
    // A pattern needs two pixels.
    smallestPitch: Math.max(2, Math.round(SMALLEST_PITCH * ratio)),
    largestPitch: Math.max(2, Math.round(LARGEST_PITCH * ratio)),
    labelHeight: cellCounts.length > 1 ? Math.round(LABEL_HEIGHT * ratio) : 0,
  });
}

/** From the top left corner of the map. */
export function rectOfCell(layout: FileMapLayout, cell: number, ratio: number): CellRect {
  const { x, y } = placeOfCell(layout, cell);
  return { x: x / ratio, y: y / ratio, side: sideOfCell(layout.pitch) / ratio };
}

/** The same from the top left corner of what is in view. */
export function rectInView(layout: FileMapLayout, cell: number, view: ScrollView): CellRect {
  const { x, y, side } = rectOfCell(layout, cell, view.ratio);
  return { x: x + MARGIN, y: y + MARGIN - view.top, side };
}

/** At a point from the top left corner of what is in view. */
export function cellInView(layout: FileMapLayout, x: number, y: number, view: ScrollView): number | null {
  return cellAtPoint(layout, (x - MARGIN) * view.ratio, (y - MARGIN + view.top) * view.ratio);
}

export function rowsInView({ pitch }: FileMapLayout, { height, ratio }: ScrollView): number {
  return Math.floor((height * ratio) / pitch);
}

/** How far to scroll, at the least, so that a cell is in view with the room around it. */
export function scrollTopFor(layout: FileMapLayout, cell: number, view: ScrollView): number {
  const { y, side } = rectOfCell(layout, cell, view.ratio);
  return Math.max(Math.min(view.top, y), y + side + 2 * MARGIN - view.height);
}

/**
 * The part of the map to have on the canvas, in device pixels: two views from a whole number of views on, so that
 * it is drawn again only once in a view that is scrolled.
 */
export function drawnPart(
  layout: FileMapLayout,
  view: ScrollView,
): { readonly top: number; readonly height: number } {
  const step = Math.max(1, Math.round(view.height * view.ratio));
  const scrolled = Math.max(0, (view.top - MARGIN) * view.ratio);
  const top = Math.floor(scrolled / step) * step;
  return { top, height: Math.max(0, Math.min(2 * step, layout.height - top)) };
}

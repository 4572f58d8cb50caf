import type { Camera, Point, Size } from './camera';
import { EDGE, GREEN, strokeOnEdge } from './edged-stroke';
import type { ImageFacts } from './image-facts';

export interface Segment {
  readonly from: Point;
  readonly to: Point;
}

/** A ruler as it is drawn, in CSS pixels from the view's top left corner. */
export interface Ruler {
  readonly lengthMm: number;
  readonly line: Segment;
  readonly ticks: readonly Segment[];
}

export interface Rulers {
  readonly bottom: Ruler | null;
  readonly left: Ruler | null;
  /** Lengths are those on the detector, not in the patient (PS3.3 10.7.1.3): dashed, and said in words. */
  readonly isDetectorPlane: boolean;
}

/** What `drawRulers` needs of a 2D context, of a canvas in the page or off it. */
export type RulerContext = Pick<
  OffscreenCanvasRenderingContext2D,
  | 'save'
  | 'restore'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'stroke'
  | 'setLineDash'
  | 'strokeText'
  | 'fillText'
  | 'strokeStyle'
  | 'fillStyle'
  | 'lineWidth'
  | 'font'
  | 'textBaseline'
>;

const BOTTOM_INSET_PX = 24;
const LEFT_INSET_PX = 32;
/** What the text in the bottom corners takes on either side: the ruler stays between. */
const CORNER_TEXT_PX = 150;
const TICK_PX = 5;
const LONG_TICK_PX = 10;
const TICKS = 10;
/** A shorter ruler says nothing: its ticks would run into each other. */
const LEAST_LENGTH_PX = 40;

/** The lengths of one decade, the longest first; further in, tenths and hundredths of them. */
const LENGTHS_MM = [100, 50, 20] as const;

const NO_RULERS: Rulers = { bottom: null, left: null, isDetectorPlane: false };

/** Along the bottom and the left edge, in the middle of each; none without a pixel spacing. */
export function computeRulers(spacing: ImageFacts['spacing'], camera: Camera, view: Size): Rulers {
  if (spacing === null) return NO_RULERS;
  // Pixels are drawn in their true shape, so this holds for any direction on the screen.
  const pxPerMm = camera.zoom / spacing.columnMm;
  return {
    bottom: bottomRuler(pxPerMm, view),
    left: leftRuler(pxPerMm, view),
    isDetectorPlane: spacing.plane === 'detector',
  };
}

function bottomRuler(pxPerMm: number, view: Size): Ruler | null {
  const lengthMm = fittingLengthMm(pxPerMm, view.width - 2 * CORNER_TEXT_PX);
  if (lengthMm === null) return null;
  const lengthPx = lengthMm * pxPerMm;
  const x = (view.width - lengthPx) / 2;
  const y = view.height - BOTTOM_INSET_PX;
  return {
    lengthMm,
    line: segment(x, y, x + lengthPx, y),
    ticks: tickPositions(lengthPx).map(({ at, size }) => segment(x + at, y, x + at, y - size)),
  };
}

function leftRuler(pxPerMm: number, view: Size): Ruler | null {
  const lengthMm = fittingLengthMm(pxPerMm, view.height - 2 * BOTTOM_INSET_PX);
  if (lengthMm === null) return null;
  const lengthPx = lengthMm * pxPerMm;
  const x = LEFT_INSET_PX;
  const y = (view.height - lengthPx) / 2;
  return {
    lengthMm,
    line: segment(x, y, x, y + lengthPx),
    ticks: tickPositions(lengthPx).map(({ at, size }) => segment(x, y + at, x + size, y + at)),
  };
}

/** 100 mm, or the longest of 50, 20, 10, 5 … that fits. */
function fittingLengthMm(pxPerMm: number, availablePx: number): number | null {
  if (!(pxPerMm > 0) || !Number.isFinite(pxPerMm) || availablePx <= 0) return null;
  for (let scale = 1; scale > 1e-6; scale /= 10) {
    const fitting = LENGTHS_MM.find((length) => length * scale * pxPerMm <= availablePx);
    if (fitting !== undefined) return fitting * scale * pxPerMm < LEAST_LENGTH_PX ? null : fitting * scale;
  }
  return null;
}

/** A tick each tenth of the length (10 mm of 100), a longer one at the ends and in the middle (50 mm). */
function tickPositions(lengthPx: number): readonly { readonly at: number; readonly size: number }[] {
  return Array.from({ length: TICKS + 1 }, (_, index) => ({
    at: (lengthPx * index) / TICKS,
    size: index % (TICKS / 2) === 0 ? LONG_TICK_PX : TICK_PX,
  }));
}

function segment(x1: number, y1: number, x2: number, y2: number): Segment {
  return { from: { x: x1, y: y1 }, to: { x: x2, y: y2 } };
}

/** Green on a dark edge. The context's unit has to be the CSS pixel. */
export function drawRulers(context: RulerContext, rulers: Rulers): void {
  context.save();
  strokeOnEdge(context, { colour: GREEN, width: 1, edgeWidth: 3 }, () => {
    for (const ruler of [rulers.bottom, rulers.left]) {
      if (ruler === null) continue;
      strokeSegments(context, [ruler.line], rulers.isDetectorPlane ? [6, 4] : []);
      strokeSegments(context, ruler.ticks, []);
    }
  });
  if (rulers.isDetectorPlane) drawDetectorWords(context, rulers);
  context.restore();
}

function strokeSegments(context: RulerContext, segments: readonly Segment[], dash: readonly number[]): void {
  context.setLineDash([...dash]);
  context.beginPath();
  for (const { from, to } of segments) {
    context.moveTo(crisp(from.x), crisp(from.y));
    context.lineTo(crisp(to.x), crisp(to.y));
  }
  context.stroke();
}

function drawDetectorWords(context: RulerContext, { bottom }: Rulers): void {
  if (bottom === null) return;
  const { x, y } = bottom.line.from;
  context.font = '12px system-ui, sans-serif';
  context.textBaseline = 'top';
  context.strokeStyle = EDGE;
  context.lineWidth = 2;
  context.fillStyle = GREEN;
  context.setLineDash([]);
  context.strokeText('detector plane', x, y + 4);
  context.fillText('detector plane', x, y + 4);
}

/** The middle of a pixel: a line of one pixel there covers one row or column of pixels, not two halves. */
function crisp(coordinate: number): number {
  return Math.floor(coordinate) + 0.5;
}

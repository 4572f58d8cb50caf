/** What is drawn: values over an axis with a name at either end. */
export interface Curve {
  readonly values: Float64Array;
  readonly first: string;
  readonly middle: string;
  readonly last: string;
}

interface CurveView {
  readonly width: number;
  readonly height: number;
  /** Device pixels in a CSS pixel. */
  readonly ratio: number;
}

const MARGIN = 12;
const AXIS = 22;

/** From zero to the largest value, over the whole width. */
export function paintCurve(
  canvas: HTMLCanvasElement,
  curve: Curve,
  { width, height, ratio }: CurveView,
): void {
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) return;
  const style = getComputedStyle(canvas);
  const { values } = curve;
  const largest = values.reduce((most, value) => Math.max(most, value), 0) || 1;
  const bottom = height - AXIS;
  const xOf = (index: number): number =>
    MARGIN + (index / Math.max(1, values.length - 1)) * (width - 2 * MARGIN);
  const yOf = (value: number): number => bottom - (value / largest) * (bottom - MARGIN);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = style.getPropertyValue('--ground');
  context.fillRect(0, 0, width, height);
  context.fillStyle = style.getPropertyValue('--line-strong');
  context.fillRect(MARGIN, bottom, width - 2 * MARGIN, 1 / ratio);
  context.strokeStyle = style.getPropertyValue('--text');
  context.lineWidth = 1.25;
  context.lineJoin = 'round';
  context.beginPath();
  values.forEach((value, index) => context.lineTo(xOf(index), yOf(value)));
  context.stroke();
  paintAxis(context, curve, { width, height, ratio }, style.getPropertyValue('--text-quiet'));
}

function paintAxis(
  context: CanvasRenderingContext2D,
  curve: Curve,
  { width, height }: CurveView,
  fill: string,
): void {
  context.fillStyle = fill;
  context.font = '12px system-ui, sans-serif';
  context.textBaseline = 'middle';
  const y = height - AXIS / 2;
  for (const [text, align, x] of [
    [curve.first, 'left', MARGIN],
    [curve.middle, 'center', width / 2],
    [curve.last, 'right', width - MARGIN],
  ] as const) {
    context.textAlign = align;
    context.fillText(text, x, y);
  }
}

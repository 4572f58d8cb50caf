/** What `strokeOnEdge` needs of a 2D context, of a canvas in the page or off it. */
export type StrokeContext = Pick<OffscreenCanvasRenderingContext2D, 'strokeStyle' | 'lineWidth'>;

/** Rulers and measurements: what the reader draws. */
export const GREEN = '#00e000';
/** Under what is drawn, so that it shows on a white image too. */
export const EDGE = 'rgba(0, 0, 0, 0.6)';

export interface EdgedStyle {
  readonly colour: string;
  /** In the context's unit, as is `edgeWidth`, of which half of the difference is seen on each side. */
  readonly width: number;
  readonly edgeWidth: number;
}

/** Strokes the same lines twice, as a dark edge and in their colour; changes the context's style. */
export function strokeOnEdge(
  context: StrokeContext,
  { colour, width, edgeWidth }: EdgedStyle,
  stroke: () => void,
): void {
  for (const [style, lineWidth] of [
    [EDGE, edgeWidth],
    [colour, width],
  ] as const) {
    context.strokeStyle = style;
    context.lineWidth = lineWidth;
    stroke();
  }
}

import { applyMatrix, type Matrix, type Point } from '../camera';
import { GREEN, strokeOnEdge } from '../edged-stroke';
import { handlesOf, outlineOf, type Measurement } from './measurement';

/** What `drawMeasurement` needs of a 2D context, of a canvas in the page or off it. */
export type MeasurementContext = Pick<
  OffscreenCanvasRenderingContext2D,
  | 'save'
  | 'restore'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'rect'
  | 'stroke'
  | 'fill'
  | 'strokeStyle'
  | 'fillStyle'
  | 'lineWidth'
  | 'lineJoin'
>;

const HANDLE_PX = 7;

/** The arms of a point's cross, which leave its pixel free. */
const ARM_FROM_PX = 3;
const ARM_TO_PX = 9;

/**
 * Green on a dark edge, as the rulers; the selected one with its handles. `toView` maps image coordinates to the
 * context's unit, the CSS pixel.
 */
export function drawMeasurement(
  context: MeasurementContext,
  measurement: Measurement,
  { toView, isSelected }: { readonly toView: Matrix; readonly isSelected: boolean },
): void {
  const inView = (points: readonly Point[]): readonly Point[] =>
    points.map((point) => applyMatrix(toView, point));
  const handles = inView(handlesOf(measurement));
  const lines = measurement.kind === 'point' ? handles.flatMap(crossAt) : [inView(outlineOf(measurement))];
  context.save();
  context.lineJoin = 'round';
  strokeOnEdge(context, { colour: GREEN, width: isSelected ? 2 : 1.5, edgeWidth: 4 }, () =>
    strokeLines(context, lines),
  );
  if (isSelected) drawHandles(context, handles);
  context.restore();
}

function strokeLines(context: MeasurementContext, lines: readonly (readonly Point[])[]): void {
  context.beginPath();
  for (const line of lines) {
    for (const [index, { x, y }] of line.entries()) {
      if (index === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    }
  }
  context.stroke();
}

function crossAt({ x, y }: Point): readonly (readonly Point[])[] {
  const arm = (dx: number, dy: number): readonly Point[] => [
    { x: x + ARM_FROM_PX * dx, y: y + ARM_FROM_PX * dy },
    { x: x + ARM_TO_PX * dx, y: y + ARM_TO_PX * dy },
  ];
  return [arm(1, 0), arm(-1, 0), arm(0, 1), arm(0, -1)];
}

function drawHandles(context: MeasurementContext, handles: readonly Point[]): void {
  context.beginPath();
  for (const { x, y } of handles) {
    context.rect(x - HANDLE_PX / 2, y - HANDLE_PX / 2, HANDLE_PX, HANDLE_PX);
  }
  context.fillStyle = '#fff';
  context.fill();
  context.strokeStyle = '#000';
  context.lineWidth = 1;
  context.stroke();
}

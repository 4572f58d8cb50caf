import type { Shutter, ShutterShape } from '../pixels/shutter';
import type { ImageGeometry } from './camera';

/** What it takes of a 2D context, of a canvas in the page or off it. */
export type ShutterContext = Pick<
  OffscreenCanvasRenderingContext2D,
  | 'save'
  | 'restore'
  | 'beginPath'
  | 'rect'
  | 'ellipse'
  | 'moveTo'
  | 'lineTo'
  | 'closePath'
  | 'clip'
  | 'fill'
  | 'fillStyle'
>;

/** Covers what lies outside of any shape. The context's unit has to be the pixel of the image. */
export function coverOutside(context: ShutterContext, shutter: Shutter, image: ImageGeometry): void {
  context.save();
  context.beginPath();
  context.rect(0, 0, image.columns, image.rows);
  context.clip();
  context.fillStyle = shutterStyle(shutter);
  for (const shape of shutter.shapes) {
    context.beginPath();
    context.rect(0, 0, image.columns, image.rows);
    addShape(context, shape, image.pixelAspect);
    // What lies in both is inside of the shape: not filled.
    context.fill('evenodd');
  }
  context.restore();
}

/** `rgb(0 0 0)` */
function shutterStyle({ colour: [red, green, blue] }: Pick<Shutter, 'colour'>): string {
  return `rgb(${String(red)} ${String(green)} ${String(blue)})`;
}

function addShape(context: ShutterContext, shape: ShutterShape, pixelAspect: number): void {
  switch (shape.kind) {
    case 'rectangle':
      context.rect(shape.left, shape.top, shape.right - shape.left, shape.bottom - shape.top);
      break;
    case 'circle': {
      const { x, y, radiusColumns } = shape;
      context.moveTo(x + radiusColumns, y);
      // Round as it is seen: of pixels that are higher than wide it takes fewer.
      context.ellipse(x, y, radiusColumns, radiusColumns / pixelAspect, 0, 0, 2 * Math.PI);
      break;
    }
    case 'polygon':
      shape.points.forEach(({ x, y }, index) => {
        if (index === 0) context.moveTo(x, y);
        else context.lineTo(x, y);
      });
      context.closePath();
      break;
  }
}

import { assert } from '../../base/assert';
import { ViewPainter, type ViewDrawing } from '../../viewer/view-painter';

/** A view as it is seen, with all that is drawn and written over the image; in the display's resolution. */
export function pictureWithOverlay(view: HTMLElement, devicePixelRatio: number): Promise<Blob> {
  const { canvas, context } = newPicture(view, devicePixelRatio);
  for (const layer of view.querySelectorAll('canvas')) context.drawImage(layer, 0, 0);
  context.scale(devicePixelRatio, devicePixelRatio);
  const origin = view.getBoundingClientRect();
  for (const line of view.querySelectorAll<HTMLElement>(TEXT_LINES)) drawLine(context, line, origin);
  return toPng(canvas);
}

/** The image alone, as large and where it is in its view. */
export function pictureOfImage(view: HTMLElement, drawing: ViewDrawing): Promise<Blob> {
  const { canvas, context } = newPicture(view, drawing.view.devicePixelRatio);
  const painter = new ViewPainter();
  painter.draw(context, { ...drawing, hasGraphics: false, arePlanesShown: false });
  painter.dispose();
  return toPng(canvas);
}

const TEXT_LINES = '[data-testid^="overlay-"] > div, [data-testid="measurement"] > div';

function newPicture({ clientWidth, clientHeight }: HTMLElement, devicePixelRatio: number) {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(clientWidth * devicePixelRatio);
  canvas.height = Math.round(clientHeight * devicePixelRatio);
  const context = canvas.getContext('2d');
  assert(context !== null, 'a new canvas has a 2D context');
  return { canvas, context };
}

/** A line of text where it stands in the page. */
function drawLine(context: CanvasRenderingContext2D, line: HTMLElement, origin: DOMRect): void {
  const { left, top, width, height } = line.getBoundingClientRect();
  const { fontWeight, fontSize, fontFamily, color, textAlign, visibility } = getComputedStyle(line);
  if (visibility === 'hidden') return;
  context.save();
  context.beginPath();
  context.rect(left - origin.left, top - origin.top, width, height);
  context.clip();
  context.font = `${fontWeight} ${fontSize} ${fontFamily}`;
  context.textBaseline = 'middle';
  const align = textAlign === 'right' || textAlign === 'center' ? textAlign : 'left';
  context.textAlign = align;
  const x = left - origin.left + width * { left: 0, center: 0.5, right: 1 }[align];
  const y = top - origin.top + height / 2;
  context.lineWidth = 3;
  context.lineJoin = 'round';
  context.strokeStyle = '#000';
  context.strokeText(line.innerText, x, y);
  context.fillStyle = color;
  context.fillText(line.innerText, x, y);
  context.restore();
}

function toPng(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('the picture was not encoded'));
      else resolve(blob);
    }, 'image/png');
  });
}

import { RenderingCancelledException, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Size } from '../../viewer/camera';

/** 64 MB on the canvas. */
const MAX_PIXELS = 16e6;

/** In points of a 72nd inch, as far as the PDF does not say otherwise. */
export function sizeOfPage(page: PDFPageProxy): Size {
  const { width, height } = page.getViewport({ scale: 1 });
  return { width, height };
}

/**
 * Draws a page as wide as its canvas stands on the screen. Of annotations and forms it shows what they look like;
 * none of them can be used.
 */
export async function drawPdfPage(
  page: PDFPageProxy,
  canvas: HTMLCanvasElement,
  signal: AbortSignal,
): Promise<'drawn' | 'cancelled' | 'failed'> {
  const { width, height } = sizeOfPage(page);
  const wanted = (canvas.clientWidth * devicePixelRatio) / width;
  const viewport = page.getViewport({ scale: Math.min(wanted, Math.sqrt(MAX_PIXELS / (width * height))) });
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  const task = page.render({ canvas, viewport });
  signal.addEventListener('abort', () => task.cancel(), { once: true });
  try {
    await task.promise;
    return 'drawn';
  } catch (error) {
    return error instanceof RenderingCancelledException ? 'cancelled' : 'failed';
  } finally {
    page.cleanup();
  }
}

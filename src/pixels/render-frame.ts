import { computeAutomaticWindow } from './automatic-window';
import { renderColour } from './colour';
import type { DecodedFrame, GreyTransform, Palette } from './decoded-frame';
import { renderGrey } from './voi-lut';

/** Whether a frame is shown through a window: it is grey, or a palette image without its palette. */
export function isGrey(frame: DecodedFrame, palette: Palette | null): boolean {
  if (frame.colourSpace === 'PALETTE COLOR') return palette === null;
  return frame.samplesPerPixel === 1;
}

/** A frame as it first appears: with the file's first window, else an automatic one. RGBA pixels, row-major. */
export function renderFrame(
  frame: DecodedFrame,
  transform: GreyTransform,
  palette: Palette | null,
): Uint32Array<ArrayBuffer> {
  if (!isGrey(frame, palette)) return renderColour(frame, palette);
  const window = transform.windows[0] ?? computeAutomaticWindow(frame, transform);
  return renderGrey(frame, { transform, window, invert: false });
}

import { computeAutomaticWindow } from './automatic-window';
import { paintSupplementalColours, renderColour } from './colour';
import type { DecodedFrame, GreyTransform, Palette } from './decoded-frame';
import { fileVoi, renderGrey } from './voi-lut';

/** Whether a frame is shown through a window: it is grey, or a palette image without its palette. */
export function isGrey(frame: DecodedFrame, palette: Palette | null): boolean {
  if (frame.colourSpace === 'PALETTE COLOR') return palette === null;
  return frame.samplesPerPixel === 1;
}

/** A frame as it first appears: as the file says, else through an automatic window. RGBA pixels, row-major. */
export function renderFrame(
  frame: DecodedFrame,
  transform: GreyTransform,
  palette: Palette | null,
): Uint32Array<ArrayBuffer> {
  if (!isGrey(frame, palette)) return renderColour(frame, palette);
  const voi = fileVoi(transform) ?? { kind: 'window', ...computeAutomaticWindow(frame, transform) };
  const pixels = renderGrey(frame, { transform, voi, invert: false });
  if (palette !== null) paintSupplementalColours(frame.samples, palette, pixels);
  return pixels;
}

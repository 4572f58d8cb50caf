/** As in UI Events: the unit of `deltaY` is 0 pixels, 1 lines, 2 pages. */
export interface WheelDelta {
  readonly deltaY: number;
  readonly deltaMode: number;
}

/** A notch of a mouse wheel is 100 to 120 pixels; of a trackpad, events of a few pixels add up to one step. */
const PIXELS_PER_STEP = 30;
const LEAST_NOTCH_PIXELS = 50;
const NOTCH_PIXELS = 100;
const LINE_PIXELS = 100 / 3;

/**
 * How many slices a wheel event goes on, and the pixels left over for the next one. A notch is one slice
 * whatever the browser's scaling makes of it; turning round starts anew.
 */
export function wheelSteps(
  remainderPixels: number,
  wheel: WheelDelta,
): { readonly steps: number; readonly remainderPixels: number } {
  const pixels = wheelPixels(wheel);
  if (Math.abs(pixels) >= LEAST_NOTCH_PIXELS) {
    const notches = Math.max(1, Math.round(Math.abs(pixels) / NOTCH_PIXELS));
    return { steps: Math.sign(pixels) * notches, remainderPixels: 0 };
  }
  const turnedRound = Math.sign(pixels) * Math.sign(remainderPixels) < 0;
  const sum = (turnedRound ? 0 : remainderPixels) + pixels;
  const steps = Math.trunc(sum / PIXELS_PER_STEP) + 0;
  return { steps, remainderPixels: sum - steps * PIXELS_PER_STEP };
}

export function wheelPixels({ deltaY, deltaMode }: WheelDelta): number {
  if (deltaMode === 0) return deltaY;
  return deltaY * (deltaMode === 1 ? LINE_PIXELS : NOTCH_PIXELS);
}

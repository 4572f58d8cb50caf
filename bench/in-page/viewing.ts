import { frameDone, nextFrame, painted } from './frames';
import { find } from './handles';

/** One pass through a series, with a key for each frame of the screen. */
export interface Pass {
  readonly images: number;
  /** How many of them were on the screen. */
  readonly shown: number;
  /** Frames of the screen after the first second that showed an image before the one asked for, or none. */
  readonly late: number;
  readonly ms: number;
}

/** What each step of a drag kept the main thread busy, and letting go after the last one; ms. */
export interface Drag {
  readonly stepsMs: readonly number[];
  readonly restMs: number;
}

/** Resolves when the image that was asked for is on the screen. */
export function imageShown(): Promise<void> {
  return imageReady(() => true);
}

/** Clicks the next series of the table; ms until an image of it is on the screen. */
export async function openNextSeries(): Promise<number> {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-testid=series-row]')];
  const row = rows[rows.findIndex((each) => each.ariaSelected === 'true') + 1];
  if (row === undefined) throw new Error('there is no next series');
  const before = shownImage();
  const startMs = performance.now();
  row.click();
  await imageReady(() => shownImage() !== before);
  return performance.now() - startMs;
}

/** Presses a key that leads to another frame; ms until that is on the screen. */
export async function pressForFrame(key: string): Promise<number> {
  const before = shownFrame();
  const startMs = performance.now();
  press(key);
  await imageReady(() => shownFrame() !== before);
  return performance.now() - startMs;
}

/** From the first image of the open series to the last. */
export async function passThroughSeries(): Promise<Pass> {
  const row = document.querySelector<HTMLElement>('[data-testid=series-row][aria-selected=true]');
  const images = Number(row?.dataset['instances']);
  press('Home');
  await imageShown();
  const shown = new Set([shownImage()]);
  const startMs = performance.now();
  let late = 0;
  for (let index = 1; index < images; index += 1) {
    await nextFrame();
    shown.add(shownImage());
    const isSettled = performance.now() - startMs > 1000;
    if (isSettled && find('viewport').dataset['phase'] !== 'ready') late += 1;
    press('ArrowDown');
  }
  await imageShown();
  const ms = performance.now() - startMs;
  shown.add(shownImage());
  return { images, shown: shown.size, late, ms };
}

/** Ctrl and an arrow: the next series of the table; ms until an image of it is on the screen. */
export async function pressForNextSeries(): Promise<number> {
  const before = shownImage();
  const startMs = performance.now();
  press('ArrowRight', { ctrlKey: true });
  await imageReady(() => shownImage() !== before);
  return performance.now() - startMs;
}

/**
 * Drags over the image with the left button, which the caller holds down on it; ends with the button up. Each step
 * is made at the start of a frame, as the browser hands on the moves of a hand, and lasts until all the work of the
 * frame is done.
 */
export async function dragOverImage(steps: number): Promise<Drag> {
  const stepsMs: number[] = [];
  for (let step = 1; step <= steps; step += 1) {
    stepsMs.push(await timePointer('pointermove', step));
  }
  return { stepsMs, restMs: await timePointer('pointerup', steps) };
}

async function timePointer(type: 'pointermove' | 'pointerup', step: number): Promise<number> {
  const view = find('viewport');
  const { left, top, width, height } = view.getBoundingClientRect();
  await nextFrame();
  const startMs = performance.now();
  view.dispatchEvent(
    new PointerEvent(type, {
      bubbles: true,
      cancelable: true,
      pointerId: MOUSE,
      pointerType: 'mouse',
      isPrimary: true,
      button: type === 'pointermove' ? -1 : 0,
      buttons: type === 'pointermove' ? 1 : 0,
      // Down and to the right: a window that the file does not have, and another one at each step.
      clientX: left + width / 2 + step,
      clientY: top + height / 2 + step,
    }),
  );
  await frameDone();
  return performance.now() - startMs;
}

/** The pointer id that Chromium gives the mouse. */
const MOUSE = 1;

function press(key: string, modifiers: KeyboardEventInit = {}): void {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers });
  find('viewport').dispatchEvent(event);
}

function imageReady(isWanted: () => boolean): Promise<void> {
  return painted(() => find('viewport').dataset['phase'] === 'ready' && isWanted());
}

function shownFrame(): string | undefined {
  return find('viewport').dataset['frame'];
}

function shownImage(): string | undefined {
  return find('viewport').dataset['sopUid'];
}

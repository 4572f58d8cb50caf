import { frameDone, nextFrame, painted } from './frames';
import { find, findIfThere } from './handles';
import { watchMainThread } from './main-thread';

export interface Reviewed {
  /** From the complete summary until the checks have run over all, whole files included. */
  readonly reviewMs: number;
  readonly longestBlockMs: number;
}

/** Resolves when the review of what is open is done. */
export async function reviewDone(): Promise<Reviewed> {
  const startMs = performance.now();
  const stopWatch = watchMainThread();
  await painted(() => findIfThere('findings-count')?.dataset['phase'] === 'ready');
  return { reviewMs: performance.now() - startMs, longestBlockMs: stopWatch() };
}

/** Opens the findings; ms until the first of them is on the screen. */
export async function openFindings(): Promise<number> {
  const startMs = performance.now();
  find('findings-count').click();
  await painted(() => findIfThere('finding') !== null);
  return performance.now() - startMs;
}

/** Scrolls the findings by some rows in each frame; how long each frame took, ms. */
export async function scrollFindings(frames: number, pixelsInFrame: number): Promise<readonly number[]> {
  const scroller = find('finding').closest('[role=rowgroup]');
  if (scroller === null) throw new Error('no list of findings');
  const frameMs: number[] = [];
  let beforeMs = await nextFrame();
  for (let frame = 0; frame < frames; frame += 1) {
    scroller.scrollTop += pixelsInFrame;
    await frameDone();
    const nowMs = await nextFrame();
    frameMs.push(nowMs - beforeMs);
    beforeMs = nowMs;
  }
  return frameMs;
}

/** Writes into the filter of the findings; ms until the number of rows is another. */
export async function filterFindings(text: string): Promise<number> {
  const input = document.querySelector<HTMLInputElement>('input[aria-label="Filter findings"]');
  if (input === null) throw new Error('no filter');
  input.focus();
  await nextFrame();
  const before = rowCount();
  const startMs = performance.now();
  // React listens to what the element itself says of its value.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  while (rowCount() === before) await nextFrame();
  return performance.now() - startMs;
}

function rowCount(): string | null | undefined {
  return find('finding').closest('[role=treegrid]')?.getAttribute('aria-rowcount');
}

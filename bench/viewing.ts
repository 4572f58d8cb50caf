import type { Page } from '@playwright/test';
import type { Drag, Pass } from './in-page/viewing';
import { withDeadline } from './visit';

const DEADLINE_MS = 2 * 60_000;
const SERIES_CLICKED = 5;
const DRAG_STEPS = 120;

/** How the app shows the images of an archive that is open. */
export interface Viewing {
  /** Ms from a click on a series to its first image, one for each series clicked. */
  readonly firstImageMs: readonly number[];
  readonly cold: Pass;
  /** The same series once more, from the cache. */
  readonly warm: Pass;
  readonly drag: Drag;
}

export function measureViewing(page: Page): Promise<Viewing> {
  return withDeadline(page, DEADLINE_MS, view(page));
}

/** Window/level on the first image of the open archive. */
export function measureDrag(page: Page): Promise<Drag> {
  return withDeadline(page, DEADLINE_MS, dragOverImage(page));
}

async function view(page: Page): Promise<Viewing> {
  const firstImageMs: number[] = [];
  while (firstImageMs.length < SERIES_CLICKED) {
    firstImageMs.push(await page.evaluate(() => window.benchProbe.openNextSeries()));
  }
  const cold = await page.evaluate(() => window.benchProbe.passThroughSeries());
  const warm = await page.evaluate(() => window.benchProbe.passThroughSeries());
  return { firstImageMs, cold, warm, drag: await dragOverImage(page) };
}

async function dragOverImage(page: Page): Promise<Drag> {
  await page.evaluate(() => window.benchProbe.imageShown());
  // Only of a button that is really down can the page capture the pointer.
  await page.getByTestId('viewport').hover();
  await page.mouse.down();
  const drag = await page.evaluate((steps) => window.benchProbe.dragOverImage(steps), DRAG_STEPS);
  await page.mouse.up();
  return drag;
}

import type { Worker } from '@playwright/test';
import { expect, test } from './glovebox-test';
import { startListeningServer } from './listening-server';
import { pdfFile } from './pdf-file';
import { zipFile } from './test-archive';
import { openArchive, waitForPhase } from './workspace';
import { WAYS_OUT_OF_THE_PAGE, WAYS_OUT_OF_WORKERS, type WayOut } from './ways-out';

/** Every worker that the app starts, by the name that `workers/start.ts` gives it. */
const WORKERS = ['archive', 'header', 'pdf', 'pixel', 'sample'];

/** How long a request that got out would take to arrive, on one machine; generously. */
const ARRIVAL_MS = 1_000;

test('nothing leaves the page, whatever it tries', async ({ context, page, visit }) => {
  visit.expectedErrors.push(/.*/);
  const other = await startListeningServer();
  await page.goto(visit.server.url);
  await waitForPhase(page, 'empty');
  for (const [name, wayOut] of Object.entries(WAYS_OUT_OF_THE_PAGE)) {
    await attempt(page, wayOut, `${other.url}/page/${encodeURIComponent(name)}?patient=Doe`);
  }
  await page.waitForTimeout(ARRIVAL_MS);
  expect(other.received).toEqual([]);
  expect(page.url()).toBe(visit.server.url);
  expect(context.pages()).toHaveLength(1);
  expect(await page.evaluate(() => typeof RTCPeerConnection)).toBe('undefined');
  await other.stop();
});

test('nothing leaves a worker, whatever it tries', async ({ page, visit }) => {
  visit.expectedErrors.push(/.*/);
  const other = await startListeningServer();
  const tried: string[] = [];
  page.on('worker', (worker) => {
    tryEachWay(worker, other.url).then(
      (name) => tried.push(name),
      // A worker that a worker tried to start, and that could not be.
      () => undefined,
    );
  });
  // Each stays, so that it can be asked for what it would not do by itself.
  await page.addInitScript(() => {
    Worker.prototype.terminate = () => undefined;
  });
  await page.goto(visit.server.url);
  await page.getByTestId('open-sample').click();
  await waitForPhase(page, 'ready');
  await page.getByTestId('series-row').first().click();
  await expect(page.getByTestId('header-row').first()).toBeVisible();
  const letter = { name: 'letter.pdf', content: pdfFile([[{ text: 'Letter', font: 'Helvetica', y: 760 }]]) };
  await openArchive(page, zipFile('letter.zip', [letter]));
  await page.getByRole('tab', { name: /^Files/ }).click();
  await page.getByRole('searchbox', { name: 'Filter contents' }).fill(letter.name);
  await page.getByTitle(letter.name).click();
  await expect(page.getByTestId('pdf-page')).toHaveAttribute('data-phase', 'drawn');
  await expect.poll(() => tried).toEqual(expect.arrayContaining(WORKERS));
  await page.waitForTimeout(ARRIVAL_MS);
  expect(other.received).toEqual([]);
  await other.stop();
});

/** The tests above mean something only if what they listen with can hear. */
test('the same attempts arrive where there is no seal', async ({ browser }) => {
  const other = await startListeningServer();
  const context = await browser.newContext();
  const page = await context.newPage();
  await attempt(page, (target) => fetch(target, { mode: 'no-cors' }), `${other.url}/fetch`);
  await attempt(page, (target) => (new Image().src = target), `${other.url}/image`);
  await expect.poll(() => [...other.received].sort()).toEqual(['GET /fetch', 'GET /image']);
  await context.close();
  await other.stop();
});

/** Returns the worker's name. */
async function tryEachWay(worker: Worker, target: string): Promise<string> {
  const name = await worker.evaluate(() => self.name);
  for (const [way, wayOut] of Object.entries(WAYS_OUT_OF_WORKERS)) {
    await attempt(worker, wayOut, `${target}/${name}/${encodeURIComponent(way)}?patient=Doe`);
  }
  return name;
}

/** A page or a worker. */
interface Place {
  evaluate(script: string): Promise<unknown>;
}

/**
 * An attempt that is refused with an exception is as good as one that is refused in silence, and none is waited
 * for: a frame that never loads ends neither well nor badly.
 */
async function attempt(place: Place, wayOut: WayOut, target: string): Promise<void> {
  const call = `(async () => (${wayOut.toString()})(${JSON.stringify(target)}))()`;
  await place.evaluate(`void ${call}.catch(() => undefined)`);
}

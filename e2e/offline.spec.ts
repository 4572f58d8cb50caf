import { appendFile, cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DIST, expect, startApp, test } from './glovebox-test';
import { ctMembers, zipFile } from './test-archive';
import { openArchive, waitForPhase } from './workspace';

test('works in full when the server is gone after the first visit', async ({ page, visit }) => {
  await page.goto(visit.server.url);
  await visit.offlineReady;
  await visit.server.stop();
  // The browser looks for a new version of the offline worker, and finds no server.
  visit.expectedErrors.push(/Failed to load resource|service worker/i);

  for (const address of [visit.server.url, `${visit.server.url}index.html`]) {
    await page.goto(address);
    await waitForPhase(page, 'empty');
    await page.getByTestId('open-sample').click();
    await waitForPhase(page, 'ready');
    await page.getByTestId('series-row').first().click();
    await expect(page.getByTestId('viewport')).toHaveAttribute('data-phase', 'ready');
    await expect(page.getByTestId('header-row').first()).toBeVisible();
    await expect(page.getByTestId('sealed')).toHaveAttribute('data-offline', 'ready');
    await expect(page.getByTestId('sealed')).toHaveAttribute('data-requests', '0');
  }
});

test('a page reloaded past the cache comes under the offline worker again', async ({
  context,
  page,
  visit,
}) => {
  // On a server apart: that this one is asked again is the point.
  const server = await startApp();
  await page.goto(server.url);
  await visit.offlineReady;
  const session = await context.newCDPSession(page);
  const loaded = page.waitForEvent('load');
  await session.send('Page.reload', { ignoreCache: true });
  await loaded;
  await expect(page.getByTestId('sealed')).toHaveAttribute('data-offline', 'ready');
  await server.stop();
});

test('has no errors where there are no service workers, and counts each request that it makes', async ({
  page,
  visit,
}) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
  });
  await page.goto(visit.server.url);
  await waitForPhase(page, 'empty');
  await page.waitForLoadState('networkidle');
  const before = visit.server.log.length;
  await openArchive(page, zipFile('ct.zip', ctMembers()));
  await waitForPhase(page, 'ready');
  await page.getByTestId('series-row').first().click();
  await expect(page.getByTestId('viewport')).toHaveAttribute('data-phase', 'ready');
  await expect
    .poll(async () => Number(await page.getByTestId('sealed').getAttribute('data-requests')))
    .toBe(visit.server.log.length - before);
  expect(visit.server.log.length).toBeGreaterThan(before);
});

test('a new version waits until no page of the old one is open', async ({
  context,
  page,
  visit,
}, testInfo) => {
  const site = testInfo.outputPath('site');
  await cp(DIST, site, { recursive: true });
  const server = await startApp(site);
  await page.goto(server.url);
  await visit.offlineReady;
  const oldCaches = await page.evaluate(() => caches.keys());

  const worker = join(site, 'offline.js');
  const build = /[0-9a-f]{16}(?=`)/;
  await writeFile(worker, (await readFile(worker, 'utf8')).replace(build, 'fedcba9876543210'));
  const isWaiting = async (): Promise<boolean> => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update();
    return registration?.waiting instanceof ServiceWorker;
  };
  await expect.poll(() => page.evaluate(isWaiting), { timeout: 30_000 }).toBe(true);
  await page.reload();
  expect(await page.evaluate(isWaiting)).toBe(true);
  expect(await page.evaluate(() => caches.keys())).toEqual(expect.arrayContaining(oldCaches));

  await page.close();
  const next = await context.newPage();
  await next.goto(server.url);
  await expect(next.getByTestId('sealed')).toHaveAttribute('data-offline', 'ready');
  const cacheNames = (): Promise<string[]> => next.evaluate(() => caches.keys());
  await expect.poll(cacheNames, { timeout: 30_000 }).toEqual([expect.stringContaining('fedcba9876543210')]);
  await server.stop();
});

test('works, but not offline, where the files of the host are not of one build', async ({
  page,
  visit,
}, testInfo) => {
  visit.expectedErrors.push(/integrity/i);
  const site = testInfo.outputPath('site');
  await cp(DIST, site, { recursive: true });
  const assets = await readdir(join(site, 'assets'));
  const codec = assets.find((name) => name.startsWith('jpeg-2000'));
  expect(codec).toBeDefined();
  await appendFile(join(site, 'assets', codec ?? ''), '\n// of another build');
  const server = await startApp(site);
  await page.goto(server.url);
  await page.getByTestId('open-sample').click();
  await waitForPhase(page, 'ready');
  await page.getByTestId('sealed').click();
  await expect(page.getByText('the page could not be stored')).toBeVisible();
  await server.stop();
});

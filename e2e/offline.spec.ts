import { expect, startApp, test } from './glovebox-test';
import { waitForPhase } from './workspace';

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

test('has no errors where there are no service workers', async ({ page, visit }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
  });
  await page.goto(visit.server.url);
  await waitForPhase(page, 'empty');
  await page.getByTestId('open-sample').click();
  await waitForPhase(page, 'ready');
});

import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { expect, test } from './glovebox-test';
import {
  CONTOURS,
  KEY_OBJECTS,
  LONG_REPORT_LINES,
  MEASUREMENTS,
  MISSING_UID,
  objectMembers,
  PROTOCOL,
  STATES,
} from './object-files';
import { CT, ctMembers, IDENTIFYING, sopUidOfCt, zipFile, type TestSeries } from './test-archive';
import { ViewportHandle } from './viewport';
import { openArchive, openSeries, seriesRow, visitPage, waitForPhase } from './workspace';

let viewport: ViewportHandle;

test.beforeEach(async ({ page, visit }) => {
  visit.identifying.push(...IDENTIFYING);
  viewport = new ViewportHandle(page);
  await visitPage(page, visit);
  await openArchive(page, zipFile('objects.zip', [...ctMembers(), ...objectMembers()]));
  await waitForPhase(page, 'ready');
});

/** Opens a series whose instance has no picture, and waits until it is told of. */
async function openObject(page: Page, series: TestSeries, kind: string): Promise<Locator> {
  await openSeries(page, series.uid);
  await viewport.expectImage(`${series.uid}.1`);
  await viewport.expectReady();
  const view = page.getByTestId('object-view');
  await expect(view).toHaveAttribute('data-kind', kind);
  return view;
}

test('a report is read as a document: names, values with units, what is missing', async ({ page }) => {
  const view = await openObject(page, MEASUREMENTS, 'report');
  await expect(view.getByRole('heading', { level: 2 })).toHaveText('Imaging Measurement Report');
  await expect(view).toContainText('Comprehensive SR Storage');
  await expect(view.getByRole('heading', { name: 'Findings' })).toBeVisible();
  const item = (position: string): Locator => view.locator(`[data-position="${position}"]`);
  // A text is a text, whatever it looks like.
  await expect(item('1.1.1')).toContainText('<b>No</b> fracture');
  await expect(item('1.1.2')).toContainText('12.5 mm');
  await expect(item('1.1.5')).toContainText('no Measured Value Sequence');
  await expect(viewport.locator).not.toHaveAttribute('data-ww', /./);
  await expectAccessible(page, '[data-testid=object-view]');
});

test('a closed container hides its items; of many items the first are shown until one asks for more', async ({
  page,
}) => {
  const view = await openObject(page, MEASUREMENTS, 'report');
  const items = view.getByTestId('report-item');
  await expect(items).toHaveCount(500);
  await view.getByRole('button', { name: /^Show more: 500 of/ }).click();
  await expect(items).toHaveCount(1000);
  await view.getByRole('button', { name: 'Log' }).click();
  // Two containers, and the five items of the first.
  await expect(items).toHaveCount(7);
  await view.getByRole('button', { name: 'Log' }).press('Enter');
  await view.getByRole('button', { name: /^Show more: 1,000 of/ }).click();
  await expect(items).toHaveCount(7 + LONG_REPORT_LINES);
});

test('an image that a report refers to opens where it is in the archive', async ({ page }) => {
  const view = await openObject(page, MEASUREMENTS, 'report');
  const missing = view.locator(`[data-testid=reference][data-uid="${MISSING_UID}"]`);
  await expect(missing).toContainText('not in the archive');
  await expect(missing.getByRole('button')).toHaveCount(0);
  await view
    .locator(`[data-testid=reference][data-uid="${sopUidOfCt(4)}"]`)
    .getByRole('button')
    .click();
  await viewport.expectImage(sopUidOfCt(4));
  await expect(seriesRow(page, CT.uid)).toHaveAttribute('aria-selected', 'true');
  await expect(viewport.locator).toHaveAttribute('data-ww', '400');
});

test('key objects, presentation states and structure sets lead to their images', async ({ page }) => {
  const keyObjects = await openObject(page, KEY_OBJECTS, 'key-objects');
  await expect(keyObjects.getByRole('heading', { level: 2 })).toHaveText('Of Interest');
  await expect(keyObjects.locator('[data-testid=reference][data-found=true]')).toHaveCount(2);
  await expectAccessible(page, '[data-testid=object-view]');

  const state = await openObject(page, STATES, 'presentation-state');
  await expect(state.getByRole('table', { name: 'Texts on the image' })).toContainText('compare with 2023');
  await state.getByTestId('reference').getByRole('button').click();
  await viewport.expectImage(sopUidOfCt(0));

  const contours = await openObject(page, CONTOURS, 'structure-set');
  const regions = contours.getByRole('table', { name: 'Regions of interest' });
  await expect(regions.getByRole('row').nth(1)).toContainText('Lung');
  await expect(regions.getByRole('row').nth(1)).toContainText('30 × 20 × 0');
  await expect(regions.locator('[data-colour="10,200,30"]')).toBeVisible();
  await expectAccessible(page, '[data-testid=object-view]');
  await contours.getByTestId('reference').getByRole('button').click();
  await expect(seriesRow(page, CT.uid)).toHaveAttribute('aria-selected', 'true');
});

test('any other object says what it is and why there is no picture', async ({ page }) => {
  const view = await openObject(page, PROTOCOL, 'facts');
  await expect(view.getByRole('heading', { level: 2 })).toHaveText('CHEST 2 UP');
  await expect(view).toContainText('Hanging Protocol Storage');
  await expect(view).toContainText('how images are to be arranged');
  await expectAccessible(page, '[data-testid=object-view]');
});

test('a report scrolls by wheel and keys; the image after it is drawn again', async ({ page }) => {
  const view = await openObject(page, MEASUREMENTS, 'report');
  const scrolled = (): Promise<number> => view.evaluate(({ scrollTop }) => scrollTop);
  await view.hover();
  await page.mouse.wheel(0, 400);
  await expect.poll(scrolled).toBeGreaterThan(0);
  await view.focus();
  await page.keyboard.press('Home');
  await expect.poll(scrolled).toBe(0);
  await openSeries(page, CT.uid);
  await expect(view).toHaveCount(0);
  await expect(viewport.locator).toHaveAttribute('data-ww', '400');
});

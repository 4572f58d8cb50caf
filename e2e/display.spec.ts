import type { Page } from '@playwright/test';
import type { DataSetDescription } from '../src/fixtures/dicom-writer';
import { expect, test } from './glovebox-test';
import { CT, CT_SHAPE, ctImage, IDENTIFYING, instanceFile, sopUidOfCt, zipFile } from './test-archive';
import { ViewportHandle } from './viewport';
import { openArchive, visitPage, waitForPhase } from './workspace';

/** Of overlay planes. */
const CYAN = [0x33, 0xd6, 0xff];
const WHITE = [255, 255, 255];
/** Below the window of the test CT: 300 + 4 x 10 + 30 = 370, which is -260 HU. */
const DARK_PIXEL = [30, 10] as const;

async function togglePlanes(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'View', exact: true }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Overlay planes and shutter' }).click();
  await page.keyboard.press('Escape');
}

/** Opens an archive of one slice of the test CT with more elements. */
async function openSlice(page: Page, more: DataSetDescription): Promise<ViewportHandle> {
  const slice = instanceFile(CT, { uid: sopUidOfCt(0), number: 1 }, [...ctImage(0), ...more]);
  await openArchive(page, zipFile('slice.zip', [{ name: 'IM0', content: slice }]));
  await waitForPhase(page, 'ready');
  const viewport = new ViewportHandle(page);
  await viewport.expectReady();
  return viewport;
}

test.beforeEach(async ({ page, visit }) => {
  visit.identifying.push(...IDENTIFYING);
  await visitPage(page, visit);
});

test('an overlay plane lies over its pixels, is named, and can be hidden', async ({ page }) => {
  // 4 x 4 pixels from column 29 and row 9 on, counted from 0.
  const viewport = await openSlice(page, [
    [0x60000010, 'US', 4],
    [0x60000011, 'US', 4],
    [0x60000040, 'CS', 'G'],
    [0x60000050, 'SS', [10, 30]],
    [0x60000100, 'US', 1],
    [0x60000102, 'US', 0],
    [0x60001500, 'LO', 'MARK'],
    [0x60003000, 'OW', Uint8Array.of(0xff, 0xff)],
  ]);
  const inside = await viewport.placeOfPixel(CT_SHAPE, ...DARK_PIXEL);
  const left = await viewport.placeOfPixel(CT_SHAPE, 28, 10);
  expect(await viewport.pixelAt(inside)).toEqual(CYAN);
  expect(await viewport.pixelAt(left)).toEqual([0, 0, 0]);
  await expect(viewport.overlay('top-left')).toContainText('Overlay: MARK');

  await togglePlanes(page);
  await expect(viewport.overlay('top-left')).not.toContainText('Overlay: MARK');
  expect(await viewport.pixelAt(inside)).toEqual([0, 0, 0]);
});

test('a shutter covers what is outside of it in its presentation value, and can be opened', async ({
  page,
}) => {
  const viewport = await openSlice(page, [
    [0x00181600, 'CS', 'RECTANGULAR'],
    [0x00181602, 'IS', '1'],
    [0x00181604, 'IS', '30'],
    [0x00181606, 'IS', '1'],
    [0x00181608, 'IS', '48'],
    [0x00181622, 'US', 65535],
  ]);
  // Column 30 from 1 on is the last that is seen.
  const seen = await viewport.placeOfPixel(CT_SHAPE, 29, 10);
  const covered = await viewport.placeOfPixel(CT_SHAPE, ...DARK_PIXEL);
  expect(await viewport.pixelAt(seen)).toEqual([0, 0, 0]);
  expect(await viewport.pixelAt(covered)).toEqual(WHITE);
  await expect(viewport.overlay('top-left')).toContainText('Shutter Applied');

  await togglePlanes(page);
  await expect(viewport.overlay('top-left')).not.toContainText('Shutter Applied');
  expect(await viewport.pixelAt(covered)).toEqual([0, 0, 0]);
});

test('an image without planes and shutter has nothing to switch', async ({ page }) => {
  await openSlice(page, []);
  await expect(page.getByRole('button', { name: /^Overlay: / })).toBeVisible();
  await page.getByRole('button', { name: 'View', exact: true }).click();
  await expect(page.getByRole('menuitemcheckbox', { name: 'Overlay planes and shutter' })).toBeDisabled();
});

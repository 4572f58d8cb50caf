import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { mergeElements, type DataSetDescription } from '../src/fixtures/dicom-writer';
import { expectAccessible } from './axe';
import { expect, test } from './glovebox-test';
import {
  CT,
  CT_SHAPE,
  ctImage,
  ctMembers,
  IDENTIFYING,
  instanceFile,
  JANE,
  MARKER,
  sopUidOfCt,
  zipFile,
  type TestSeries,
} from './test-archive';
import { ViewportHandle } from './viewport';
import { openArchive, openSeries, seriesRow, visitPage, waitForPhase } from './workspace';

/** Of the same frame of reference as the test CT, each second of its places: z = 10, 16 … 40. */
const COARSE: TestSeries = { ...CT, uid: '2.25.2101', number: 4, description: 'Coarse' };
const COARSE_SLICES = 6;
/** Rows from z = 60 downwards, 2 mm each; planes at y = -40, -30 … */
const CORONAL: TestSeries = { ...CT, uid: '2.25.2102', number: 5, description: 'Coronal' };
const CORONAL_SHAPE = { slices: 8, rows: 40, columns: 40, topZ: 60, spacingMm: 2 } as const;

const coarseUid = (slice: number): string => `2.25.51${String(slice)}`;
const coronalUid = (slice: number): string => `2.25.52${String(slice)}`;

function members() {
  const coarse = Array.from({ length: COARSE_SLICES }, (_, slice) => ({
    name: `coarse/${String(slice)}`,
    content: instanceFile(COARSE, { uid: coarseUid(slice), number: slice + 1 }, ctImage(slice * 2)),
  }));
  const coronal = Array.from({ length: CORONAL_SHAPE.slices }, (_, slice) => ({
    name: `coronal/${String(slice)}`,
    content: instanceFile(CORONAL, { uid: coronalUid(slice), number: slice + 1 }, coronalImage(slice)),
  }));
  return [...ctMembers(), ...coarse, ...coronal];
}

function coronalImage(slice: number): DataSetDescription {
  const { rows, columns, topZ } = CORONAL_SHAPE;
  const changed: DataSetDescription = [
    [0x00200032, 'DS', [-40, -40 + 10 * slice, topZ]],
    [0x00200037, 'DS', [1, 0, 0, 0, 0, -1]],
    [0x00280010, 'US', rows],
    [0x00280011, 'US', columns],
    [0x7fe00010, 'OW', new Uint16Array(rows * columns).fill(300)],
  ];
  return mergeElements(changed, ctImage(0));
}

let first: ViewportHandle;
let second: ViewportHandle;

test.beforeEach(async ({ page, visit }) => {
  visit.identifying.push(...IDENTIFYING);
  await visitPage(page, visit);
  await openArchive(page, zipFile('layouts.zip', members()));
  await waitForPhase(page, 'ready');
  await openSeries(page, CT.uid);
  first = new ViewportHandle(page, 0);
  second = new ViewportHandle(page, 1);
  await first.expectReady();
});

async function chooseInLayoutMenu(page: Page, role: 'menuitemradio' | 'menuitemcheckbox', name: string) {
  await page.getByRole('button', { name: /^Layout/ }).click();
  await page.getByRole(role, { name }).click();
  await page.keyboard.press('Escape');
}

async function openBeside(page: Page, series: TestSeries): Promise<void> {
  await chooseInLayoutMenu(page, 'menuitemradio', 'Two side by side');
  await second.locator.click();
  await openSeries(page, series.uid);
  await second.expectReady();
}

test('a series opens in the viewport that was clicked, or into which it is dragged', async ({ page }) => {
  await chooseInLayoutMenu(page, 'menuitemradio', 'Four');
  await expect(page.getByTestId('viewport')).toHaveCount(4);
  await expect(second.locator).toHaveAttribute('data-phase', 'empty');
  await seriesRow(page, COARSE.uid).dragTo(second.locator);
  await second.expectReady();
  await second.expectImage(coarseUid(2));
  await first.expectImage(sopUidOfCt(5));

  const third = new ViewportHandle(page, 2);
  await third.locator.click();
  await openSeries(page, CORONAL.uid);
  await third.expectImage(coronalUid(3));
  await expect(third.overlay('left')).toHaveText('R');
  await expect(third.overlay('top')).toContainText('S');

  // Of fewer viewports the active one stays.
  await chooseInLayoutMenu(page, 'menuitemradio', 'One viewport');
  await expect(page.getByTestId('viewport')).toHaveCount(1);
  await first.expectImage(coronalUid(3));
  await first.expectReady();
});

test('keys and toolbar act on the active viewport; the header is its image’s', async ({ page }) => {
  await openBeside(page, CORONAL);
  await page.keyboard.press('Home');
  await second.expectImage(coronalUid(0));
  await first.expectImage(sopUidOfCt(5));
  const uid = page.locator('[data-testid=header-row][data-path="00080018"]');
  await expect(uid).toContainText(coronalUid(0));
  await first.locator.click();
  await expect(uid).toContainText(sopUidOfCt(5));
  await page.keyboard.press('x');
  await page.keyboard.press('End');
  await first.expectImage(sopUidOfCt(CT_SHAPE.slices - 1));
  await second.expectImage(coronalUid(0));
  // A wheel is for what the pointer is over.
  await second.hover(100, 100);
  await page.mouse.wheel(0, 100);
  await second.expectImage(coronalUid(1));
  await expect(second.locator).toHaveAttribute('data-active', 'true');
  await expect(uid).toContainText(coronalUid(1));
});

test('parallel stacks of one frame of reference scroll together, until that is switched off', async ({
  page,
}) => {
  await openBeside(page, COARSE);
  await first.locator.click();
  await page.keyboard.press('Home');
  await second.expectImage(coarseUid(0));
  // z = 43 is nearest to the last of 10, 16 … 40.
  await page.keyboard.press('End');
  await second.expectImage(coarseUid(5));
  await expect(second.overlay('bottom-left')).toContainText('Im: 6/6');
  await chooseInLayoutMenu(page, 'menuitemcheckbox', 'Scroll together');
  await first.locator.click();
  await page.keyboard.press('Home');
  await first.expectImage(sopUidOfCt(0));
  await first.expectReady();
  await second.expectImage(coarseUid(5));
});

test('a line shows where the image of the active viewport lies in another plane', async ({ page }) => {
  await openBeside(page, CORONAL);
  await first.locator.click();
  await page.keyboard.press('Home');
  await first.expectReady();
  const zoom = await second.number('data-zoom');
  const { height } = await second.size();
  // z = 10 is 50 mm below the centre of the first row: 25 rows of 2 mm, and half a row more from its edge.
  const expected = height / 2 + (25.5 - CORONAL_SHAPE.rows / 2) * zoom;
  await expect.poll(async () => (await second.yellowRows()).length).toBeGreaterThan(0);
  for (const row of await second.yellowRows()) expect(Math.abs(row - expected)).toBeLessThanOrEqual(1);
  expect(await first.yellowRows()).toEqual([]);
});

test('windows and zooms are linked on demand', async ({ page }) => {
  await openBeside(page, COARSE);
  await page.keyboard.press('1');
  await second.expectWindow({ center: 40, width: 350 });
  await first.expectWindow({ center: 40, width: 400 });
  await chooseInLayoutMenu(page, 'menuitemcheckbox', 'Window together');
  await chooseInLayoutMenu(page, 'menuitemcheckbox', 'Zoom together');
  await first.locator.click();
  await page.keyboard.press('2');
  await first.expectWindow({ center: 300, width: 1500 });
  await second.expectWindow({ center: 300, width: 1500 });
  await first.drag('right', 0, -100);
  // Up by 100 pixels doubles; both have pixels of 2 mm.
  await expect.poll(() => second.number('data-zoom')).toBeCloseTo(await first.number('data-zoom'), 6);
});

test('a double click shows one viewport alone, another one brings the others back', async ({ page }) => {
  await openBeside(page, CORONAL);
  await second.locator.dblclick();
  await expect(page.getByTestId('viewport')).toHaveCount(1);
  await first.expectImage(coronalUid(3));
  await expect(page.getByRole('treegrid', { name: 'Contents' })).toBeHidden();
  await first.locator.dblclick();
  await expect(page.getByTestId('viewport')).toHaveCount(2);
  await second.expectImage(coronalUid(3));
});

test('the contact sheet shows all images of a series, and opens the one that is chosen', async ({ page }) => {
  await page.getByRole('button', { name: 'All images of the series' }).click();
  const sheet = page.getByTestId('contact-sheet');
  const cells = sheet.getByRole('option');
  await expect(cells).toHaveCount(CT_SHAPE.slices);
  await expect(sheet.locator('[data-phase=ready]')).toHaveCount(CT_SHAPE.slices);
  // It begins at the image that is shown, and keys go on from there.
  await expect(cells.nth(5)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(cells.nth(6)).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(sheet).toHaveCount(0);
  await first.expectImage(sopUidOfCt(6));

  await page.getByRole('button', { name: 'All images of the series' }).click();
  await cells.nth(2).click();
  await first.expectImage(sopUidOfCt(2));
  await first.expectReady();
});

test('the view is saved as a picture, with what is written over it or without', async ({ page }) => {
  const marker = await first.placeOfPixel(CT_SHAPE, MARKER.column + 1, MARKER.row + 1);
  const save = async (name: RegExp) => {
    await page.getByRole('button', { name: 'Picture' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('series-3-image-6.png');
    const base64 = readFileSync(await download.path()).toString('base64');
    return page.evaluate(readPicture, { base64, marker });
  };
  const seen = await save(/^Save the view/);
  expect(seen.size).toEqual(await first.size());
  expect(seen.marker).toEqual([255, 255, 255]);
  expect(seen.whiteInCorner).toBeGreaterThan(100);
  const bare = await save(/^Save the image/);
  expect(bare.size).toEqual(seen.size);
  expect(bare.marker).toEqual([255, 255, 255]);
  expect(bare.whiteInCorner).toBe(0);
});

/** In the page, which can decode a PNG: a pixel of the image, and how much of the top left corner is white. */
async function readPicture({ base64, marker }: { base64: string; marker: { x: number; y: number } }) {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no 2D context');
  context.drawImage(bitmap, 0, 0);
  const corner = context.getImageData(0, 0, 160, 60).data;
  const pixel = context.getImageData(Math.floor(marker.x), Math.floor(marker.y), 1, 1).data;
  return {
    size: { width, height },
    marker: [...pixel.subarray(0, 3)],
    whiteInCorner: corner.filter((level, index) => index % 4 === 0 && level > 240).length,
  };
}

test('the view is copied as a picture', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Picture' }).click();
  await page.getByRole('menuitem', { name: /^Copy the view/ }).click();
  await expect(page.getByText('Copied: the view')).toBeVisible();
  const types = await page.evaluate(async () =>
    (await navigator.clipboard.read()).flatMap(({ types }) => types),
  );
  expect(types).toContain('image/png');
});

test('several viewports are accessible', async ({ page }) => {
  await openBeside(page, CORONAL);
  await expectAccessible(page);
});

test('of a series that is dragged nothing but that it is one leaves the page', async ({ page }) => {
  const data = await seriesRow(page, CT.uid).evaluate((row) => {
    const dataTransfer = new DataTransfer();
    row.dispatchEvent(new DragEvent('dragstart', { bubbles: true, dataTransfer }));
    return dataTransfer.types.map((type) => `${type}:${dataTransfer.getData(type)}`).join();
  });
  expect(data).not.toContain(JANE.id);
  expect(data).toBe('application/x-glovebox-series:');
});

import type { Page } from '@playwright/test';
import type { DataSetDescription } from '../src/fixtures/dicom-writer';
import { expect, test } from './glovebox-test';
import {
  asFile,
  CLIP,
  CLIP_SHAPE,
  CT,
  CT_RESCALE,
  CT_SHAPE,
  ctImage,
  IDENTIFYING,
  instanceFile,
  MARKER,
  sopUidOfCt,
  storedValueOfCt,
  wholeJobMembers,
  zipFile,
  type ChosenFile,
} from './test-archive';
import { ViewportHandle } from './viewport';
import { openArchive, openSeries, visitPage, waitForPhase } from './workspace';

interface Place {
  readonly x: number;
  readonly y: number;
}

let viewport: ViewportHandle;

test.beforeEach(async ({ page, visit }) => {
  visit.identifying.push(...IDENTIFYING);
  viewport = new ViewportHandle(page);
  await visitPage(page, visit);
});

test('a length is drawn, kept with its image, undone and redone, deleted', async ({ page }) => {
  await openCt(page);
  const [from, to] = [await placeOfPixel(10, 20), await placeOfPixel(25, 40)];
  await page.keyboard.press('l');
  await drag(page, from, to);
  const texts = page.getByTestId('measurement');
  // 15 columns and 20 rows of 2 mm: 50 mm; the hand is on whole pixels of the screen.
  const zoom = await viewport.number('data-zoom');
  const lengthMm = (Math.hypot(to.x - from.x, to.y - from.y) / zoom) * CT_SHAPE.spacingMm;
  expect(lengthMm).toBeGreaterThan(49.5);
  expect(lengthMm).toBeLessThan(50.5);
  await expect(texts).toHaveText(`Length: ${(lengthMm / 10).toFixed(3)} cm`);
  await expect(texts).toHaveAttribute('data-kind', 'length');
  expect(Number(await texts.getAttribute('data-value'))).toBeCloseTo(lengthMm, 6);

  await page.keyboard.press('ArrowRight');
  await viewport.expectImage(sopUidOfCt(6));
  await expect(texts).toHaveCount(0);
  await page.keyboard.press('ArrowLeft');
  await viewport.expectImage(sopUidOfCt(5));
  await expect(texts).toHaveCount(1);

  await page.keyboard.press('Control+z');
  await expect(texts).toHaveCount(0);
  // It comes back where it was, and the viewer with it.
  await page.keyboard.press('Home');
  await viewport.expectImage(sopUidOfCt(0));
  await page.keyboard.press('Control+Shift+Z');
  await viewport.expectImage(sopUidOfCt(5));
  await expect(texts).toHaveCount(1);

  await clickAt(page, from);
  await expect(texts).toHaveAttribute('data-selected', 'true');
  await page.keyboard.press('Delete');
  await expect(texts).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(texts).toHaveCount(1);
});

test('a measurement is changed by its ends and moved by its line; other tools leave it alone', async ({
  page,
}) => {
  await openCt(page);
  const [from, to] = [await placeOfPixel(10, 20), await placeOfPixel(30, 20)];
  const value = async () => Number(await page.getByTestId('measurement').getAttribute('data-value'));
  await page.keyboard.press('l');
  await drag(page, from, to);
  const lengthMm = await value();
  await drag(page, to, { x: to.x - (to.x - from.x) / 2, y: to.y });
  await expect.poll(value).toBeCloseTo(lengthMm / 2, 1);

  // Now from 10 to 20: taken hold of at 15 and moved down, it is as long as before, and where it was is nothing.
  const grip = { x: Math.round(from.x + (to.x - from.x) / 4), y: from.y };
  await drag(page, grip, { x: grip.x, y: grip.y + 100 });
  expect(await value()).toBeCloseTo(lengthMm / 2, 1);
  await page.keyboard.press('Escape');
  await clickAt(page, { x: grip.x, y: grip.y + 100 });
  await expect(page.getByTestId('measurement')).toHaveAttribute('data-selected', 'true');

  await page.keyboard.press('w');
  await viewport.expectWindow({ center: 40, width: 400 });
  await drag(page, { x: grip.x, y: grip.y + 100 }, { x: grip.x + 10, y: grip.y + 100 });
  await viewport.expectWindow({ center: 40, width: 450 });
  expect(await value()).toBeCloseTo(lengthMm / 2, 1);
});

test('an angle is made by three clicks; Escape gives it up', async ({ page }) => {
  await openCt(page);
  const vertex = await placeOfPixel(20, 30);
  const [level, slanted] = [
    { x: vertex.x + 120, y: vertex.y },
    { x: vertex.x + 120, y: vertex.y - 120 },
  ];
  const texts = page.getByTestId('measurement');
  await page.keyboard.press('a');
  await clickAt(page, level);
  await clickAt(page, vertex);
  await page.mouse.move(vertex.x, vertex.y - 90);
  await expect(texts).toHaveText('Angle: 90.00°');
  await page.keyboard.press('Escape');
  await expect(texts).toHaveCount(0);

  for (const place of [level, vertex, slanted]) await clickAt(page, place);
  await expect(texts).toHaveText('Angle: 45.00°');
  // Seen from the other side it is the same.
  await page.keyboard.press('h');
  await expect(texts).toHaveText('Angle: 45.00°');
});

test('an oval has the statistics of the values in it', async ({ page }) => {
  await openCt(page);
  const [one, other] = [await placeOfPixel(14, 18), await placeOfPixel(30, 40)];
  await page.keyboard.press('e');
  await drag(page, one, other);

  const [start, end] = [await imagePoint(one), await imagePoint(other)];
  const [halfWidth, halfHeight] = [(end.x - start.x) / 2, (end.y - start.y) / 2];
  const values: number[] = [];
  for (let row = 0; row < CT_SHAPE.rows; row += 1) {
    for (let column = 0; column < CT_SHAPE.columns; column += 1) {
      const x = (column + 0.5 - start.x - halfWidth) / halfWidth;
      const y = (row + 0.5 - start.y - halfHeight) / halfHeight;
      if (x * x + y * y > 1) continue;
      values.push(storedValueOfCt(column, row) * CT_RESCALE.slope + CT_RESCALE.intercept);
    }
  }
  expect(values.length).toBeGreaterThan(200);
  const sum = values.reduce((total, value) => total + value, 0);
  const mean = sum / values.length;
  const deviation = Math.sqrt(
    values.reduce((total, value) => total + (value - mean) ** 2, 0) / (values.length - 1),
  );
  const [widthMm, heightMm] = [halfWidth * 2 * CT_SHAPE.spacingMm, halfHeight * 2 * CT_SHAPE.spacingMm];
  const areaMm2 = (Math.PI / 4) * widthMm * heightMm;
  const inCm = (mm: number): string => `${(mm / 10).toFixed(3)} cm`;
  const lines = (await page.getByTestId('measurement').innerText()).split('\n');
  expect(lines).toEqual([
    `Area: ${(areaMm2 / 100).toFixed(3)} cm² (W: ${inCm(widthMm)} H: ${inCm(heightMm)})`,
    `Mean: ${mean.toFixed(3)} HU SDev: ${deviation.toFixed(3)} HU Sum: ${sum.toFixed(0)} HU`,
    `Min: ${Math.min(...values).toFixed(3)} HU Max: ${Math.max(...values).toFixed(3)} HU`,
  ]);
});

test('a point has the value of its pixel; the menu deletes all of an image', async ({ page }) => {
  await openCt(page);
  await page.getByRole('button', { name: 'Measure', exact: true }).click();
  await page.getByRole('menuitemradio', { name: 'Point' }).click();
  await expect(page.getByRole('button', { name: 'Point', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await clickAt(page, await placeOfPixel(20, 24));
  const value = storedValueOfCt(20, 24) * CT_RESCALE.slope + CT_RESCALE.intercept;
  const texts = page.getByTestId('measurement');
  await expect(texts).toContainText(`Value: ${value.toFixed(2)} HU`);
  await expect(texts).toContainText('X: 20 px Y: 24 px');
  await clickAt(page, await placeOfPixel(MARKER.column + 1, MARKER.row + 1));
  await expect(texts.last()).toContainText('Value: 5000.00 HU');

  await page.getByRole('button', { name: 'Measure', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Delete all on this image' }).click();
  await expect(texts).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(texts).toHaveCount(2);
});

test('without a spacing a length is in pixels; a colour image has no mean', async ({ page }) => {
  await openJob(page);
  await openSeries(page, CLIP.uid);
  await viewport.expectReady();
  const [from, to] = [await placeOfPixel(4, 6, CLIP_SHAPE), await placeOfPixel(12, 6, CLIP_SHAPE)];
  await page.keyboard.press('l');
  await drag(page, from, to);
  const lengthPx = (to.x - from.x) / (await viewport.number('data-zoom'));
  const texts = page.getByTestId('measurement');
  await expect(texts).toHaveText(`Length: ${lengthPx.toFixed(3)} px`);
  await page.keyboard.press('r');
  await drag(page, { x: from.x, y: from.y - 60 }, { x: to.x, y: from.y + 60 });
  await expect(texts.last()).toContainText('px² (W: ');
  await expect(texts.last()).not.toContainText('Mean');
});

test('with Imager Pixel Spacing alone the figure says that it is one on the detector', async ({ page }) => {
  await openArchive(page, detectorFile());
  await waitForPhase(page, 'ready');
  await viewport.expectReady();
  const [from, to] = [await placeOfPixel(10, 20), await placeOfPixel(30, 20)];
  await page.keyboard.press('l');
  await drag(page, from, to);
  const lengthMm = ((to.x - from.x) / (await viewport.number('data-zoom'))) * 0.5;
  await expect(page.getByTestId('measurement')).toHaveText(
    lengthMm >= 10
      ? `Length: ${(lengthMm / 10).toFixed(3)} cm, detector plane`
      : `Length: ${lengthMm.toFixed(3)} mm, detector plane`,
  );
});

test('measurements go with their archive', async ({ page }) => {
  await openCt(page);
  await page.keyboard.press('l');
  await drag(page, await placeOfPixel(10, 20), await placeOfPixel(25, 40));
  await expect(page.getByTestId('measurement')).toHaveCount(1);
  await page.getByRole('button', { name: /^Close job\.zip/ }).click();
  await waitForPhase(page, 'empty');
  await openCt(page);
  await expect(page.getByTestId('measurement')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByTestId('measurement')).toHaveCount(0);
});

async function openJob(page: Page): Promise<void> {
  await openArchive(page, zipFile('job.zip', wholeJobMembers()));
  await waitForPhase(page, 'ready');
}

/** Opens in the middle of its series: the sixth of twelve. */
async function openCt(page: Page): Promise<void> {
  await openJob(page);
  await openSeries(page, CT.uid);
  await viewport.expectReady();
  await viewport.expectImage(sopUidOfCt(5));
}

/** A slice of the test CT as a projection of 0.5 mm on its detector. */
function detectorFile(): ChosenFile {
  const withoutPlace = ctImage(0).filter(([tag]) => ![0x00200032, 0x00200037, 0x00280030].includes(tag));
  const image: DataSetDescription = [...withoutPlace, [0x00181164, 'DS', [0.5, 0.5]]];
  return asFile('detector.dcm', instanceFile(CT, { uid: '2.25.3400', number: 1 }, image));
}

/** Where the middle of a pixel is in the page, on a whole pixel of the screen: where a hand can be. */
async function placeOfPixel(
  column: number,
  row: number,
  image: { readonly columns: number; readonly rows: number } = CT_SHAPE,
): Promise<Place> {
  const box = await boxOfView();
  const { x, y } = await viewport.placeOfPixel(image, column, row);
  return { x: Math.round(box.x + x), y: Math.round(box.y + y) };
}

/** What of the test CT is at a place in the page: pixel 0, 0 covers 0 to 1. */
async function imagePoint({ x, y }: Place): Promise<Place> {
  const box = await boxOfView();
  const zoom = await viewport.number('data-zoom');
  const { width, height } = await viewport.size();
  return {
    x: (x - box.x - width / 2) / zoom + CT_SHAPE.columns / 2,
    y: (y - box.y - height / 2) / zoom + CT_SHAPE.rows / 2,
  };
}

async function boxOfView(): Promise<Place> {
  const box = await viewport.locator.boundingBox();
  if (box === null) throw new Error('the viewport is not there');
  return box;
}

async function drag(page: Page, from: Place, to: Place): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await page.mouse.move(to.x, to.y);
  await page.mouse.up();
}

async function clickAt(page: Page, { x, y }: Place): Promise<void> {
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.up();
}

import type { Locator, Page } from '@playwright/test';
import type { ElementDescription } from '../src/fixtures/dicom-writer';
import { expectAccessible } from './axe';
import { expect, test } from './glovebox-test';
import {
  CLIP,
  CLIP_SHAPE,
  clipFile,
  ctMembers,
  instanceFile,
  SAM,
  zipFile,
  type TestSeries,
} from './test-archive';
import { openArchive, visitPage, waitForPhase } from './workspace';

/** A screen capture: a grey picture with an overlay of one line, and a shutter over half of it. */
const CAPTURE: TestSeries = { ...CLIP, patient: SAM, uid: '2.25.2050', number: 9, description: 'Capture' };
const SIDE = 64;

function captureFile(): Uint8Array {
  const line = new Uint8Array((SIDE * SIDE) / 8);
  line.fill(0xff, 0, SIDE / 8);
  return instanceFile(CAPTURE, { uid: '2.25.3500', number: 1 }, [
    [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.7'],
    [0x00080060, 'CS', 'OT'],
    ...greyPixels(),
    [0x60000010, 'US', SIDE],
    [0x60000011, 'US', SIDE],
    [0x60000040, 'CS', 'G'],
    [0x60000050, 'SS', [1, 1]],
    [0x60000100, 'US', 1],
    [0x60000102, 'US', 0],
    [0x60003000, 'OW', line],
    [0x7fe00010, 'OB', new Uint8Array(SIDE * SIDE).fill(128)],
  ]);
}

function greyPixels(): readonly ElementDescription[] {
  return [
    [0x00280002, 'US', 1],
    [0x00280004, 'CS', 'MONOCHROME2'],
    [0x00280010, 'US', SIDE],
    [0x00280011, 'US', SIDE],
    [0x00280100, 'US', 8],
    [0x00280101, 'US', 8],
    [0x00280102, 'US', 7],
    [0x00280103, 'US', 0],
  ];
}

const ARCHIVE = zipFile('look.zip', [
  ...ctMembers(),
  { name: 'US/CLIP', content: clipFile() },
  { name: 'SC/CAPTURE', content: captureFile() },
]);

test.beforeEach(async ({ page, visit }) => {
  await visitPage(page, visit);
  await openArchive(page, ARCHIVE);
  await waitForPhase(page, 'ready');
  await page.getByRole('tab', { name: /^Findings/ }).click();
});

const verdictOf = (page: Page): Locator => page.getByTestId('verdict');
const dialogOf = (page: Page): Locator => page.getByTestId('look-dialog');

async function startLooking(page: Page): Promise<Locator> {
  await expect(verdictOf(page)).toContainText('2 series hold pictures that may carry text');
  await page.getByRole('button', { name: 'Look at them' }).click();
  const dialog = dialogOf(page);
  await expect(dialog.getByTestId('look-progress')).toHaveText('1 of 2');
  return dialog;
}

/** Goes to the series with this description, whichever place it has. */
async function lookAt(page: Page, description: string): Promise<Locator> {
  const dialog = await startLooking(page);
  const title = dialog.getByRole('heading', { level: 3 });
  if (!(await title.textContent())?.includes(description)) await page.keyboard.press('ArrowRight');
  await expect(title).toContainText(description);
  return dialog;
}

test('the series that may carry text are looked at one by one, by keyboard', async ({ page }) => {
  const dialog = await startLooking(page);
  await expect(dialog.getByRole('button', { name: /^Seen/ })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(dialog.getByTestId('look-progress')).toHaveText('2 of 2');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('f');
  await expect(dialog.getByRole('button', { name: 'Flagged' })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('s');
  await expect(dialog.getByTestId('look-progress')).toHaveText('2 of 2');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('All 2 series have been looked at.');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(verdictOf(page)).toContainText(
    'All 2 series with pictures that may carry text were looked at.',
  );
  await expect(verdictOf(page)).toContainText(/\d flagged/);
});

test('seen is taken back', async ({ page }) => {
  const dialog = await startLooking(page);
  await page.keyboard.press('s');
  await page.keyboard.press('ArrowLeft');
  await dialog.getByRole('button', { name: 'Seen: undo' }).click();
  await page.keyboard.press('Escape');
  await expect(verdictOf(page)).toContainText('2 series hold pictures that may carry text');
});

test('what an overlay plane draws is seen', async ({ page }) => {
  const dialog = await lookAt(page, CAPTURE.description);
  await expect(dialog).toContainText('Overlay Data');
  const picture = dialog.getByTestId('look-picture');
  await expect(picture).toHaveAttribute('data-phase', 'ready');
  const colours = await picture.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    return [0, canvas.width * 32].map((pixel) => [...pixels.slice(pixel * 4, pixel * 4 + 3)]);
  });
  // The line of the overlay, and the grey of the picture below it.
  expect(colours[0]?.[0]).not.toBe(colours[0]?.[2]);
  expect(new Set(colours[1]).size).toBe(1);
});

test('every frame of an ultrasound is shown, and opens in the viewer', async ({ page }) => {
  const dialog = await lookAt(page, CLIP.description);
  await expect(dialog.getByTestId('look-picture')).toHaveCount(3);
  const every = dialog.getByRole('button', { name: `Show every frame (${String(CLIP_SHAPE.frames)})` });
  await every.click();
  await expect(dialog.getByTestId('look-picture')).toHaveCount(CLIP_SHAPE.frames);
  await expect(dialog).toContainText(/[3-8] of 8 frames shown so far/);
  await dialog.getByRole('button', { name: 'Image 6 of 8: open it in the viewer' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByTestId('viewport')).toHaveAttribute('data-frame', '5');
});

test('what was seen is forgotten with the archive', async ({ page }) => {
  await startLooking(page);
  await page.keyboard.press('s');
  await page.keyboard.press('s');
  await page.keyboard.press('Escape');
  await expect(verdictOf(page)).toContainText('All 2 series');
  await page.getByRole('button', { name: /^Close look\.zip/ }).click();
  await openArchive(page, ARCHIVE);
  await waitForPhase(page, 'ready');
  await page.getByRole('tab', { name: /^Findings/ }).click();
  await expect(verdictOf(page)).toContainText('2 series hold pictures that may carry text');
});

test('axe finds nothing', async ({ page }) => {
  await expectAccessible(page, '[data-testid=verdict]');
  const dialog = await lookAt(page, CLIP.description);
  await expect(dialog.getByTestId('look-picture').first()).toHaveAttribute('data-phase', 'ready');
  await expectAccessible(page, '[data-testid=look-dialog]');
  await dialog.getByRole('button', { name: /Show every frame/ }).click();
  await expectAccessible(page, '[data-testid=look-dialog]');
});

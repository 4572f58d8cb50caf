import type { Page } from '@playwright/test';
import { expect, test } from './glovebox-test';
import {
  CLIP,
  CLIP_SHAPE,
  CT,
  CT_RESCALE,
  CT_SHAPE,
  CT_WINDOW,
  IDENTIFYING,
  MARKER,
  redOfClip,
  sopUidOfCt,
  storedValueOfCt,
  wholeJobMembers,
  zipFile,
} from './test-archive';
import { ViewportHandle } from './viewport';
import { openArchive, openSeries, visitPage, waitForPhase } from './workspace';

const LAST = CT_SHAPE.slices - 1;

let viewport: ViewportHandle;

test.beforeEach(async ({ page, visit }) => {
  visit.identifying.push(...IDENTIFYING);
  viewport = new ViewportHandle(page);
  await visitPage(page, visit);
  await openArchive(page, zipFile('job.zip', wholeJobMembers()));
  await waitForPhase(page, 'ready');
  await openSeries(page, CT.uid);
  await viewport.expectReady();
});

test('keys and wheel go through the slices by position and stop at the ends', async ({ page }) => {
  // A series opens in its middle: the sixth of twelve.
  await viewport.expectImage(sopUidOfCt(5));
  await page.keyboard.press('Home');
  await viewport.expectImage(sopUidOfCt(0));
  await page.keyboard.press('ArrowLeft');
  await viewport.expectImage(sopUidOfCt(0));
  for (let slice = 1; slice <= LAST; slice += 1) {
    await page.keyboard.press(slice % 2 === 0 ? 'ArrowRight' : 'ArrowDown');
    await viewport.expectImage(sopUidOfCt(slice));
    await viewport.expectReady();
  }
  await page.keyboard.press('ArrowDown');
  await expect(viewport.overlay('bottom-left')).toContainText(`Im: 12/12 S (I -> S)`);
  await viewport.expectImage(sopUidOfCt(LAST));

  await viewport.hover(100, 300);
  await page.mouse.wheel(0, 100);
  await viewport.expectImage(sopUidOfCt(LAST));
  for (let slice = LAST - 1; slice >= 0; slice -= 1) {
    await page.mouse.wheel(0, -100);
    await viewport.expectImage(sopUidOfCt(slice));
  }
  await page.mouse.wheel(0, -100);
  await viewport.expectImage(sopUidOfCt(0));
  await page.keyboard.press('PageDown');
  await viewport.expectImage(sopUidOfCt(10));
  await page.keyboard.press('PageUp');
  await viewport.expectImage(sopUidOfCt(0));
  await page.keyboard.press('End');
  await viewport.expectImage(sopUidOfCt(LAST));
});

test('a left drag changes the window by an eightieth of its width for each pixel', async ({ page }) => {
  await viewport.expectWindow(CT_WINDOW);
  await viewport.drag('left', 24, -10);
  // 400 / 80 = 5 for each pixel: 24 to the right, 10 up.
  await viewport.expectWindow({ width: 400 + 24 * 5, center: 40 + 10 * 5 });
  await viewport.drag('left', -16, 20);
  // The gain is that of the width at the start of each drag: 520 / 80 = 6.5.
  await viewport.expectWindow({ width: 520 - 16 * 6.5, center: 90 - 20 * 6.5 });
  await expect(viewport.overlay('top-left')).toContainText('WL: -40 WW: 416');
  await page.keyboard.press('~');
  await viewport.expectWindow(CT_WINDOW);
});

test('keys set the window: presets of CT by number, the file’s, the full range', async ({ page }) => {
  const presets = { 1: [350, 40], 2: [1500, 300], 3: [100, 50], 4: [1400, -500] } as const;
  for (const [key, [width, center]] of Object.entries(presets)) {
    await page.keyboard.press(key);
    await viewport.expectWindow({ width, center });
  }
  await page.keyboard.press('0');
  // The lowest value just black, the highest just white: PS3.3 C.11.2.1.2.1, LINEAR.
  const low = storedValueOfCt(0, 0) * CT_RESCALE.slope + CT_RESCALE.intercept;
  const high = MARKER.stored * CT_RESCALE.slope + CT_RESCALE.intercept;
  await viewport.expectWindow({ width: high - low + 1, center: (low + high + 1) / 2 });
  await page.keyboard.press('~');
  await viewport.expectWindow(CT_WINDOW);

  await openSeries(page, CLIP.uid);
  await viewport.expectReady();
  await page.keyboard.press('1');
  await expect(viewport.locator).not.toHaveAttribute('data-ww');
});

test('a right drag zooms about the point where it began', async () => {
  const { width, height } = await viewport.size();
  const start = { x: Math.round(width / 2), y: Math.round(height / 2) };
  const zoom = await viewport.number('data-zoom');
  await viewport.hover(start.x, start.y);
  const before = await pixelLine();
  await viewport.drag('right', 0, -60);
  expect(await viewport.number('data-zoom')).toBeGreaterThan(zoom * 1.2);
  await viewport.hover(start.x, start.y);
  await expect.poll(pixelLine).toBe(before);
  await viewport.drag('right', 0, 60);
  expect(await viewport.number('data-zoom')).toBeCloseTo(zoom, 6);
});

test('a middle drag moves the picture with the pointer', async () => {
  const before = await viewport.whiteArea();
  expect(before.count).toBeGreaterThan(100);
  await viewport.drag('middle', 70, -30);
  await expect.poll(async () => (await viewport.whiteArea()).x).toBeCloseTo(before.x + 70, 0);
  const after = await viewport.whiteArea();
  expect(after.y).toBeCloseTo(before.y - 30, 0);
  expect(after.count).toBe(before.count);
});

test('x inverts, h and v flip picture and letters', async ({ page }) => {
  const middle = MARKER.side / 2;
  const place = await viewport.placeOfPixel(CT_SHAPE, MARKER.column + middle, MARKER.row + middle);
  const { width, height } = await viewport.size();
  const mirrored = await viewport.placeOfPixel(
    CT_SHAPE,
    CT_SHAPE.columns - 1 - MARKER.column - middle,
    MARKER.row + middle,
  );
  expect(await viewport.pixelAt(place)).toEqual([255, 255, 255]);
  await page.keyboard.press('x');
  await expect.poll(() => viewport.pixelAt(place)).toEqual([0, 0, 0]);
  await page.keyboard.press('x');
  await expect.poll(() => viewport.pixelAt(place)).toEqual([255, 255, 255]);

  // Rows run to the patient's left, columns to the back.
  await expectLetters({ left: 'R', right: 'L', top: 'A', bottom: 'P' });
  await page.keyboard.press('h');
  await expectLetters({ left: 'L', right: 'R', top: 'A', bottom: 'P' });
  await expect(viewport.overlay('top')).toContainText('Horizontally Flipped');
  await expect.poll(() => viewport.pixelAt(mirrored)).toEqual([255, 255, 255]);
  expect(await viewport.pixelAt(place)).not.toEqual([255, 255, 255]);
  await page.keyboard.press('v');
  await expectLetters({ left: 'L', right: 'R', top: 'P', bottom: 'A' });
  const opposite = { x: width - place.x, y: height - place.y };
  await expect.poll(() => viewport.pixelAt(opposite)).toEqual([255, 255, 255]);
});

test('o goes round the levels of the overlay; the name is not shown until it is asked for', async ({
  page,
}) => {
  const topRight = viewport.overlay('top-right');
  await expect(topRight).toContainText('CT chest');
  await expect(topRight).not.toContainText('Roe');
  await expect(topRight).not.toContainText('P-17');
  await page.keyboard.press('o');
  await expect(topRight).toContainText('Roe, Jane');
  await expect(topRight).toContainText('P-17');
  await page.keyboard.press('o');
  await expect(topRight).toBeEmpty();
  await expect(viewport.overlay('left')).toBeEmpty();
  expect(await viewport.hasGreen()).toBe(false);
  await page.keyboard.press('o');
  await expect.poll(() => viewport.hasGreen()).toBe(true);
  await expect(topRight).toBeEmpty();
  await page.keyboard.press('o');
  await expect(topRight).toContainText('CT chest');
  await expect(topRight).not.toContainText('Roe');
});

test('the corners say what is shown, and the value under the pointer after the modality LUT', async ({
  page,
}) => {
  await page.keyboard.press('Home');
  await viewport.expectImage(sopUidOfCt(0));
  await viewport.expectReady();
  const { width, height } = await viewport.size();
  for (const [column, row] of [
    [20, 24],
    [39, 30],
    [MARKER.column, MARKER.row],
  ] as const) {
    const { x, y } = await viewport.placeOfPixel(CT_SHAPE, column, row);
    await viewport.hover(x, y);
    const value = storedValueOfCt(column, row) * CT_RESCALE.slope + CT_RESCALE.intercept;
    await expect
      .poll(() => linesOf('top-left'))
      .toEqual([
        'Image size: 40 x 48',
        `View size: ${String(Math.round(width))} x ${String(Math.round(height))}`,
        'WL: 40 WW: 400',
        `X: ${String(column)} px Y: ${String(row)} px Value: ${value.toFixed(2)} HU`,
        `X: ${(-40 + 2 * column).toFixed(2)} mm Y: ${(-48 + 2 * row).toFixed(2)} mm Z: 10.00 mm`,
      ]);
  }
  const zoom = Math.min(width / CT_SHAPE.columns, height / CT_SHAPE.rows);
  expect(await linesOf('bottom-left')).toEqual([
    `Zoom: ${String(Math.round(zoom * 100))}% Angle: 0`,
    'Im: 1/12 I (I -> S)',
    'Uncompressed',
    'Thickness: 3.00 mm Location: 10.00 mm',
  ]);
  // Born on the 29th of February 1980, in March 2024 one is 44; how old one is today is left to the clock.
  expect((await linesOf('top-right'))[0]).toMatch(/^\( \d+ y , 44 y \)$/);
  expect((await linesOf('top-right')).slice(1)).toEqual(['CT chest', 'Axial', '3']);
  // The echo time, the repetition time and the field strength are of MR alone.
  expect(await linesOf('bottom-right')).toEqual(['3/5/2024, 9:30:12 AM', 'Glovebox']);
});

test('cine plays the frames of a clip over and over, and stops', async ({ page }) => {
  await openSeries(page, CLIP.uid);
  await viewport.expectReady();
  await page.keyboard.press('Home');
  await expect(viewport.locator).toHaveAttribute('data-frame', '0');
  const { width, height } = await viewport.size();
  await viewport.hover(width / 2, height / 2);
  await expect(viewport.overlay('top-left')).toContainText('Value: R:0 G:60 B:30');

  const seen = new Set<number>();
  await page.keyboard.press(' ');
  await expect
    .poll(async () => seen.add(await viewport.number('data-frame')).size, {
      intervals: [15],
      timeout: 20_000,
    })
    .toBe(CLIP_SHAPE.frames);
  await page.keyboard.press(' ');
  await expect(page.getByRole('button', { name: 'Play cine' })).toBeVisible();
  await viewport.expectReady();
  const frame = await viewport.number('data-frame');
  expect(await viewport.pixelAt({ x: width / 2, y: height / 2 })).toEqual([redOfClip(frame), 60, 30]);
  await page.waitForTimeout(100);
  expect(await viewport.number('data-frame')).toBe(frame);
});

test('the wheel and keys work on in the next series', async ({ page }) => {
  await page.keyboard.press('Control+ArrowRight');
  await expect(selectedSeries(page)).toHaveAttribute('data-series-uid', CLIP.uid);
  await page.keyboard.press('Control+ArrowLeft');
  await expect(selectedSeries(page)).toHaveAttribute('data-series-uid', CT.uid);
  await viewport.expectReady();
  await page.keyboard.press('End');
  await viewport.expectImage(sopUidOfCt(LAST));
});

function selectedSeries(page: Page) {
  return page.locator('[data-testid=series-row][aria-selected=true]');
}

async function linesOf(place: string): Promise<readonly string[]> {
  return (await viewport.overlay(place).innerText()).split('\n').filter(Boolean);
}

/** `X: 20 px Y: 24 px Value: ...`, the line of the pixel under the pointer. */
async function pixelLine(): Promise<string> {
  return (await linesOf('top-left')).find((line) => line.includes(' px ')) ?? '';
}

async function expectLetters(letters: Readonly<Record<string, string>>): Promise<void> {
  for (const [place, letter] of Object.entries(letters)) {
    await expect.poll(async () => (await linesOf(place))[0]).toBe(letter);
  }
}

import type { Locator, Page } from '@playwright/test';
import { expect, test } from './glovebox-test';
import { CT, IDENTIFYING, sopUidOfCt, WHOLE_JOB, wholeJobMembers, zipFile } from './test-archive';
import { ViewportHandle } from './viewport';
import { openArchive, visitPage, waitForPhase } from './workspace';

/** The files of the test archive, which are as many cells in one row: a directory is none. */
const CELL = { text: 0, firstOfCt: 1, lastOfCt: 12, clip: 13, report: 14, duplicate: 15, cut: 16 } as const;
/** Of large cells, in CSS pixels: the margin of the map, and from one cell to the next. */
const MARGIN = 12;
const PITCH = 14;

test.beforeEach(async ({ page, visit }) => {
  visit.identifying.push(...IDENTIFYING);
  await visitPage(page, visit);
  await openArchive(page, zipFile('job.zip', wholeJobMembers()));
  await waitForPhase(page, 'ready');
  await page.getByRole('tab', { name: 'Map' }).click();
});

test('the map has a cell for every file, and says of each what it is', async ({ page }) => {
  const map = fileMap(page);
  await expect(map).toHaveAttribute('data-cells', String(WHOLE_JOB.files));
  await expect(map).toHaveAccessibleName(`File map, ${String(WHOLE_JOB.files)} files`);
  const tooltip = page.getByTestId('file-map-tooltip');
  for (const [cell, ...words] of [
    [CELL.text, 'README.txt', 'Text · 22 B'],
    [CELL.firstOfCt, 'DICOM/CT/IM0', `CT · ${String(CT.number)} · ${CT.description}`, 'Image · '],
    [CELL.clip, 'DICOM/US/CLIP', 'US · 1 · Clip'],
    [CELL.report, 'DICOM/SR/REPORT', 'SR · 1 · Findings', 'No image · '],
    [CELL.duplicate, 'copy of IM0.dcm', `CT · ${String(CT.number)} · ${CT.description}`, 'Duplicate · '],
    [CELL.cut, 'DICOM/cut.dcm', '180 B'],
  ] as const) {
    await map.hover({ position: middleOf(cell) });
    for (const word of words) await expect(tooltip).toContainText(word);
  }
  await map.hover({ position: middleOf(WHOLE_JOB.files) });
  await expect(tooltip).toBeHidden();
});

test('a click opens the file: its image, or what it is', async ({ page }) => {
  const viewport = new ViewportHandle(page);
  await fileMap(page).click({ position: middleOf(CELL.firstOfCt + 2) });
  // The third entry of twelve holds slice 2 * 7 modulo 12.
  await viewport.expectImage(sopUidOfCt(2));
  await fileMap(page).click({ position: middleOf(CELL.lastOfCt) });
  await viewport.expectImage(sopUidOfCt(5));
  await fileMap(page).click({ position: middleOf(CELL.text) });
  await expect(page.getByRole('dialog')).toContainText('README.txt');
});

test('arrows move over the map, and Enter opens', async ({ page }) => {
  const map = fileMap(page);
  const cell = map.getByRole('option');
  const viewport = new ViewportHandle(page);
  // From the filter by way of the panel.
  await page.getByRole('searchbox', { name: 'Filter contents' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(map).toBeFocused();
  await page.keyboard.press('Home');
  await expect(cell).toHaveAccessibleName(/^README\.txt, Text, /);
  await page.keyboard.press('ArrowLeft');
  await expect(cell).toHaveAccessibleName(/^README\.txt/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(cell).toHaveAccessibleName(/^DICOM\/CT\/IM1, Image, 3 · Axial, /);
  await expect(cell).toHaveAttribute('aria-posinset', '3');
  await expect(page.getByTestId('file-map-tooltip')).toContainText('DICOM/CT/IM1');
  await page.keyboard.press('Enter');
  await viewport.expectImage(sopUidOfCt(7));
  await expect(viewport.locator).toBeFocused();

  await map.focus();
  await page.keyboard.press('End');
  await expect(cell).toHaveAccessibleName(/^DICOM\/cut\.dcm/);
});

test('series have their colours, states their patterns, and the filter leaves what matches', async ({
  page,
}) => {
  const [ground] = await coloursOf(page, WHOLE_JOB.files);
  const [ct, ...restOfCt] = await coloursOf(page, CELL.firstOfCt);
  expect(restOfCt).toEqual([]);
  expect(await coloursOf(page, CELL.lastOfCt)).toEqual([ct]);
  const [clip] = await coloursOf(page, CELL.clip);
  expect(clip).not.toBe(ct);
  const duplicate = await coloursOf(page, CELL.duplicate);
  expect(new Set(duplicate)).toEqual(new Set([ct, ground]));
  const [report, text, cut] = await Promise.all(
    [CELL.report, CELL.text, CELL.cut].map((cell) => coloursOf(page, cell)),
  );
  const inks = [report, text, cut].map((colours) => colours?.filter((colour) => colour !== ground));
  expect(inks.map((ink) => ink?.length)).toEqual([1, 1, 1]);
  expect(new Set([...inks.flat(), ct, clip, ground]).size).toBe(6);

  await page.getByRole('searchbox', { name: 'Filter contents' }).fill('CLIP');
  await expect.poll(() => coloursOf(page, CELL.firstOfCt)).not.toEqual([ct]);
  expect(await coloursOf(page, CELL.clip)).toEqual([clip]);
  await page.getByRole('searchbox', { name: 'Filter contents' }).fill('');
  await expect.poll(() => coloursOf(page, CELL.firstOfCt)).toEqual([ct]);

  await page.getByRole('button', { name: 'Switch to light' }).click();
  await expect.poll(() => coloursOf(page, WHOLE_JOB.files)).not.toEqual([ground]);
});

test('a second archive comes below the first under its name, and goes when it is closed', async ({
  page,
}) => {
  await openArchive(page, zipFile('other.zip', [{ name: 'note.txt', content: new Uint8Array([65]) }]));
  await waitForPhase(page, 'ready');
  const map = fileMap(page);
  await expect(map).toHaveAttribute('data-cells', String(WHOLE_JOB.files + 1));
  await expect(map.getByText('other.zip')).toBeVisible();
  await map.focus();
  await page.keyboard.press('End');
  await expect(map.getByRole('option')).toHaveAccessibleName(/^note\.txt/);
  await page.keyboard.press('ArrowUp');
  await expect(map.getByRole('option')).toHaveAccessibleName(/^README\.txt/);

  await page.getByRole('button', { name: 'Close other.zip' }).click();
  await expect(map).toHaveAttribute('data-cells', String(WHOLE_JOB.files));
  await expect(map.getByText('job.zip')).toBeHidden();
});

function fileMap(page: Page): Locator {
  return page.getByTestId('file-map');
}

/** In the element of the map. */
function middleOf(cell: number): { readonly x: number; readonly y: number } {
  return { x: MARGIN + (cell + 0.5) * PITCH, y: MARGIN + PITCH / 2 };
}

/** The different colours of a cell without the gap at its edges, from its top left corner on. */
function coloursOf(page: Page, cell: number): Promise<readonly string[]> {
  return fileMap(page)
    .locator('canvas')
    .evaluate(
      (canvas: HTMLCanvasElement, { x, side }) => {
        // From a copy: to be read from again and again would change how the browser treats the page's canvas.
        const copy = new OffscreenCanvas(side, side).getContext('2d');
        if (copy === null) throw new Error('no 2D context');
        copy.drawImage(canvas, x, 0, side, side, 0, 0, side, side);
        const { data } = copy.getImageData(0, 0, side, side);
        const pixels = Array.from({ length: side * side }, (_, index) =>
          [...data.subarray(4 * index, 4 * index + 3)].join(','),
        );
        return [...new Set(pixels)];
      },
      { x: cell * PITCH, side: PITCH - 2 },
    );
}
